import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import type { DecisionKind } from '#schema/vocabulary/decisions.js'
import { Access, type Visibility } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { dayOf, narrower, optionalTextOf, StandardsGroup, textOf } from '#server/process/groups/index.js'
import { callClosesAt, earliestClosing, leastCallDays, stateAt } from './call-days.js'
import { ConsensusAnswer } from './consensus-answer.entity.js'
import { ConsensusCall } from './consensus-call.entity.js'
import { ConsensusNews } from './consensus-news.service.js'
import './decisions.access.js'
import { Decisions } from './decisions.service.js'
import { unanswered } from './consensus.js'
import { Places } from './places.service.js'
import { Reservation } from './reservation.entity.js'
import { Reservations } from './reservations.service.js'
import { subjectColumns, subjectOf } from './subject.js'
import { Subjects, type GivenSubject } from './subjects.service.js'

/** As in the SDL. */
export interface OpenConsensusCall {
  readonly group: string
  readonly question: string
  readonly subject?: GivenSubject | null
  readonly closesOn: string
  readonly visibility?: Visibility | null
}

interface Seen {
  readonly id: string
  readonly expectedRevision: number
}

/** The verbs on consensus calls. */
@Injectable()
export class ConsensusCalls {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly places: Places,
    private readonly subjects: Subjects,
    private readonly decisions: Decisions,
    private readonly reservations: Reservations,
    private readonly news: ConsensusNews,
  ) {}

  /** Puts a question to the group, and has everybody in it told. Refuses: see the SDL. [CC-1, CC-2, CC-5] */
  async open(ctx: WriteCtx, given: OpenConsensusCall): Promise<ConsensusCall> {
    const group = await this.places.lock(ctx, given.group)
    this.access.require(ctx, 'decisions.record', { groupId: group.id, visibility: group.visibility })
    const subject = await this.subjects.find(ctx, group, given.subject)
    const closesOn = dayOf(given.closesOn.trim(), 'input.closesOn')
    const earliest = earliestClosing(dayIn(ctx.now, group.deadlineZone), group.ruleset)
    if (closesOn < earliest) {
      const args = { days: leastCallDays(group.ruleset), earliest }
      throw refuse('CALL_TOO_SHORT', args, { field: 'input.closesOn' })
    }
    const highest = await ctx.db.maximum(ConsensusCall, 'number', { groupId: group.id })
    const call = Object.assign(new ConsensusCall(), {
      id: newId(),
      groupId: group.id,
      number: (highest ?? 0) + 1,
      question: textOf(given.question, 5000, 'input.question'),
      ...subjectColumns(subject),
      opensAt: ctx.now,
      closesOn,
      closesAt: callClosesAt(closesOn, group.deadlineZone),
      zone: group.deadlineZone,
      state: 'OPEN' as const,
      outcome: null,
      decisionId: null,
      openedById: ctx.viewer.personId,
      visibility: narrower(given.visibility ?? group.visibility, group.visibility),
      revision: 1,
    })
    await ctx.db.insert(ConsensusCall, call)
    await this.tell(ctx, 'consensus.opened', call, { on: closesOn })
    await this.news.spread(ctx, call)
    return call
  }

  /** Answers for oneself; answering again puts other words, or adds an objection. Refuses: see the SDL. [CC-3] */
  async answer(
    ctx: WriteCtx,
    given: { id: string; isObjection: boolean; text?: string | null; organisation?: string | null },
  ): Promise<ConsensusCall> {
    const { call, group } = await this.take(ctx, given.id, 'decisions.reserve')
    if (stateAt(call, ctx.now) !== 'OPEN') throw refuse('CALL_CLOSED')
    // Whoever takes part is a person; the system has no opinion.
    const holderId = ctx.viewer.personId
    if (holderId === null) throw refuse('FORBIDDEN')
    const before = await ctx.db.findOneBy(ConsensusAnswer, { callId: call.id, holderId })
    if (before?.reservationId) throw refuse('OBJECTED_ALREADY')
    const objection = given.isObjection
      ? await this.reservations.enter(
          ctx,
          { group: group.slug, kind: 'OBJECTION', text: given.text ?? '', organisation: given.organisation ?? null },
          { subject: subjectOf(call), visibility: call.visibility },
        )
      : null
    const said = {
      affiliationId: objection?.affiliationId ?? (await this.reservations.affiliationThen(ctx, group, holderId)),
      words: given.isObjection ? (before?.words ?? null) : optionalTextOf(given.text, 5000, 'input.text'),
      reservationId: objection?.id ?? null,
      answeredAt: ctx.now,
    }
    if (before) await revise(ctx.db, ConsensusAnswer, before.id, before.revision, said)
    else await ctx.db.insert(ConsensusAnswer, { id: newId(), callId: call.id, holderId, revision: 1, ...said })
    if (!before) await this.tell(ctx, 'consensus.answered', call, {})
    return call
  }

  /** Ends a closed call once each objection is answered: its outcome becomes a decision. Refuses: see the SDL. [CC-4, DC-8] */
  async ratify(
    ctx: WriteCtx,
    given: Seen & { kind: DecisionKind; outcome: string; asReservations?: readonly string[] | null },
  ): Promise<ConsensusCall> {
    const { call, group } = await this.take(ctx, given.id, 'decisions.ratify')
    const state = stateAt(call, ctx.now)
    if (state === 'OPEN') throw refuse('CALL_RUNS', { closesOn: call.closesOn })
    if (state !== 'CLOSED') throw refuse('CALL_CLOSED')
    if (call.revision !== given.expectedRevision) throw refuse('STALE', { revision: call.revision })
    const outcome = textOf(given.outcome, 5000, 'input.outcome')
    const answers = await ctx.db.findBy(ConsensusAnswer, { callId: call.id })
    const objections = answers.flatMap(({ reservationId }) => (reservationId ? [reservationId] : []))
    await this.requireAnswered(ctx, objections)
    const decision = await this.decisions.record(
      ctx,
      {
        group: group.slug,
        kind: given.kind,
        text: outcome,
        asReservations: given.asReservations ?? [],
        visibility: call.visibility,
      },
      { subject: subjectOf(call), objections },
    )
    const ratified = await revise(ctx.db, ConsensusCall, call.id, call.revision, {
      state: 'RATIFIED',
      outcome,
      decisionId: decision.id,
    })
    await this.tell(ctx, 'consensus.ratified', ratified, { decision: decision.number })
    return ratified
  }

  /** Takes a call back. Refuses: see the SDL. */
  async withdraw(ctx: WriteCtx, given: Seen & { reason: string }): Promise<ConsensusCall> {
    const { call } = await this.take(ctx, given.id, 'decisions.record')
    if (call.state === 'RATIFIED' || call.state === 'WITHDRAWN') throw refuse('CALL_CLOSED')
    const outcome = textOf(given.reason, 5000, 'input.reason')
    const withdrawn = await revise(ctx.db, ConsensusCall, call.id, given.expectedRevision, {
      state: 'WITHDRAWN',
      outcome,
    })
    await this.tell(ctx, 'consensus.withdrawn', withdrawn, {})
    return withdrawn
  }

  /** Writes down that the last day of calls is over, so that everybody hears of it. Answers how many. The system calls it. */
  async close(ctx: WriteCtx): Promise<number> {
    const due = await ctx.db
      .createQueryBuilder(ConsensusCall, 'c')
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .where(`c.state = 'OPEN' and c.closes_at <= :now`, { now: ctx.now })
      .take(100)
      .getMany()
    for (const call of due) {
      const closed = await revise(ctx.db, ConsensusCall, call.id, call.revision, { state: 'CLOSED' })
      await this.tell(ctx, 'consensus.closed', closed, { on: closed.closesOn })
    }
    return due.length
  }

  /** Kept with the decision is what its holder upholds after the answer; nothing is kept that nobody answered. Refuses: OBJECTION_UNANSWERED. [CC-4] */
  private async requireAnswered(ctx: WriteCtx, ids: readonly string[]): Promise<void> {
    const open = unanswered(await ctx.db.findBy(Reservation, { id: In([...ids]) }))
    if (open.length === 0) return
    throw refuse('OBJECTION_UNANSWERED', { count: open.length }, { details: { objections: open.map(({ id }) => id) } })
  }

  private async take(ctx: WriteCtx, id: string, permission: `decisions.${string}`) {
    const call = await ctx.db.findOne(ConsensusCall, { where: { id }, lock: { mode: 'for_no_key_update' } })
    if (!call) throw refuse('NOT_FOUND')
    const group = await ctx.db.findOneByOrFail(StandardsGroup, { id: call.groupId })
    this.access.require(ctx, permission, { groupId: group.id, visibility: narrower(call.visibility, group.visibility) })
    return { call, group }
  }

  private async tell(
    ctx: WriteCtx,
    verb: `consensus.${string}`,
    call: ConsensusCall,
    args: Record<string, unknown>,
  ): Promise<void> {
    const group = await ctx.db.findOneByOrFail(StandardsGroup, { id: call.groupId })
    await this.activity.record(ctx, {
      verb,
      object: { type: 'consensus', id: call.id },
      groupId: call.groupId,
      visibility: narrower(call.visibility, group.visibility),
      args: { number: call.number, ...args },
    })
  }
}
