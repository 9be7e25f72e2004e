import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { SearchHit } from '#server/common/search/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { gapsById, type GapRow } from './gaps.loader.js'

/** The gap that a search found. */
@Resolver('SearchHit')
export class FoundGapResolver {
  @ResolveField('gap')
  gap(@Parent() { kind, id, asOf }: SearchHit, @Context() ctx: Ctx): Promise<GapRow | null> | null {
    return kind === 'GAP' ? gapsById(ctx, asOf).load(id) : null
  }
}
