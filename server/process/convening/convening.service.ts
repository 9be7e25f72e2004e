import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { wordsFor, type Words } from '#schema/words/index.js'
import type { CallClauseKey } from '#schema/vocabulary/convening.js'
import { isOver } from '#schema/vocabulary/meetings.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { Settings } from '#server/platform/config/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { textOf } from '#server/process/groups/index.js'
import { Meeting, Meetings, requireUnclosed } from '#server/process/meetings/index.js'
import { ConveningIssue } from './convening-issue.entity.js'
import { ConveningLetter } from './convening-letter.entity.js'
import { ConveningWording } from './convening-wording.entity.js'
import { issuesByMeeting, wordingsByMeeting } from './convening.loader.js'
import { changesBetween, draftOf, isBehind, issuedOf, type DraftClause } from './draft.js'
import { convenedBy, type Convened } from './letter-facts.reads.js'
import { composeLetter, type Clause } from './letter.js'

/** A letter as it would read now. */
export interface Draft extends Convened {
  readonly clauses: readonly DraftClause[]
  /** What would be issued, as it would be kept. */
  readonly content: string
  readonly hash: string
}

/** The verbs on convening letters. What a letter says is composed in letter.ts, what holds of it in draft.ts. */
@Injectable()
export class Convening {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly meetings: Meetings,
    private readonly settings: Settings,
  ) {}

  /** The words of a letter: those of the language that the group works in, as far as there is a catalogue; English is the one. */
  words(): Words {
    return wordsFor('en')
  }

  /** As it would read now, for those who work on it. Refuses: NOT_FOUND. */
  async draft(ctx: Ctx, meetingId: string): Promise<Draft> {
    const words = this.words()
    const convened = await convenedBy(ctx, words, meetingId, this.settings.publicUrl ?? '')
    if (!convened) throw refuse('NOT_FOUND')
    const wordings = await wordingsByMeeting(ctx).load(meetingId)
    const composed = composeLetter(words, convened.facts)
    const clauses = draftOf(composed, wordings, (key) => words(`call.clause.${key}`))
    const content = JSON.stringify(issuedOf(clauses))
    return { ...convened, clauses, content, hash: hashOf(content) }
  }

  /** Whether what was issued last tells days, places or dates that hold no longer; never once the meeting is over. [CL-5] */
  async isBehind(ctx: Ctx, meetingId: string): Promise<boolean> {
    const last = (await issuesByMeeting(ctx).load(meetingId)).at(-1)
    if (!last) return false
    const { meeting, clauses } = await this.draft(ctx, meetingId)
    return !isOver(meeting.state) && meeting.state !== 'CANCELLED' && isBehind(clausesOf(last), clauses)
  }

  /**
   * Words a clause anew, or (null) takes the composed text again. What was issued stays as it is.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, MEETING_CANCELLED, TEXT_MISSING, TEXT_TOO_LONG. [CL-2]
   */
  async word(
    ctx: WriteCtx,
    input: { meetingId: string; expectedRevision: number; key: CallClauseKey; text?: string | null },
  ): Promise<{ readonly id: string }> {
    const letter = await this.take(ctx, input.meetingId, 'convening.word')
    const draft = await this.draft(ctx, input.meetingId)
    if ((letter?.revision ?? 0) !== input.expectedRevision) throw refuse('STALE', { revision: letter?.revision ?? 0 })
    await this.keep(ctx, input.meetingId, letter)
    const target = { meetingId: input.meetingId, clause: input.key }
    await ctx.db.delete(ConveningWording, target)
    if (input.text !== null && input.text !== undefined) {
      await ctx.db.insert(ConveningWording, {
        ...target,
        text: textOf(input.text.replaceAll('\r\n', '\n'), 10_000, 'input.text'),
        basedOn: draft.clauses.find(({ key }) => key === input.key)?.composed ?? null,
        wordedBy: ctx.viewer.personId,
        wordedAt: ctx.now,
      })
    }
    await this.activity.record(ctx, {
      verb: 'convening.worded',
      ...this.about(draft),
      visibility: 'MANAGEMENT',
      args: { number: draft.meeting.number, clause: input.key },
    })
    return { id: input.meetingId }
  }

  /**
   * Issues the letter as it was seen: keeps its text with its hash, and announces the meeting by it.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, LETTER_ISSUED, TEXT_MISSING, TEXT_TOO_LONG and what announcing refuses. [CL-3]
   */
  async issue(
    ctx: WriteCtx,
    input: { meetingId: string; expectedHash: string; reference: string; on: string },
  ): Promise<{ readonly id: string }> {
    const letter = await this.take(ctx, input.meetingId, 'convening.issue')
    if (await ctx.db.existsBy(ConveningIssue, { meetingId: input.meetingId })) throw refuse('LETTER_ISSUED')
    const draft = await this.seen(ctx, input)
    const reference = textOf(input.reference, 300, 'input.reference')
    await this.keep(ctx, input.meetingId, letter)
    const { revision } = await ctx.db.findOneByOrFail(Meeting, { id: input.meetingId })
    const announced = await this.meetings.announce(ctx, {
      id: input.meetingId,
      expectedRevision: revision,
      on: input.on,
      by: reference,
    })
    const issuedOn = announced.announcedOn!
    await this.write(ctx, draft, { number: 0, reference, reason: null, issuedOn })
    await this.activity.record(ctx, {
      verb: 'convening.issued',
      ...this.about(draft),
      visibility: draft.visibility,
      args: { number: draft.meeting.number, on: issuedOn, hash: draft.hash },
    })
    return { id: input.meetingId }
  }

  /**
   * Issues the next corrigendum: all that holds from now on, with what is different.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, LETTER_NOT_ISSUED, NOTHING_TO_CORRECT, MEETING_CANCELLED, TEXT_MISSING, TEXT_TOO_LONG. [CL-4]
   */
  async correct(
    ctx: WriteCtx,
    input: { meetingId: string; expectedHash: string; reason: string },
  ): Promise<{ readonly id: string }> {
    const letter = await this.take(ctx, input.meetingId, 'convening.issue')
    const [last] = await ctx.db.find(ConveningIssue, {
      where: { meetingId: input.meetingId },
      order: { number: 'DESC' },
      take: 1,
    })
    if (!last) throw refuse('LETTER_NOT_ISSUED')
    const draft = await this.seen(ctx, input)
    if (changesBetween(clausesOf(last), issuedOf(draft.clauses)).length === 0) throw refuse('NOTHING_TO_CORRECT')
    const reason = textOf(input.reason, 1000, 'input.reason')
    await this.keep(ctx, input.meetingId, letter)
    const first = await ctx.db.findOneByOrFail(ConveningIssue, { meetingId: input.meetingId, number: 0 })
    const number = last.number + 1
    const reference = this.words()('call.corrigendumReference', { reference: first.reference, number })
    const issuedOn = dayIn(ctx.now, draft.group.deadlineZone)
    await this.write(ctx, draft, { number, reference: reference.slice(0, 300), reason, issuedOn })
    await this.activity.record(ctx, {
      verb: 'convening.corrected',
      ...this.about(draft),
      visibility: draft.visibility,
      args: { number: draft.meeting.number, corrigendum: number, hash: draft.hash },
    })
    return { id: input.meetingId }
  }

  private about({ meeting, group }: Convened) {
    const object = { type: 'meeting', id: meeting.id }
    return { object, groupId: group.id }
  }

  /** The letter for a change, with its meeting locked. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, MEETING_CLOSED. */
  private async take(
    ctx: WriteCtx,
    meetingId: string,
    permission: 'convening.word' | 'convening.issue',
  ): Promise<ConveningLetter | null> {
    await ctx.db.findOne(Meeting, {
      select: { id: true },
      where: { id: meetingId },
      lock: { mode: 'for_no_key_update' },
    })
    const convened = await convenedBy(ctx, this.words(), meetingId, '')
    if (!convened) throw refuse('NOT_FOUND')
    this.access.require(ctx, permission, { groupId: convened.group.id, visibility: convened.visibility })
    if (convened.meeting.state === 'CANCELLED') throw refuse('MEETING_CANCELLED')
    requireUnclosed(convened.meeting)
    return ctx.db.findOneBy(ConveningLetter, { meetingId })
  }

  /** The draft, if it still is the one that was seen: nothing is issued that nobody has read. Refuses: STALE. */
  private async seen(ctx: WriteCtx, input: { meetingId: string; expectedHash: string }): Promise<Draft> {
    const draft = await this.draft(ctx, input.meetingId)
    if (draft.hash !== input.expectedHash) throw refuse('STALE')
    return draft
  }

  private async keep(ctx: WriteCtx, meetingId: string, letter: ConveningLetter | null): Promise<void> {
    if (letter) await ctx.db.update(ConveningLetter, { meetingId }, { revision: letter.revision + 1 })
    else await ctx.db.insert(ConveningLetter, { meetingId, revision: 1 })
  }

  private async write(
    ctx: WriteCtx,
    { meeting, content, hash }: Draft,
    given: Pick<ConveningIssue, 'number' | 'reference' | 'reason' | 'issuedOn'>,
  ): Promise<void> {
    await ctx.db.insert(ConveningIssue, {
      ...given,
      id: newId(),
      meetingId: meeting.id,
      issuedAt: ctx.now,
      issuedBy: ctx.viewer.personId,
      content,
      hash,
    })
  }
}

/** What was issued, read again. */
export const clausesOf = ({ content }: ConveningIssue): Clause[] => JSON.parse(content) as Clause[]

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex')
