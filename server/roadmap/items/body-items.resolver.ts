import { ResolveField, Resolver } from '@nestjs/graphql'
import type { Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import type { BodyRow } from '#server/roadmap/bodies/index.js'
import { ItemCounts } from './item-counts.service.js'
import { bodyItems, bodyPageKey, itemsOfBody, type ItemList, type StateCount } from './items.list.js'

/** What a body publishes or drafts. */
@Resolver('Body')
export class BodyItemsResolver {
  constructor(private readonly counts: ItemCounts) {}

  @ResolveField()
  async items(body: BodyRow, args: PageInput, ctx: Ctx): Promise<ItemList> {
    const page = pageArgs(args, { default: 20 })
    const rows = await itemsOfBody(ctx, body.asOf).load(bodyPageKey({ bodyId: body.id, page }))
    return bodyItems(rows, page, body.slug, body.asOf)
  }

  @ResolveField()
  itemCounts(body: BodyRow, _args: unknown, ctx: Ctx): Promise<StateCount[]> {
    return this.counts.ofBody(ctx, body.asOf).load(body.id)
  }
}
