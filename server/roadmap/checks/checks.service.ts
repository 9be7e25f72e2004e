import { Injectable } from '@nestjs/common'
import { isPartialDate, type CheckOutcome, type FactKind } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { handedIn, notToCome } from '#server/roadmap/provenance/index.js'
import './checks.access.js'
import { FactCheck } from './fact-check.entity.js'
import { factById, isOfItsItem, latestStage, tableOf, type FactRow } from './facts.read.js'

export interface CheckFact {
  readonly kind: FactKind
  readonly id: string
  readonly expectedRevision: number
  readonly outcome: CheckOutcome
  /** Where they looked. */
  readonly source: string
  /** Day on which they looked; today when left out. */
  readonly on?: string | null
  readonly checkAgainOn?: string | null
  readonly note?: string | null
}

/** What of a fact the record names: things have pages, facts are told with the thing they are about. */
const subjectOf: Readonly<Record<FactKind, string>> = {
  ITEM: 'item',
  NAME: 'item',
  TITLE: 'item',
  STAGE: 'item',
  PLAN: 'item',
  RELATION: 'relation',
  GAP: 'gap',
  COVERAGE: 'gap',
  GAP_BODY: 'gap',
  BODY: 'body',
  PRINCIPLE: 'principle',
  STAND: 'principle',
}

const longestNote = 1000

