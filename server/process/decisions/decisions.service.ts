import { Injectable } from '@nestjs/common'
import type { DecisionKind } from '#schema/vocabulary/decisions.js'
import { Access, type Visibility } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { SharedDocument } from '#server/drafting/documents/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { inOrder, narrower, optionalDayOf, StandardsGroup, textOf } from '#server/process/groups/index.js'
import { decisionPresenceOf, Meeting, requireUnclosed } from '#server/process/meetings/index.js'
import { objectionsLeft, standsInTheWay } from './consensus.js'
import { dayOfDecision } from './day-of-decision.js'
import { DecidedTexts } from './decided-texts.service.js'
import { DecisionCorrection } from './decision-correction.entity.js'
import { Decision } from './decision.entity.js'
import './decisions.access.js'
import { Places, type GivenPlace, type Place } from './places.service.js'
import { Reservation } from './reservation.entity.js'
import { subjectColumnInSql, subjectColumns, type Subject } from './subject.js'
import { Subjects, type GivenSubject } from './subjects.service.js'

/** As in the SDL. */
export interface RecordDecision extends GivenPlace {
  readonly kind: DecisionKind
  readonly text: string
  readonly subject?: GivenSubject | null
  readonly reverses?: number | null
  readonly decidedOn?: string | null
  readonly challengeBy?: string | null
  readonly asReservations?: readonly string[] | null
  readonly visibility?: Visibility | null
}

/** What the API does not take: other rooms know it. */
export interface RecordedFor {
  /** Hash of a frozen version of the text; absent, a text is hashed as it is stored now. */
  readonly documentHash?: string
  /** Objections that were raised elsewhere on the same matter. */
  readonly objections?: readonly string[]
  /** What it is about, found before. */
  readonly subject?: Subject | null
}

export interface CorrectDecision {
  readonly id: string
  readonly expectedRevision: number
  readonly text: string
  readonly reason: string
}

