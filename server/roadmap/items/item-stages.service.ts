import { Injectable } from '@nestjs/common'
import { stageFamilyOf, type DateKind, type ItemStatus } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Body } from '#server/roadmap/bodies/index.js'
import { notToCome, sourceColumns, type GivenSource } from '#server/roadmap/provenance/index.js'
import { dateOf, longest, optionalTextOf, textOf } from './checked-input.js'
import { shortcomingOf, type Finding } from './evidence-rank.js'
import { ItemNames } from './item-names.service.js'
import { ItemPlan } from './item-plan.entity.js'
import { ItemStage } from './item-stage.entity.js'
import { Item } from './item.entity.js'
import './items.access.js'
import { isStepBack } from './stage-order.js'
import { stateOf } from './state-of.js'

export interface RecordStage {
  /** Slug or any name. */
  readonly item: string
  readonly expectedRevision: number
  /** The body's own word or code; null when only the status is known. */
  readonly nativeStage: string | null
  readonly fallbackStatus?: ItemStatus | null
  /** When it reached the stage, as precise as known; null when only the evidence is dated. */
  readonly on?: string | null
  /** Why what stood here was wrong; null for a further step. */
  readonly correction?: string | null
  readonly isCorrection?: boolean | null
  readonly provenance: GivenSource
}

export interface RecordPlan {
  /** Slug or any name. */
  readonly item: string
  readonly expectedRevision: number
  readonly kind: DateKind
  /** As precise as it was said; null when no date is named any more. */
  readonly plannedOn: string | null
  readonly provenance: GivenSource
}

type SourceColumns = ReturnType<typeof sourceColumns>

/** The verbs on how far items have come and are meant to come. */
@Injectable()
export class ItemStages {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly names: ItemNames,
  ) {}

  /**
   * Takes note of how far an item has come, in its body's own words. [IT-2, IT-3, IT-10, IT-12]
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, BAD_INPUT, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DATE, STALE, UNKNOWN_STAGE, UNOFFICIAL_STAGE,
   * STATE_POORER, STAGE_BEFORE_LAST.
   */
  async record(ctx: WriteCtx, given: RecordStage): Promise<Item> {
    const before = await this.take(ctx, given)
    const nativeStage = optionalTextOf(given.nativeStage, longest.stage, 'input.nativeStage')
    const fallbackStatus = given.fallbackStatus ?? null
    if (nativeStage === null && fallbackStatus === null)
      throw refuse('TEXT_MISSING', {}, { field: 'input.nativeStage' })
    const on = given.on ? dateOf(given.on, 'input.on') : null
    if (on !== null && !ctx.viewer.isSystem) notToCome(on, ctx.now, 'input.on')
    const body = await ctx.db.findOneByOrFail(Body, { id: before.bodyId })
    const isSuperseded = before.state === 'SUPERSEDED'
    const { state, basis } = stateOf({ family: stageFamilyOf(body.slug), nativeStage, fallbackStatus, isSuperseded })
    const sourced = sourceColumns(given.provenance)
    const noted = { nativeStage, state, stateBasis: basis, reachedOn: on, notedAt: ctx.now, ...sourced }

    const isCorrection = given.isCorrection ?? given.correction != null
    const correction = isCorrection ? textOf(given.correction ?? '', longest.reason, 'input.reason') : null
    const last = await ctx.db.findOne(ItemStage, {
      where: { itemId: before.id },
      order: { notedAt: 'DESC', id: 'DESC' },
    })
    if (last && correction === null) follows(noted, last)

    const item = await revise(ctx.db, Item, before.id, given.expectedRevision, {
      nativeStage,
      state,
      stateBasis: basis,
      evidenceOn: sourced.evidenceOn,
    })
    await ctx.db.insert(ItemStage, { id: newId(), itemId: item.id, correction, ...noted })
    if (correction === null) await this.tell(ctx, 'item.stageRecorded', item, { state })
    else await this.tell(ctx, 'item.stageCorrected', item, { state })
    return item
  }

  /**
   * Takes note of a date that the body has planned, or (null) names no longer. Earlier ones stay, so that slips can be seen. [IT-13]
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, NO_SUCH_DATE, SAME_PLAN.
   */
  async plan(ctx: WriteCtx, given: RecordPlan): Promise<Item> {
    const before = await this.take(ctx, given)
    const plannedOn = given.plannedOn === null ? null : dateOf(given.plannedOn, 'input.plannedOn')
    const [last] = (await ctx.db.query(
      `select planned_on as "plannedOn" from item_plan where item_id = $1 and kind = $2
       order by coalesce(as_of, noted_at::date) desc, id desc limit 1`,
      [before.id, given.kind],
    )) as { plannedOn: string | null }[]
    if (last ? last.plannedOn === plannedOn : plannedOn === null) {
      throw refuse('SAME_PLAN', { date: plannedOn ?? '' }, { field: 'input.plannedOn' })
    }
    const item = await revise(ctx.db, Item, before.id, given.expectedRevision, {})
    const sourced: SourceColumns = sourceColumns(given.provenance)
    const { kind } = given
    await ctx.db.insert(ItemPlan, { id: newId(), itemId: item.id, kind, plannedOn, notedAt: ctx.now, ...sourced })
    if (plannedOn === null) await this.tell(ctx, 'item.planDropped', item, { kind })
    else await this.tell(ctx, 'item.planRecorded', item, { kind, on: plannedOn })
    return item
  }

  private tell(ctx: WriteCtx, verb: `item.${string}`, item: Item, args: Record<string, string>): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'item', id: item.id },
      args: { slug: item.slug, ...args },
    })
  }

  /** The item as its sender saw it, once it is sure that they may change it. */
  private async take(ctx: WriteCtx, { item: name, expectedRevision }: { item: string; expectedRevision: number }) {
    const item = await this.names.named(ctx, name)
    this.access.require(ctx, 'item.edit', item)
    if (item.revision !== expectedRevision) {
      throw refuse('STALE', { revision: item.revision }, { details: { current: item } })
    }
    return item
  }
}

type Noted = Pick<
  ItemStage,
  'nativeStage' | 'state' | 'stateBasis' | 'reachedOn' | 'notedAt' | 'evidenceOn' | 'confidence'
>

const findingOf = (stage: Noted): Finding => ({
  basis: stage.stateBasis,
  confidence: stage.confidence,
  on: stage.reachedOn ?? stage.evidenceOn ?? stage.notedAt.toISOString().slice(0, 10),
})

/** Makes sure that a stage is a further step. Refuses: STATE_POORER, STAGE_BEFORE_LAST. */
function follows(given: Noted, last: Noted): void {
  const field = { field: 'input.nativeStage' }
  const held = findingOf(last)
  const shortcoming = shortcomingOf(findingOf(given), held)
  const stage = last.nativeStage ?? last.state
  if (shortcoming === 'POORER') throw refuse('STATE_POORER', { stage, confidence: last.confidence }, field)
  if (shortcoming === 'EARLIER') {
    throw refuse('STAGE_BEFORE_LAST', { stage, on: held.on, why: 'DATE' }, { field: 'input.on' })
  }
  if (isStepBack(given, last)) throw refuse('STAGE_BEFORE_LAST', { stage, on: held.on, why: 'ORDER' }, field)
}
