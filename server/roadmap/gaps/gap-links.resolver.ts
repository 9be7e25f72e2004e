import { ResolveField, Resolver } from '@nestjs/graphql'
import type { Ctx } from '#server/platform/context/index.js'
import type { BodyRow } from '#server/roadmap/bodies/index.js'
import type { ItemRow } from '#server/roadmap/items/index.js'
import type { PrincipleRow } from '#server/roadmap/principles/index.js'
import {
  edgesOfItem,
  gapsOfBody,
  gapsOfPrinciple,
  type CoverageRow,
  type GapBodyRow,
  type GapRow,
} from './gaps.loader.js'

/** Gaps as seen from the rooms below, which do not know them. */
@Resolver('Item')
export class ItemGapsResolver {
  @ResolveField()
  gaps(item: ItemRow, _args: unknown, ctx: Ctx): Promise<CoverageRow[]> {
    return edgesOfItem(ctx, item.asOf).load(item.id)
  }
}

@Resolver('Body')
export class BodyGapsResolver {
  @ResolveField()
  gaps(body: BodyRow, _args: unknown, ctx: Ctx): Promise<GapBodyRow[]> {
    return gapsOfBody(ctx, body.asOf).load(body.id)
  }
}

@Resolver('Principle')
export class PrincipleGapsResolver {
  @ResolveField()
  gaps(principle: PrincipleRow, _args: unknown, ctx: Ctx): Promise<GapRow[]> {
    return gapsOfPrinciple(ctx, principle.asOf).load(principle.id)
  }
}
