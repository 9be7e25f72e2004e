import { Args, Context, Info, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { DATE_KINDS, isInForce, type DateKind } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import type { AsOf } from '#server/platform/database/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { bodiesById, bodyProperties, type BodyRow } from '#server/roadmap/bodies/index.js'
import type { ItemName } from './item-name.entity.js'
import type { ItemStage } from './item-stage.entity.js'
import type { ItemTitle } from './item-title.entity.js'
import { canCount } from './item-columns.js'
import { ItemCounts } from './item-counts.service.js'
import { countItemFacets, facetsOf, type ItemFacets } from './items.facets.js'
import { countItems, listItems, type ItemList, type ItemSort } from './items.list.js'
import { namesOfItem, stagesOfItem, titlesOfItem, type ItemRow } from './items.loader.js'
import { itemNamed, itemsNamed } from './items.lookup.js'
import type { ItemFilter } from './items.query.js'
import { itemProperties } from './items.selection.js'

type ItemsArgs = PageInput & { filter?: ItemFilter | null; sort?: ItemSort | null; asOf?: Date | null }
interface NamedArgs {
  designation: string
  asOf?: Date | null
}

@Resolver('Item')
export class ItemsResolver {
  constructor(
    private readonly access: Access,
    private readonly log: Activity,
    private readonly counts: ItemCounts,
  ) {}

  @Query()
  items(
    @Args() { filter, sort, asOf, ...page }: ItemsArgs,
    @Context() ctx: Ctx,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ItemList> {
    const order = sort ?? { by: 'DESIGNATION', direction: 'ASC' }
    return listItems(ctx, filter ?? {}, order, pageArgs(page), asOf?.toISOString() ?? null, {
      item: itemProperties(info, 'nodes', 'edges.node'),
      body: bodyProperties(info, 'nodes.body', 'edges.node.body'),
    })
  }

  @Query()
  item(@Args() { designation, asOf }: NamedArgs, @Context() ctx: Ctx): Promise<ItemRow | null> {
    return itemNamed(ctx, designation, asOf?.toISOString() ?? null)
  }

  @Query()
  itemsNamed(@Args() { designation, asOf }: NamedArgs, @Context() ctx: Ctx): Promise<ItemRow[]> {
    return itemsNamed(ctx, designation, asOf?.toISOString() ?? null)
  }

  @Query()
  async itemFacets(
    @Args() { filter, asOf }: { filter?: ItemFilter | null; asOf?: Date | null },
    @Context() ctx: Ctx,
  ): Promise<ItemFacets> {
    const columns = !asOf && canCount(filter ?? {}) ? await this.counts.columns(ctx) : null
    return columns ? facetsOf(columns, filter ?? {}) : countItemFacets(ctx, filter ?? {}, asOf?.toISOString() ?? null)
  }

  @ResolveField()
  body(item: ItemRow, _args: unknown, ctx: Ctx): BodyRow | Promise<BodyRow | null> {
    return item.body ?? bodiesById(ctx, item.asOf).load(item.bodyId)
  }

  @ResolveField()
  committee(item: ItemRow, _args: unknown, ctx: Ctx): Promise<BodyRow | null> | null {
    return item.committeeId === null ? null : bodiesById(ctx, item.asOf).load(item.committeeId)
  }

  @ResolveField()
  isInForce(item: ItemRow): boolean {
    return isInForce(item.state)
  }

  @ResolveField()
  dates({ dates }: ItemRow): { kind: DateKind; on: string }[] {
    return DATE_KINDS.flatMap((kind) => (dates[kind] === undefined ? [] : [{ kind, on: dates[kind] }]))
  }

  @ResolveField()
  names(item: ItemRow, _args: unknown, ctx: Ctx): Promise<AsOf<ItemName>[]> {
    return namesOfItem(ctx, item.asOf).load(item.id)
  }

  @ResolveField()
  titles(item: ItemRow, _args: unknown, ctx: Ctx): Promise<AsOf<ItemTitle>[]> {
    return titlesOfItem(ctx, item.asOf).load(item.id)
  }

  @ResolveField()
  activity(item: ItemRow, args: PageInput, ctx: Ctx) {
    return this.log.page(ctx, { objectType: 'item', objectId: item.id }, pageArgs(args))
  }

  @ResolveField()
  viewerMay(item: ItemRow, _args: unknown, ctx: Ctx): string[] {
    return this.access.allowed(ctx, 'item', item)
  }

  @ResolveField()
  stages(item: ItemRow, _args: unknown, ctx: Ctx): Promise<AsOf<ItemStage>[]> {
    return stagesOfItem(ctx, item.asOf).load(item.id)
  }
}

/** Of a designation, or of a title in another language. */
abstract class NamedResolver {
  @ResolveField()
  from({ fromOn }: ItemName | ItemTitle): string | null {
    return fromOn
  }

  @ResolveField()
  to({ toOn }: ItemName | ItemTitle): string | null {
    return toOn
  }
}

@Resolver('ItemName')
export class ItemNameResolver extends NamedResolver {}

@Resolver('ItemTitle')
export class ItemTitleResolver extends NamedResolver {}

@Resolver('ItemConnection')
export class ItemConnectionResolver {
  @ResolveField()
  totalCount({ asked }: ItemList, _args: unknown, ctx: Ctx): Promise<number> {
    return countItems(ctx, asked)
  }
}
