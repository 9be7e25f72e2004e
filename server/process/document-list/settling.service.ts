import { Injectable } from '@nestjs/common'
import {
  MOST_DOCUMENTS,
  needsOf,
  type DocumentProgress,
  type DocumentResult,
} from '#schema/vocabulary/document-list.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Contribution, contributionsById } from '#server/process/contributions/index.js'
import { Groups, narrower, optionalTextOf } from '#server/process/groups/index.js'
import { Meetings, type MeetingAtWork } from '#server/process/meetings/index.js'
import { closesCircle, type Link } from './document-links.js'
import { DocumentStep } from './document-step.entity.js'
import { ListedDocument } from './listed-document.entity.js'
import { atFirst, problemOfSettling, type Said } from './settling.js'

export interface SettleDocuments {
  readonly meetingId: string
  readonly documents: readonly { readonly id: string; readonly expectedRevision: number }[]
  readonly progress?: DocumentProgress | null
  readonly result?: DocumentResult | null
  readonly note?: string | null
  readonly revisedTo?: string | null
  readonly mergedInto?: string | null
}

export interface UndoSettling {
  readonly meetingId: string
  readonly document: string
  readonly expectedRevision: number
}

interface Line {
  readonly listed: ListedDocument
  readonly contribution: Contribution
}

/** What a meeting says of its documents: how far they have come, what became of them. Chair, vice-chairs, secretariat, administrators. */
@Injectable()
export class Settling {
  constructor(
    private readonly meetings: Meetings,
    private readonly groups: Groups,
  ) {}

  /**
   * Says the same of some documents, all or none. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, STALE, DOCUMENT_WITHDRAWN,
   * DOCUMENT_MISSING, LINK_MISSING, LINK_CIRCLE, NOTE_MISSING, TEXT_TOO_LONG, TOO_MANY_DOCUMENTS, BAD_INPUT. [DL-1, DL-2, DL-3, DL-4]
   */
  async settle(ctx: WriteCtx, input: SettleDocuments): Promise<void> {
    const work = await this.meetings.look(ctx, input.meetingId, 'edit')
    if (input.documents.length > MOST_DOCUMENTS) {
      throw refuse('TOO_MANY_DOCUMENTS', { limit: MOST_DOCUMENTS }, { field: 'input.documents' })
    }
    const said: Said = {
      progress: input.progress ?? null,
      result: input.result ?? null,
      note: optionalTextOf(input.note, 1000, 'input.note'),
      revisedToId: input.revisedTo ?? null,
      mergedIntoId: input.mergedInto ?? null,
    }
    await this.lockLinks(ctx, work, said)
    // Always in the same order, so that two who settle the same documents at once never wait for each other.
    const wanted = new Map(input.documents.map(({ id, expectedRevision }) => [id, expectedRevision]))
    const lines = await this.take(ctx, work, [...wanted.keys()])
    for (const line of lines) await this.say(ctx, work, line, said, wanted.get(line.contribution.id)!, false)
  }

  /**
   * Takes back what was last said of a document, and a second time takes that back. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED,
   * MEETING_CANCELLED, STALE, NOTHING_TO_UNDO, DOCUMENT_WITHDRAWN, LINK_CIRCLE. [DL-4]
   */
  async undo(ctx: WriteCtx, input: UndoSettling): Promise<void> {
    const work = await this.meetings.look(ctx, input.meetingId, 'edit')
    await this.groups.lock(ctx, work.group.id)
    const [line] = await this.take(ctx, work, [input.document])
    const steps = await ctx.db.find(DocumentStep, {
      where: { listedDocumentId: line!.listed.id },
      order: { position: 'DESC' },
      take: 2,
    })
    if (steps.length === 0) throw refuse('NOTHING_TO_UNDO', { number: line!.contribution.number })
    const { progress, result, note, revisedToId, mergedIntoId } = steps[1] ?? atFirst
    const before = { progress, result, note, revisedToId, mergedIntoId }
    await this.say(ctx, work, line!, before, input.expectedRevision, true)
  }

  /** Links may not close a circle, also when two are made at once: then one waits for the other. */
  private async lockLinks(ctx: WriteCtx, { group }: MeetingAtWork, { revisedToId, mergedIntoId }: Said): Promise<void> {
    if (revisedToId || mergedIntoId) await this.groups.lock(ctx, group.id)
  }

  private async take(ctx: WriteCtx, { meeting }: MeetingAtWork, ids: readonly string[]): Promise<Line[]> {
    const listed = await ctx.db
      .createQueryBuilder(ListedDocument, 'd')
      .where('d.meetingId = :meetingId and d.contributionId in (:...ids) and d.isListed', {
        meetingId: meeting.id,
        ids: ids.length > 0 ? ids : [null],
      })
      .orderBy('d.id')
      .setLock('pessimistic_write')
      .getMany()
    const seen = contributionsById(ctx)
    const lines = await Promise.all(
      listed.map(async (one) => ({ listed: one, contribution: await seen.load(one.contributionId) })),
    )
    const found = lines.filter((line): line is Line => line.contribution !== null)
    if (found.length < ids.length) throw refuse('NOT_FOUND', {}, { field: 'input.documents' })
    return found
  }