/** The verbs on decisions. */
@Injectable()
export class Decisions {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly places: Places,
    private readonly subjects: Subjects,
    private readonly texts: DecidedTexts,
  ) {}

  /**
   * Records a decision under the group's next number, and keeps the objections that are named with it as reservations. Refuses: NOT_FOUND,
   * SIGN_IN_REQUIRED, FORBIDDEN, BAD_INPUT, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, DAY_OUT_OF_RANGE, ENDS_BEFORE_START, MEETING_CANCELLED,
   * MEETING_CLOSED, DECIDED_ON_WITHDRAWN, OBJECTION_STANDS, DECISION_REVERSED. [ME-12, DC-1, DC-2, DC-3, DC-5, DC-8]
   */
  async record(ctx: WriteCtx, given: RecordDecision, known: RecordedFor = {}): Promise<Decision> {
    const group = await this.places.lock(ctx, given.group)
    this.access.require(ctx, 'decisions.record', { groupId: group.id, visibility: group.visibility })
    const place = await this.places.within(ctx, group, given)
    const subject = known.subject
      ? await this.subjects.still(ctx, group, known.subject)
      : await this.subjects.find(ctx, group, given.subject)
    const decidedOn = dayOfDecision(ctx.now, place, given.decidedOn, 'input.decidedOn')
    const challengeBy = optionalDayOf(given.challengeBy?.trim() || null, 'input.challengeBy')
    if (challengeBy !== null) inOrder(decidedOn, challengeBy, 'input.challengeBy')
    const reversed = await this.toReverse(ctx, group, given.reverses)
    const kept = await this.settleObjections(ctx, given, place, subject, known.objections ?? [])
    const highest = await ctx.db.maximum(Decision, 'number', { groupId: group.id })
    const decision = Object.assign(new Decision(), {
      id: newId(),
      groupId: group.id,
      meetingId: place.meeting?.id ?? null,
      agendaItemId: place.agendaItemId,
      number: (highest ?? 0) + 1,
      kind: given.kind,
      text: textOf(given.text, 5000, 'input.text'),
      ...subjectColumns(subject),
      documentHash: known.documentHash ?? (await this.hashOf(ctx, subject)),
      reversesId: reversed?.id ?? null,
      presence: decisionPresenceOf(place.meeting, group),
      decidedOn,
      challengeBy,
      enteredById: ctx.viewer.personId,
      visibility: narrower(given.visibility ?? place.visibility, place.visibility),
      revision: 1,
    })
    await ctx.db.insert(Decision, decision)
    await this.keep(ctx, kept, decision)
    const { kind, number } = decision
    await this.tell(ctx, 'decision.recorded', decision, { kind, on: decidedOn, number })
    if (reversed)
      await this.tell(ctx, 'decision.reversed', reversed, { number: reversed.number, by: number, on: decidedOn })
    return decision
  }

  /**
   * Mends the words of a decision, as an editorial matter; how they read before stays. Not once its meeting is closed. Refuses: NOT_FOUND,
   * SIGN_IN_REQUIRED, FORBIDDEN, STALE, MEETING_CLOSED, TEXT_MISSING, TEXT_TOO_LONG. [DC-4, MT-14]
   */
  async correct(ctx: WriteCtx, given: CorrectDecision): Promise<Decision> {
    const decision = await this.take(ctx, given.id)
    requireUnclosed(await meetingOf(ctx, decision))
    const text = textOf(given.text, 5000, 'input.text')
    const reason = textOf(given.reason, 1000, 'input.reason')
    const corrected = await revise(ctx.db, Decision, decision.id, given.expectedRevision, { text })
    if (text === decision.text) return corrected
    await ctx.db.insert(DecisionCorrection, {
      id: newId(),
      decisionId: decision.id,
      textBefore: decision.text,
      reason,
      correctedById: ctx.viewer.personId,
      correctedAt: ctx.now,
    })
    await this.tell(ctx, 'decision.corrected', corrected, { number: corrected.number })
    return corrected
  }

  /** A decision that somebody is about to change, locked. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN. */
  private async take(ctx: WriteCtx, id: string): Promise<Decision> {
    const decision = await ctx.db.findOne(Decision, { where: { id }, lock: { mode: 'for_no_key_update' } })
    if (!decision) throw refuse('NOT_FOUND')
    this.access.require(ctx, 'decisions.record', await decisionScope(ctx, decision))
    return decision
  }

  /** The decision that is to be reversed. The group is locked, so nobody else reverses it now. Refuses: NOT_FOUND, DECISION_REVERSED. [DC-3] */
  private async toReverse(ctx: WriteCtx, group: StandardsGroup, number: number | null | undefined) {
    if (number == null) return null
    const reversed = await ctx.db.findOneBy(Decision, { groupId: group.id, number })
    if (!reversed) throw refuse('NOT_FOUND', {}, { field: 'input.reverses' })
    const by = await ctx.db.findOneBy(Decision, { reversesId: reversed.id })
    if (by) throw refuse('DECISION_REVERSED', { number, by: by.number }, { field: 'input.reverses' })
    return reversed
  }

  /**
   * What is held against the matter and belongs to no decision yet: raised on the same row of the agenda, on the same subject, where other rooms know,
   * or named to be kept. Answers those that are to be kept with the decision; refuses when an objection is left. Refuses: OBJECTION_STANDS, NOT_FOUND. [DC-8]
   */
  private async settleObjections(
    ctx: WriteCtx,
    given: RecordDecision,
    { group, agendaItemId }: Place,
    subject: Subject | null,
    known: readonly string[],
  ): Promise<Reservation[]> {
    const asReservations = given.asReservations ?? []
    const query = ctx.db
      .createQueryBuilder(Reservation, 'r')
      .setLock('pessimistic_write')
      .where('r.group_id = :groupId and r.decision_id is null', { groupId: group.id })
      .andWhere(
        `(r.id = any(:known::uuid[]) or r.agenda_item_id = :agendaItemId${subject ? ` or r.${subjectColumnInSql[subject.kind]} = :subjectId` : ''})`,
        { known: [...known, ...asReservations], agendaItemId, subjectId: subject?.id },
      )
      .orderBy('r.entered_at')
    const held = await query.getMany()
    const strange = asReservations.find((id) => !held.some((one) => one.id === id))
    if (strange) throw refuse('NOT_FOUND', {}, { field: 'input.asReservations' })
    const left = objectionsLeft(given.kind, held, asReservations)
    if (left.length > 0) {
      throw refuse(
        'OBJECTION_STANDS',
        { count: left.length },
        { field: 'input.asReservations', details: { objections: left.map(({ id }) => id) } },
      )
    }
    // What is upheld or unanswered and not in the way (a reservation, or any objection where nothing was agreed) is kept with the decision too.
    return held
      .filter((one) => one.state !== 'WITHDRAWN')
      .map((one) =>
        asReservations.includes(one.id) && standsInTheWay(one) ? { ...one, kind: 'RESERVATION' as const } : one,
      )
  }

  private async keep(ctx: WriteCtx, kept: readonly Reservation[], decision: Decision): Promise<void> {
    for (const { id, revision, kind } of kept) {
      await revise(ctx.db, Reservation, id, revision, { kind, decisionId: decision.id })
    }
  }

  private async hashOf(ctx: WriteCtx, subject: Subject | null): Promise<string | null> {
    if (subject?.kind !== 'DOCUMENT') return null
    return this.texts.hash(await ctx.db.findOneByOrFail(SharedDocument, { id: subject.id }))
  }

  private async tell(
    ctx: WriteCtx,
    verb: `decision.${string}`,
    decision: Decision,
    args: Record<string, unknown>,
  ): Promise<void> {
    await this.activity.record(ctx, {
      verb,
      object: { type: 'decision', id: decision.id },
      groupId: decision.groupId,
      visibility: (await decisionScope(ctx, decision)).visibility,
      args,
    })
  }
}

/** Something of the record as the permission table sees it: as hidden as the most hidden of itself, its meeting and its group. [GR-3] */
export async function decisionScope(
  ctx: WriteCtx,
  row: { readonly groupId: string; readonly meetingId: string | null; readonly visibility: Visibility },
): Promise<{ groupId: string; visibility: Visibility }> {
  const group = await ctx.db.findOneByOrFail(StandardsGroup, { id: row.groupId })
  const meeting = await meetingOf(ctx, row)
  const inGroup = narrower(row.visibility, group.visibility)
  return { groupId: row.groupId, visibility: meeting ? narrower(inGroup, meeting.visibility) : inGroup }
}

/** The meeting at which something of the record came up; null when it was at none. */
export const meetingOf = async (
  ctx: WriteCtx,
  { meetingId }: { readonly meetingId: string | null },
): Promise<Meeting | null> => (meetingId === null ? null : ctx.db.findOneByOrFail(Meeting, { id: meetingId }))
