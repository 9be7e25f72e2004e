import { Injectable } from '@nestjs/common'
import type { ReservationKind, ReservationState } from '#schema/vocabulary/decisions.js'
import { Access, type Visibility } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { affiliationsOf, peopleById } from '#server/community/people/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { narrower, optionalTextOf, StandardsGroup, textOf } from '#server/process/groups/index.js'
import { requireUnclosed } from '#server/process/meetings/index.js'
import { mayMoveTo } from './consensus.js'
import { Decision } from './decision.entity.js'
import './decisions.access.js'
import { decisionScope, meetingOf } from './decisions.service.js'
import { Places, type GivenPlace } from './places.service.js'
import { Reservation } from './reservation.entity.js'
import { subjectColumns, subjectOf, type Subject } from './subject.js'
import { Subjects, type GivenSubject } from './subjects.service.js'

/** As in the SDL. */
export interface EnterReservation extends GivenPlace {
  readonly kind: ReservationKind
  readonly text: string
  readonly decision?: number | null
  readonly subject?: GivenSubject | null
  readonly holder?: string | null
  readonly organisation?: string | null
  readonly isOfOrganisation?: boolean | null
}

/** What the API does not take: the room knows it of a consensus call. */
export interface EnteredFor {
  readonly subject?: Subject | null
  readonly visibility?: Visibility
}

interface Seen {
  readonly id: string
  readonly expectedRevision: number
}

