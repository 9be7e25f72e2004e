import { Injectable } from '@nestjs/common'
import { writeNumber } from '#schema/vocabulary/numbers.js'
import type { PrincipleOrigin } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import {
  givenDay,
  givenOptionalText,
  givenText,
  sourceColumns,
  type GivenSource,
} from '#server/roadmap/provenance/index.js'
import { PrincipleWording } from './principle-wording.entity.js'
import { Principle } from './principle.entity.js'
import './principles.access.js'
import { principleNumbered } from './principles.lookup.js'

/** What a wording of a principle says. */
interface Wording {
  readonly title: string
  readonly statement: string
  readonly rationale?: string | null
  readonly origin: PrincipleOrigin
  /** First day of the wording; null when unknown. */
  readonly on?: string | null
  readonly provenance: GivenSource
}

export type RecordPrinciple = Wording

export interface RewordPrinciple extends Wording {
  /** P-01. */
  readonly number: string
  readonly expectedRevision: number
  readonly reason: string
}

export interface WithdrawPrinciple {
  /** P-01. */
  readonly number: string
  readonly expectedRevision: number
  /** First day on which it holds no more. */
  readonly on: string
  readonly reason: string
}

/** The verbs on principles. How items stand against them: principle-stands.service.ts. */
@Injectable()
export class Principles {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
  ) {}

  /** Takes a principle in and gives it the next number. [PR-4] Refuses: SIGN_IN_REQUIRED, FORBIDDEN, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY. */
  async record(ctx: WriteCtx, given: RecordPrinciple): Promise<Principle> {
    this.access.require(ctx, 'principle.edit', null)
    const columns = columnsOfWording(given)
    // One numbering at a time. Principles are never deleted, so the highest number is the last one given.
    await ctx.db.query(`select pg_advisory_xact_lock(hashtextextended('principle.number', 0))`)
    const [last] = (await ctx.db.query('select coalesce(max(number), 0) as number from principle')) as [
      { number: number },
    ]
    const principle = ctx.db.create(Principle, {
      id: newId(),
      number: last.number + 1,
      version: 1,
      ...columns,
      rewordedBecause: null,
      withdrawnOn: null,
      withdrawnBecause: null,
      revision: 1,
    })
    await ctx.db.insert(Principle, principle)
    await this.tell(ctx, 'principle.recorded', principle)
    return principle
  }

  /**
   * Gives a principle new words from a day on; those before it stay to be read. [PR-4]
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, PRINCIPLE_WITHDRAWN, SAME_WORDING, WORDING_TOO_EARLY, TEXT_MISSING, TEXT_TOO_LONG,
   * NO_SUCH_DAY.
   */
  async reword(ctx: WriteCtx, given: RewordPrinciple): Promise<Principle> {
    const before = await this.held(ctx, given)
    const columns = columnsOfWording(given)
    const isSame = (['title', 'statement', 'rationale', 'origin'] as const).every(
      (name) => columns[name] === before[name],
    )
    if (isSame) throw refuse('SAME_WORDING', {}, { field: 'input.statement' })
    if (before.wordedOn !== null && columns.wordedOn !== null && columns.wordedOn < before.wordedOn) {
      throw refuse('WORDING_TOO_EARLY', { from: before.wordedOn, on: columns.wordedOn }, { field: 'input.on' })
    }
    const rewordedBecause = givenText(given.reason, 2000, 'input.reason')
    const principle = await revise(ctx.db, Principle, before.id, given.expectedRevision, {
      ...columns,
      rewordedBecause,
      version: before.version + 1,
    })
    const { id: principleId, number: _number, withdrawnOn: _on, withdrawnBecause: _why, ...wording } = before
    await ctx.db.insert(PrincipleWording, { ...wording, id: newId(), principleId, revision: 1 })
    await this.tell(ctx, 'principle.reworded', principle, { version: principle.version })
    return principle
  }

  /**
   * Says that a principle holds no more from a day on; it keeps number, words and what stands against it. [PR-5]
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, PRINCIPLE_WITHDRAWN, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, WORDING_TOO_EARLY.
   */
  async withdraw(ctx: WriteCtx, given: WithdrawPrinciple): Promise<Principle> {
    const before = await this.held(ctx, given)
    const withdrawnOn = givenDay(given.on, 'input.on')
    if (before.wordedOn !== null && withdrawnOn !== null && withdrawnOn < before.wordedOn) {
      throw refuse('WORDING_TOO_EARLY', { from: before.wordedOn, on: withdrawnOn }, { field: 'input.on' })
    }
    const principle = await revise(ctx.db, Principle, before.id, given.expectedRevision, {
      withdrawnOn,
      withdrawnBecause: givenText(given.reason, 2000, 'input.reason'),
    })
    await this.tell(ctx, 'principle.withdrawn', principle, { on: withdrawnOn! })
    return principle
  }

  /** A principle that holds, once it is sure that the viewer may change it, and on which revision. */
  private async held(ctx: WriteCtx, { number, expectedRevision }: { number: string; expectedRevision: number }) {
    const principle = await principleNumbered(ctx, number, 'input.number')
    this.access.require(ctx, 'principle.edit', principle)
    if (principle.withdrawnOn !== null)
      throw refuse('PRINCIPLE_WITHDRAWN', { number: writeNumber('P', principle.number) })
    if (principle.revision !== expectedRevision) {
      const current = { ...principle, number: writeNumber('P', principle.number) }
      throw refuse('STALE', { revision: principle.revision }, { details: { current } })
    }
    return principle
  }

  private tell(
    ctx: WriteCtx,
    verb: `principle.${string}`,
    { id, number }: Principle,
    more: object = {},
  ): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'principle', id },
      args: { number: writeNumber('P', number), ...more },
    })
  }
}

const columnsOfWording = (given: Wording) => ({
  title: givenText(given.title, 300, 'input.title'),
  statement: givenText(given.statement, 10_000, 'input.statement'),
  rationale: givenOptionalText(given.rationale, 10_000, 'input.rationale'),
  origin: given.origin,
  wordedOn: givenDay(given.on, 'input.on'),
  ...sourceColumns(given.provenance),
})
