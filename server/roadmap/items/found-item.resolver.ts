import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { SearchHit } from '#server/common/search/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { itemsById, type ItemRow } from './items.loader.js'

/** The item that a search found. */
@Resolver('SearchHit')
export class FoundItemResolver {
  @ResolveField('item')
  item(@Parent() { kind, id, asOf }: SearchHit, @Context() ctx: Ctx): Promise<ItemRow | null> | null {
    return kind === 'ITEM' ? itemsById(ctx, asOf).load(id) : null
  }
}
