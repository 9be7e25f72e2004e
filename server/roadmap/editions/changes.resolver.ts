import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import {
  changeOf,
  countChangeFacets,
  countChanges,
  listChanges,
  type ChangeFilter,
  type ChangeList,
  type ChangeRow,
} from './changes.list.js'
import { Comparisons } from './comparisons.service.js'

interface Sides {
  readonly from: string
  readonly to: string
}

@Resolver('EditionDiff')
export class EditionDiffResolver {
  constructor(private readonly comparisons: Comparisons) {}

  @Query('editionDiff')
  async diff(
    @Args() { from, to, filter, ...page }: PageInput & Sides & { filter?: ChangeFilter | null },
    @Context() ctx: Ctx,
  ): Promise<ChangeList> {
    return listChanges(ctx, await this.comparisons.between(ctx, from, to), filter ?? {}, pageArgs(page))
  }

  @Query('editionChange')
  async change(@Args() { from, to, key }: Sides & { key: string }, @Context() ctx: Ctx): Promise<ChangeRow | null> {
    return changeOf(ctx, await this.comparisons.between(ctx, from, to), key)
  }

  @ResolveField('totalCount')
  totalCount(list: ChangeList, _args: unknown, ctx: Ctx): Promise<number> {
    return countChanges(ctx, list)
  }

  @ResolveField('facets')
  facets(list: ChangeList, _args: unknown, ctx: Ctx): ReturnType<typeof countChangeFacets> {
    return countChangeFacets(ctx, list)
  }
}
