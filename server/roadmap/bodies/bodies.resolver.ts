import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Access } from '#server/common/access/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { countBodies, listBodies, type BodyFilter, type BodyList } from './bodies.list.js'
import type { BodyName } from './body-name.entity.js'
import {
  bodiesById,
  bodiesBySlug,
  childrenOfBody,
  namesOfBody,
  pathOfBody,
  predecessorsOfBody,
  type BodyRow,
} from './bodies.loader.js'

type BodiesArgs = PageInput & { filter?: BodyFilter | null; asOf?: Date | null }

@Resolver('Body')
export class BodiesResolver {
  constructor(private readonly access: Access) {}

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
  successor(body: BodyRow, _args: unknown, ctx: Ctx): Promise<BodyRow | null> | null {
    return body.successorId === null ? null : bodiesById(ctx, body.asOf).load(body.successorId)
  }

  @ResolveField()
  predecessors(body: BodyRow, _args: unknown, ctx: Ctx): Promise<BodyRow[]> {
    return predecessorsOfBody(ctx, body.asOf).load(body.id)
  }

  @ResolveField()
  async names(body: BodyRow, _args: unknown, ctx: Ctx): Promise<(BodyName & { to: string | null })[]> {
    const names = await namesOfBody(ctx, body.asOf).load(body.id)
    return names.map((name) => ({ ...name, to: name.toOn }))
  }

  @ResolveField()
  viewerMay(body: BodyRow, _args: unknown, ctx: Ctx): string[] {
    return this.access.allowed(ctx, 'body', body)
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