/** The verbs of looking again. */
@Injectable()
export class Checks {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
  ) {}

  /**
   * Says what one found who looked whether a fact is still so. An editor of the register confirms it at once; what others say, and that something
   * has changed, waits for an editor. [SO-1, SO-6, SO-7]
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, SOURCE_MISSING, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, BAD_INPUT, ALREADY_THERE.
   */
  async check(ctx: WriteCtx, given: CheckFact): Promise<FactCheck> {
    const fact = await this.fact(ctx, given.kind, given.id)
    this.access.require(ctx, 'fact.check', fact)
    if (ctx.viewer.personId === null) throw refuse('SIGN_IN_REQUIRED')
    unchanged(fact, given.expectedRevision)
    const today = ctx.now.toISOString().slice(0, 10)
    const lookedOn = given.on?.trim() || today
    if (lookedOn.length !== 10 || !isPartialDate(lookedOn)) {
      throw refuse('NO_SUCH_DAY', { day: lookedOn.slice(0, 20) }, { field: 'input.on' })
    }
    notToCome(lookedOn, ctx.now, 'input.on')
    const source = { source: given.source, confidence: 'VERIFIED' as const, checkAgainOn: given.checkAgainOn }
    const sourced = handedIn(ctx, source, 'input')
    const checkAgainOn = sourced.checkAgainOn ?? null
    if (checkAgainOn !== null && (checkAgainOn <= lookedOn || checkAgainOn < today)) {
      throw refuse('BAD_INPUT', { detail: 'the day to look again lies in the past' }, { field: 'input.checkAgainOn' })
    }
    const note = noteOf(given)
    const [waiting] = await ctx.db.query(
      `select 1 from fact_check where kind = $1 and fact_id = $2 and said_by = $3 and state = 'WAITING'`,
      [given.kind, given.id, ctx.viewer.personId],
    )
    if (waiting) throw refuse('CHECK_WAITS', {})

    const isConfirmed = given.outcome === 'STILL_SO' && this.access.may(ctx, 'fact.confirm', fact)
    const check = ctx.db.create(FactCheck, {
      id: newId(),
      kind: given.kind,
      factId: given.id,
      factRevision: fact.revision,
      outcome: given.outcome,
      source: sourced.source!,
      lookedOn,
      checkAgainOn,
      note,
      saidBy: ctx.viewer.personId,
      saidAt: ctx.now,
      state: isConfirmed ? 'TAKEN' : 'WAITING',
      settledBy: isConfirmed ? ctx.viewer.personId : null,
      settledAt: isConfirmed ? ctx.now : null,
    })
    await ctx.db.insert(FactCheck, check)
    if (isConfirmed) await this.confirm(ctx, check)
    else await this.tell(ctx, 'fact.reported', check)
    return check
  }

  /**
   * Takes or declines what somebody found. Taking "still so" confirms the fact on their word; taking "it changed" says that the change is recorded.
   * [SO-7] Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, NOT_A_STEP, STALE when the fact changed since they looked.
   */
  async settle(ctx: WriteCtx, { id, isTaken }: { id: string; isTaken: boolean }): Promise<FactCheck> {
    this.access.require(ctx, 'fact.confirm', null)
    const check = await ctx.db.findOne(FactCheck, { where: { id }, lock: { mode: 'pessimistic_write' } })
    if (!check) throw refuse('NOT_FOUND', {}, { field: 'input.id' })
    const state = isTaken ? 'TAKEN' : 'DECLINED'
    if (check.state !== 'WAITING') throw refuse('NOT_A_STEP', { from: check.state, to: state })
    Object.assign(check, { state, settledBy: ctx.viewer.personId, settledAt: ctx.now })
    await ctx.db.update(FactCheck, id, { state, settledBy: check.settledBy, settledAt: check.settledAt })
    if (isTaken && check.outcome === 'STILL_SO') {
      unchanged(await this.fact(ctx, check.kind, check.factId), check.factRevision)
      await this.confirm(ctx, check)
    } else if (isTaken) await this.tell(ctx, 'fact.reportTaken', check)
    else await this.tell(ctx, 'fact.reportDeclined', check)
    return check
  }

  private async fact(ctx: WriteCtx, kind: FactKind, id: string): Promise<FactRow> {
    const fact = await factById(ctx, kind, id)
    if (!fact) throw refuse('NOT_FOUND', {}, { field: 'input.id' })
    return fact
  }

  /** Writes down who looked, where and when; with an item, for all that was recorded together with it. [SO-6] */
  private async confirm(ctx: WriteCtx, check: FactCheck): Promise<void> {
    const values = [check.factId, check.source, check.lookedOn, check.saidBy, check.checkAgainOn]
    const columns = `source = $2, confidence = 'VERIFIED', as_of = $3, checked_by = $4, check_again_on = $5, revision = f.revision + 1`
    if (check.kind === 'ITEM') {
      const together = `from item i where i.id = $1 and f.item_id = i.id and ${isOfItsItem('f', 'i')}`
      await ctx.db.query(`update item_name f set ${columns} ${together} and f.to_on is null`, values)
      await ctx.db.query(`update item_stage f set ${columns} ${together} and ${latestStage}`, values)
    }
    if (check.kind === 'NAME') {
      await ctx.db.query(
        `update item i set title_confidence = 'VERIFIED', revision = i.revision + 1
         from item_name f where f.id = $1 and i.id = f.item_id and i.title_confidence <> 'VERIFIED'`,
        [check.factId],
      )
    }
    await ctx.db.query(`update ${tableOf(check.kind)} f set ${columns} where f.id = $1`, values)
    await this.tell(ctx, 'fact.checked', check)
  }

  private async tell(ctx: WriteCtx, verb: `fact.${string}`, check: FactCheck): Promise<void> {
    const type = subjectOf[check.kind]
    const column = { item: 'item_id', gap: 'gap_id', principle: 'principle_id' }[type]
    const isThing = ['ITEM', 'GAP', 'PRINCIPLE'].includes(check.kind) || column === undefined
    const [row] = (
      isThing
        ? [{ id: check.factId }]
        : await ctx.db.query(`select ${column} as id from ${tableOf(check.kind)} where id = $1`, [check.factId])
    ) as [{ id: string }]
    await this.activity.record(ctx, { verb, object: { type, id: row.id }, args: { fact: check.kind } })
  }
}

function unchanged(fact: FactRow, expectedRevision: number): void {
  if (fact.revision === expectedRevision) return
  throw refuse('STALE', { revision: fact.revision }, { details: { current: fact } })
}

/** That something changed is of use only with what. */
function noteOf({ outcome, note }: CheckFact): string | null {
  const field = { field: 'input.note' }
  const text = note?.trim() || null
  if (text === null && outcome === 'CHANGED') throw refuse('TEXT_MISSING', {}, field)
  if (text === null) return null
  if (text.includes('\0')) throw refuse('BAD_INPUT', { detail: 'it holds a character with the code 0' }, field)
  if ([...text].length > longestNote) {
    throw refuse('TEXT_TOO_LONG', { length: [...text].length, limit: longestNote }, field)
  }
  return text
}
