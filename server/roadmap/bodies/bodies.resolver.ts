import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { countBodies, listBodies, type BodyFilter, type BodyList } from './bodies.list.js'
import { bodiesById, bodiesBySlug, childrenOfBody, pathOfBody, type BodyRow } from './bodies.loader.js'

type BodiesArgs = PageInput & { filter?: BodyFilter | null; asOf?: Date | null }

@Resolver('Body')
export class BodiesResolver {
  @Query()
  bodies(@Args() { filter, asOf, ...page }: BodiesArgs, @Context() ctx: Ctx): Promise<BodyList> {
    return listBodies(ctx, filter ?? {}, pageArgs(page, { default: 100 }), asOf?.toISOString() ?? null)
  }

  @Query()
  body(@Args() { id, asOf }: { id: string; asOf?: Date | null }, @Context() ctx: Ctx): Promise<BodyRow | null> {
    return bodiesBySlug(ctx, asOf?.toISOString()).load(id)
  }

  @ResolveField()
  parent(body: BodyRow, _args: unknown, ctx: Ctx): Promise<BodyRow | null> | null {
    return body.parentId === null ? null : bodiesById(ctx, body.asOf).load(body.parentId)
  }

  @ResolveField()
  coParent(body: BodyRow, _args: unknown, ctx: Ctx): Promise<BodyRow | null> | null {
    return body.coParentId === null ? null : bodiesById(ctx, body.asOf).load(body.coParentId)
  }

  @ResolveField()
  children(body: BodyRow, _args: unknown, ctx: Ctx): Promise<BodyRow[]> {
    return childrenOfBody(ctx, body.asOf).load(body.id)
  }

  @ResolveField()
  path(body: BodyRow, _args: unknown, ctx: Ctx): Promise<BodyRow[]> {
    return pathOfBody(ctx, body.asOf).load(body.id)
  }
}

@Resolver('BodyConnection')
export class BodyConnectionResolver {
  @ResolveField()
  totalCount({ asked }: BodyList, _args: unknown, ctx: Ctx): Promise<number> {
    return countBodies(ctx, asked)
  }
}