/** The verbs on reservations and objections. */
@Injectable()
export class Reservations {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly places: Places,
    private readonly subjects: Subjects,
  ) {}

  /**
   * Enters what somebody holds against a matter: one's own, or the secretariat for others. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN,
   * BAD_INPUT, TEXT_MISSING, TEXT_TOO_LONG, HOLDER_MISSING, MEETING_CANCELLED, MEETING_CLOSED, DECIDED_ON_WITHDRAWN. [DC-7]
   */
  async enter(ctx: WriteCtx, given: EnterReservation, known: EnteredFor = {}): Promise<Reservation> {
    const group = await this.places.lock(ctx, given.group)
    const scope = { groupId: group.id, visibility: group.visibility }
    const holderId = given.holder ?? (given.isOfOrganisation ? null : ctx.viewer.personId)
    const isOwn = holderId !== null && holderId === ctx.viewer.personId
    this.access.require(ctx, isOwn ? 'decisions.reserve' : 'decisions.record', scope)
    const organisation = optionalTextOf(given.organisation, 300, 'input.organisation')
    if (holderId === null && organisation === null) throw refuse('HOLDER_MISSING', {}, { field: 'input.organisation' })
    const decision = await this.decisionOf(ctx, group, given.decision)
    if (decision) requireUnclosed(await meetingOf(ctx, decision), { field: 'input.decision' })
    const place = await this.places.within(ctx, group, given)
    const meetingId = decision?.meetingId ?? place.meeting?.id ?? null
    // Said with the decision itself, it is about what that is about.
    const subject = decision
      ? subjectOf(decision)
      : (known.subject ?? (await this.subjects.find(ctx, group, given.subject)))
    const visibility = decision
      ? (await decisionScope(ctx, decision)).visibility
      : narrower(known.visibility ?? place.visibility, place.visibility)
    const reservation = Object.assign(new Reservation(), {
      id: newId(),
      groupId: group.id,
      // Once it is decided nothing stands in the way any more: what is held then is kept beside it.
      kind: decision ? ('RESERVATION' as const) : given.kind,
      state: 'OPEN' as const,
      meetingId,
      agendaItemId: decision?.agendaItemId ?? place.agendaItemId,
      decisionId: decision?.id ?? null,
      ...subjectColumns(subject),
      holderId,
      affiliationId: await this.affiliationThen(ctx, group, holderId),
      organisation,
      text: textOf(given.text, 5000, 'input.text'),
      answer: null,
      answeredById: null,
      answeredAt: null,
      enteredById: ctx.viewer.personId,
      enteredAt: ctx.now,
      visibility,
      revision: 1,
    })
    await ctx.db.insert(Reservation, reservation)
    await this.tell(ctx, 'reservation.entered', reservation, { kind: reservation.kind })
    return reservation
  }

  /** Answers, or puts the answer better. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, NOT_A_STEP, TEXT_MISSING, TEXT_TOO_LONG. [DC-7] */
  async answer(ctx: WriteCtx, given: Seen & { readonly answer: string }): Promise<Reservation> {
    const held = await this.take(ctx, given.id, 'reservation.answer')
    this.requireStep(held, 'ANSWERED', 'input.answer')
    const answered = await revise(ctx.db, Reservation, held.id, given.expectedRevision, {
      state: 'ANSWERED',
      answer: textOf(given.answer, 5000, 'input.answer'),
      answeredById: ctx.viewer.personId,
      answeredAt: ctx.now,
    })
    await this.tell(ctx, 'reservation.answered', answered, { kind: answered.kind })
    return answered
  }

  /** Upholds it after the answer, or takes it back. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, NOT_A_STEP. [DC-7] */
  async move(ctx: WriteCtx, given: Seen & { readonly state: ReservationState }): Promise<Reservation> {
    const held = await this.take(ctx, given.id, 'reservation.move')
    const { state } = given
    if (state !== 'SUSTAINED' && state !== 'WITHDRAWN') throw refuse('NOT_A_STEP', { from: held.state, to: state })
    this.requireStep(held, state, 'input.state')
    const moved = await revise(ctx.db, Reservation, held.id, given.expectedRevision, { state })
    if (state === 'SUSTAINED') await this.tell(ctx, 'reservation.sustained', moved, { kind: moved.kind })
    else await this.tell(ctx, 'reservation.withdrawn', moved, { kind: moved.kind })
    return moved
  }

  /**
   * Puts the words better before anybody has answered and the meeting is closed; `heldBy`, which the API does not take, says that the minutes name another holder.
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, MEETING_CLOSED, NOT_A_STEP, TEXT_MISSING, TEXT_TOO_LONG, HOLDER_MISSING.
   */
  async reword(
    ctx: WriteCtx,
    given: Seen & { readonly text: string; readonly heldBy?: { holder: string | null; organisation: string | null } },
  ): Promise<Reservation> {
    const held = await this.take(ctx, given.id, 'reservation.move')
    requireUnclosed(await meetingOf(ctx, held))
    if (held.state !== 'OPEN') throw refuse('NOT_A_STEP', { from: held.state, to: 'OPEN' }, { field: 'input.text' })
    const text = textOf(given.text, 5000, 'input.text')
    const changes = { text, ...(given.heldBy && (await this.heldBy(ctx, held, given.heldBy))) }
    const reworded = await revise(ctx.db, Reservation, held.id, given.expectedRevision, changes)
    await this.tell(ctx, 'reservation.reworded', reworded, { kind: reworded.kind })
    return reworded
  }

  /** Another holder. They are named by whoever writes the record, not by the one who is named. */
  private async heldBy(
    ctx: WriteCtx,
    { groupId, visibility }: Reservation,
    given: { holder: string | null; organisation: string | null },
  ) {
    this.access.require(ctx, 'decisions.record', { groupId, visibility })
    const organisation = optionalTextOf(given.organisation, 300, 'input.organisation')
    if (given.holder === null && organisation === null) {
      throw refuse('HOLDER_MISSING', {}, { field: 'input.organisation' })
    }
    const group = await ctx.db.findOneByOrFail(StandardsGroup, { id: groupId })
    const affiliationId = await this.affiliationThen(ctx, group, given.holder)
    return { holderId: given.holder, organisation, affiliationId }
  }

  private requireStep({ state }: Reservation, to: ReservationState, field: string): void {
    if (!mayMoveTo(state).includes(to)) throw refuse('NOT_A_STEP', { from: state, to }, { field })
  }

  private async take(ctx: WriteCtx, id: string, permission: `reservation.${string}`): Promise<Reservation> {
    const held = await ctx.db.findOne(Reservation, { where: { id }, lock: { mode: 'for_no_key_update' } })
    if (!held) throw refuse('NOT_FOUND')
    this.access.require(ctx, permission, { ...(await decisionScope(ctx, held)), holderId: held.holderId })
    return held
  }

  private async decisionOf(ctx: WriteCtx, group: StandardsGroup, number: number | null | undefined) {
    if (number == null) return null
    const decision = await ctx.db.findOneBy(Decision, { groupId: group.id, number })
    if (!decision || !this.access.may(ctx, 'decisions.read', await decisionScope(ctx, decision))) {
      throw refuse('NOT_FOUND', {}, { field: 'input.decision' })
    }
    return decision
  }

  /** Where somebody belongs on the day. Refuses: NOT_FOUND for who is nobody, or was erased. */
  async affiliationThen(ctx: WriteCtx, group: StandardsGroup, holderId: string | null): Promise<string | null> {
    if (holderId === null) return null
    const holder = await peopleById(ctx).load(holderId)
    if (!holder || holder.erasedAt) throw refuse('NOT_FOUND', {}, { field: 'input.holder' })
    const today = dayIn(ctx.now, group.deadlineZone)
    const all = await affiliationsOf(ctx).load(holderId)
    const now = all.find(({ fromOn, toOn }) => (fromOn === null || fromOn <= today) && (toOn === null || toOn > today))
    return now?.id ?? null
  }

  private async tell(
    ctx: WriteCtx,
    verb: `reservation.${string}`,
    held: Reservation,
    args: Record<string, unknown>,
  ): Promise<void> {
    await this.activity.record(ctx, {
      verb,
      object: { type: 'reservation', id: held.id },
      groupId: held.groupId,
      visibility: (await decisionScope(ctx, held)).visibility,
      args,
    })
  }
}
