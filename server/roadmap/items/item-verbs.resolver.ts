import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { DateKind, Impact, ItemStatus, ItemType, LifecycleStage, Topic } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { handedIn, type SourceInput } from '#server/roadmap/provenance/index.js'
import { ItemNames } from './item-names.service.js'
import { Item } from './item.entity.js'
import { namesOfItem } from './items.loader.js'
import { itemCalled, itemNamed, sharedNames } from './items.lookup.js'
import { Items } from './items.service.js'
import { nameColumns } from './checked-input.js'

interface DateInput {
  readonly kind: DateKind
  readonly on: string
}

/** As in the SDL: facts that both a new item and a changed one have. */
interface FactsInput {
  readonly body?: string | null
  readonly committee?: string | null
  readonly type?: ItemType | null
  readonly dates?: readonly DateInput[] | null
  readonly topics?: readonly Topic[] | null
  readonly lifecycleStages?: readonly LifecycleStage[] | null
  readonly impacts?: readonly Impact[] | null
  readonly scopeNote?: string | null
  readonly equivalents?: readonly string[] | null
  readonly url?: string | null
  readonly moreUrls?: readonly string[] | null
  readonly source?: SourceInput | null
}

interface RecordInput extends FactsInput {
  readonly idempotencyKey: string
  readonly designation: string
  readonly title?: string | null
  readonly namedOn?: string | null
  readonly body: string
  readonly type: ItemType
  readonly nativeStage?: string | null
  readonly status?: ItemStatus | null
}

interface Target {
  readonly item: string
  readonly expectedRevision: number
}

const byKind = (dates: readonly DateInput[]) => Object.fromEntries(dates.map(({ kind, on }) => [kind, on]))

/** The verbs on items as the API has them: facts and names. Stages: item-stages.resolver.ts. */
@Resolver('Item')
export class ItemVerbsResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly items: Items,
    private readonly names: ItemNames,
  ) {}

  @Mutation('recordItem')
  record(@Args('input') input: RecordInput, @Context() ctx: Ctx): Promise<Item> {
    const once = { key: input.idempotencyKey, verb: 'item.recorded', input }
    return this.unit.writeOnce(
      ctx,
      once,
      (tx) =>
        this.items.record(tx, {
          designation: input.designation,
          title: input.title ?? null,
          namedOn: input.namedOn,
          bodySlug: input.body,
          committeeSlug: input.committee,
          type: input.type,
          nativeStage: input.nativeStage,
          fallbackStatus: input.status,
          dates: byKind(input.dates ?? []),
          topics: input.topics ?? [],
          lifecycleStages: input.lifecycleStages ?? [],
          impacts: input.impacts ?? [],
          scopeNote: input.scopeNote,
          equivalents: input.equivalents ?? [],
          url: input.url,
          moreUrls: input.moreUrls ?? [],
          provenance: handedIn(tx, input.source),
        }),
      (tx, id) => tx.db.findOneByOrFail(Item, { id }),
    )
  }

  @Mutation('updateItem')
  update(@Args('input') input: FactsInput & Target, @Context() ctx: Ctx): Promise<Item> {
    const { body, committee, dates, source, ...facts } = input
    return this.unit.write(ctx, (tx) =>
      this.items.update(tx, {
        ...facts,
        bodySlug: body,
        committeeSlug: committee,
        dates: dates && byKind(dates),
        provenance: source && handedIn(tx, source),
      }),
    )
  }

  @Mutation('renameItem')
  rename(
    @Args('input')
    input: Target & {
      designation: string
      title?: string | null
      on?: string | null
      source?: SourceInput | null
    },
    @Context() ctx: Ctx,
  ): Promise<Item> {
    const { source, title = null, ...given } = input
    return this.unit.write(ctx, (tx) => this.names.rename(tx, { ...given, title, provenance: handedIn(tx, source) }))
  }

  @Mutation('recordItemTitle')
  recordTitle(
    @Args('input')
    input: Target & {
      lang: string
      title: string
      on?: string | null
      source?: SourceInput | null
    },
    @Context() ctx: Ctx,
  ): Promise<Item> {
    const { source, ...given } = input
    return this.unit.write(ctx, (tx) => this.names.recordTitle(tx, { ...given, provenance: handedIn(tx, source) }))
  }

  @Query('itemRename')
  async look(@Args('input') input: { item: string; designation: string }, @Context() ctx: Ctx) {
    const item = await this.names.named(ctx, input.item)
    this.access.require(ctx, 'item.edit', item)
    const { designation } = nameColumns(input.designation, null, 'input.designation')
    const called = await itemCalled(ctx, designation, item.id)
    const [names, takenBy, shared] = await Promise.all([
      namesOfItem(ctx).load(item.id),
      called && itemNamed(ctx, called.slug, null),
      sharedNames(ctx, designation, item.id),
    ])
    const oldNames = [...new Set(names.map((name) => name.designation))].filter((name) => name !== designation)
    return { item, designation, oldNames, takenBy, shared }
  }
}