  private async say(
    ctx: WriteCtx,
    work: MeetingAtWork,
    { listed, contribution }: Line,
    said: Said,
    expectedRevision: number,
    isUndoing: boolean,
  ): Promise<void> {
    const { number } = contribution
    if (listed.revision !== expectedRevision) {
      throw refuse('STALE', { revision: listed.revision, number }, { details: { current: listed } })
    }
    this.require(contribution, said)
    const targetId = said.revisedToId ?? said.mergedIntoId
    if (targetId) await this.requireTarget(ctx, { listed, contribution }, targetId, said)
    const isSettled = said.result !== null
    const settled = { settledBy: isSettled ? ctx.viewer.personId : null, settledAt: isSettled ? ctx.now : null }
    await ctx.db
      .createQueryBuilder()
      .update(ListedDocument)
      .set({ ...said, ...settled, revision: () => 'revision + 1' })
      .where({ id: listed.id })
      .execute()
    await ctx.db.query(
      `insert into document_step (id, listed_document_id, progress, result, note, revised_to_id, merged_into_id, is_undoing, done_by, done_at, position)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce(max(position), 0) + 1 from document_step where listed_document_id = $2`,
      [
        newId(),
        listed.id,
        said.progress,
        said.result,
        said.note,
        said.revisedToId,
        said.mergedIntoId,
        isUndoing,
        ctx.viewer.personId,
        ctx.now,
      ],
    )
    // Under its own row it is treated now, or not any more.
    await ctx.db.query(
      `update allocation set treated_at = $3 where meeting_id = $1 and contribution_id = $2 and is_primary
         and (treated_at is null) <> ($3::timestamptz is null)`,
      [work.meeting.id, contribution.id, isSettled ? ctx.now : null],
    )
    // Those to which it leads, or led, show it too.
    const shown = [targetId, listed.revisedToId, listed.mergedIntoId].filter((id) => id !== null)
    if (shown.length > 0) {
      await ctx.db.query('update listed_document set is_listed = is_listed where contribution_id = any($1::uuid[])', [
        shown,
      ])
    }
    await this.tell(ctx, work, contribution, said, isUndoing)
  }

  private require({ state, number }: Contribution, said: Said): void {
    const problem = problemOfSettling(state, said)
    if (problem === null) return
    if (problem === 'ONE_OF_BOTH' || problem === 'LINK_TOO_MANY') {
      const detail =
        problem === 'ONE_OF_BOTH'
          ? 'a document either has come so far or has a result'
          : 'another document is named only with “revised” and “merged”'
      throw refuse('BAD_INPUT', { detail }, { field: 'input.result' })
    }
    const link = said.result ? (needsOf(said.result).link ?? 'result') : 'result'
    const fields = {
      NOTE_MISSING: 'note',
      LINK_MISSING: link,
      DOCUMENT_WITHDRAWN: 'result',
      DOCUMENT_MISSING: 'result',
    }
    throw refuse(problem, { number }, { field: `input.${fields[problem]}` })
  }

  /** The other document is one of the same group that the viewer sees, was not taken back, and does not lead back here. [DL-3] */
  private async requireTarget(ctx: WriteCtx, { contribution }: Line, targetId: string, said: Said): Promise<void> {
    const field = `input.${said.revisedToId ? 'revisedTo' : 'mergedInto'}`
    const target = await contributionsById(ctx).load(targetId)
    if (!target || target.groupId !== contribution.groupId) throw refuse('NOT_FOUND', {}, { field })
    if (target.state === 'WITHDRAWN' || target.state === 'LAPSED') {
      throw refuse('DOCUMENT_WITHDRAWN', { number: target.number }, { field })
    }
    // Only what can be reached from there: a group may have thousands of links.
    const links = (await ctx.db.query(
      `with recursive reached as (
         select contribution_id as "from", coalesce(revised_to_id, merged_into_id) as "to" from listed_document
         where contribution_id = $1 and (revised_to_id is not null or merged_into_id is not null)
         union
         select d.contribution_id, coalesce(d.revised_to_id, d.merged_into_id) from reached r
         join listed_document d on d.contribution_id = r."to" and (d.revised_to_id is not null or d.merged_into_id is not null))
       select * from reached`,
      [targetId],
    )) as Link[]
    if (closesCircle({ from: contribution.id, to: targetId }, links)) {
      throw refuse('LINK_CIRCLE', { number: contribution.number, other: target.number }, { field })
    }
  }

  private tell(
    ctx: WriteCtx,
    work: MeetingAtWork,
    { number: document, visibility }: Contribution,
    { progress, result }: Said,
    isUndoing: boolean,
  ): Promise<void> {
    const seenBy = narrower(narrower(work.meeting.visibility, work.group.visibility), visibility)
    if (isUndoing) return this.meetings.record(ctx, work, 'meeting.settlingUndone', { document }, seenBy)
    if (result) return this.meetings.record(ctx, work, 'meeting.documentSettled', { document, result }, seenBy)
    return this.meetings.record(ctx, work, 'meeting.documentProgressed', { document, progress }, seenBy)
  }
}
