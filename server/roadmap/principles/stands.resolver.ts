import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { readNumber } from '#schema/vocabulary/numbers.js'
import type { Ctx } from '#server/platform/context/index.js'
import { itemNamed, itemsById, type ItemRow } from '#server/roadmap/items/index.js'
import { principlesById, principlesByNumber, type PrincipleRow } from './principles.list.js'
import { countStands, standOf, standsOfItem, type StandList, type StandRow } from './stands.list.js'

@Resolver('PrincipleStand')
export class PrincipleStandResolver {
  @Query('principleStand')
  async stand(
    @Args() given: { principle: string; item: string; asOf?: Date | null },
    @Context() ctx: Ctx,
  ): Promise<StandRow | null> {
    const asOf = given.asOf?.toISOString() ?? null
    const number = readNumber('P', given.principle)
    const [principle, item] = await Promise.all([
      number === null ? null : principlesByNumber(ctx, asOf).load(number),
      itemNamed(ctx, given.item, asOf),
    ])
    return principle && item ? standOf(ctx, principle.id, item.id, asOf) : null
  }

  @ResolveField()
  principle(stand: StandRow, _args: unknown, ctx: Ctx): Promise<PrincipleRow | null> {
    return principlesById(ctx, stand.asOf).load(stand.principleId)
  }

  @ResolveField()
  item(stand: StandRow, _args: unknown, ctx: Ctx): Promise<ItemRow | null> {
    return itemsById(ctx, stand.asOf).load(stand.itemId)
  }

  @ResolveField()
  async isOfEarlierWording(stand: StandRow, _args: unknown, ctx: Ctx): Promise<boolean> {
    const principle = await principlesById(ctx, stand.asOf).load(stand.principleId)
    return principle !== null && stand.version < principle.version
  }

  @ResolveField()
  assertedBy({ assertedById: id }: StandRow): { id: string } | null {
    return id === null ? null : { id }
  }
}

@Resolver('PrincipleStandConnection')
export class PrincipleStandConnectionResolver {
  @ResolveField()
  totalCount({ asked }: StandList, _args: unknown, ctx: Ctx): Promise<number> {
    return countStands(ctx, asked)
  }
}

/** How an item stands, as seen from it. */
@Resolver('Item')
export class ItemStandsResolver {
  @ResolveField()
  stands(item: ItemRow, _args: unknown, ctx: Ctx): Promise<StandRow[]> {
    return standsOfItem(ctx, item.asOf).load(item.id)
  }
}
