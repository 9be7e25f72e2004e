import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql'
import type { DateKind, ItemStatus } from '#schema/vocabulary/register.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { handedIn, type SourceInput } from '#server/roadmap/provenance/index.js'
import type { ItemPlan } from './item-plan.entity.js'
import type { ItemStage } from './item-stage.entity.js'
import { ItemStages } from './item-stages.service.js'
import type { Item } from './item.entity.js'
import { plansOfItem, type ItemRow } from './items.loader.js'
import { planHistory, slipBetween, type PlanHistory, type Slip } from './slips.js'

interface Target {
  readonly item: string
  readonly expectedRevision: number
  readonly source?: SourceInput | null
}

/** A planned date with what it did to the one before it. */
type PlanInOrder = ItemPlan & { readonly slip: Slip | null }

/** How far items have come, and are meant to come. */
@Resolver('Item')
export class ItemStagesResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly stages: ItemStages,
  ) {}

  @Mutation('recordItemStage')
  record(
    @Args('input')
    input: Target & {
      nativeStage?: string | null
      status?: ItemStatus | null
      on?: string | null
      isCorrection?: boolean | null
      reason?: string | null
    },
    @Context() ctx: Ctx,
  ): Promise<Item> {
    const { source, nativeStage = null, status, reason, isCorrection, ...given } = input
    return this.unit.write(ctx, (tx) =>
      this.stages.record(tx, {
        ...given,
        nativeStage,
        fallbackStatus: status,
        isCorrection: isCorrection ?? false,
        correction: reason,
        provenance: handedIn(tx, source),
      }),
    )
  }

  @Mutation('recordItemPlan')
  plan(
    @Args('input') input: Target & { kind: DateKind; plannedOn?: string | null },
    @Context() ctx: Ctx,
  ): Promise<Item> {
    const { source, plannedOn = null, ...given } = input
    return this.unit.write(ctx, (tx) => this.stages.plan(tx, { ...given, plannedOn, provenance: handedIn(tx, source) }))
  }

  @ResolveField('plans')
  async plans(item: ItemRow, _args: unknown, ctx: Ctx): Promise<PlanInOrder[]> {
    const byKind = Map.groupBy(await plansOfItem(ctx, item.asOf).load(item.id), ({ kind }) => kind)
    return [...byKind.values()]
      .flatMap((plans) =>
        plans.map((plan, at) => ({ ...plan, slip: slipBetween(plans[at - 1]?.plannedOn ?? null, plan.plannedOn) })),
      )
      .reverse()
  }

  @ResolveField('planned')
  async planned(item: ItemRow, _args: unknown, ctx: Ctx) {
    const byKind = Map.groupBy(await plansOfItem(ctx, item.asOf).load(item.id), ({ kind }) => kind)
    const today = (item.asOf ? new Date(item.asOf) : ctx.now).toISOString().slice(0, 10)
    return [...byKind].map(([kind, plans]): PlanHistory & { kind: DateKind; reachedOn: string | null } => {
      const reachedOn = item.dates[kind] ?? null
      const said = plans.map(({ plannedOn }) => plannedOn)
      return { kind, reachedOn, ...planHistory(said, reachedOn, today) }
    })
  }
}

@Resolver('ItemStage')
export class ItemStageResolver {
  @ResolveField('on')
  on({ reachedOn }: ItemStage): string | null {
    return reachedOn
  }
}
