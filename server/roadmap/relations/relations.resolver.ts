import type { Type } from '@nestjs/common'
import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { FieldNode, GraphQLResolveInfo } from 'graphql'
import { Access } from '#server/common/access/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { itemProperties, itemsById, type ItemRow } from '#server/roadmap/items/index.js'
import {
  countRelations,
  listRelations,
  relationsById,
  type RelationFilter,
  type RelationList,
  type RelationRow,
} from './relations.list.js'
import {
  pastRelationsOfItem,
  relationProperties,
  relationsOfItem,
  relationsWith,
  type ItemRelation,
} from './relations.loader.js'
import { relationGraph, type RelationGraph } from './relation-graph.read.js'

type RelationsArgs = PageInput & { filter?: RelationFilter | null; asOf?: Date | null }

@Resolver('Relation')
export class RelationsResolver {
  @Query()
  relations(@Args() { filter, asOf, ...page }: RelationsArgs, @Context() ctx: Ctx): Promise<RelationList> {
    return listRelations(ctx, filter ?? {}, pageArgs(page), asOf?.toISOString() ?? null)
  }

  @Query()
  relation(@Args() { id, asOf }: { id: string; asOf?: Date | null }, @Context() ctx: Ctx): Promise<RelationRow | null> {
    return relationsById(ctx, asOf?.toISOString()).load(id)
  }

  @ResolveField()
  from(relation: RelationRow, _args: unknown, ctx: Ctx): Promise<ItemRow | null> {
    return itemsById(ctx, relation.asOf).load(relation.fromId)
  }

  @ResolveField()
  to(relation: RelationRow, _args: unknown, ctx: Ctx): Promise<ItemRow | null> {
    return itemsById(ctx, relation.asOf).load(relation.toId)
  }
}

@Resolver('RelationConnection')
export class RelationConnectionResolver {
  @ResolveField()
  totalCount({ asked }: RelationList, _args: unknown, ctx: Ctx): Promise<number> {
    return countRelations(ctx, asked)
  }
}

/** One loader for each place in a query that asks for relations. */
const loaders = new WeakMap<FieldNode, typeof relationsOfItem>()

function loaderFor(info: GraphQLResolveInfo): typeof relationsOfItem {
  const [field, another] = info.fieldNodes
  if (!field || another) return relationsOfItem
  let found = loaders.get(field)
  if (!found) {
    found = relationsWith({
      relation: relationProperties(info, ''),
      other: itemProperties(info, 'other'),
      isEnded: false,
    })
    loaders.set(field, found)
  }
  return found
}

/** The relations of an item, seen from it. */
@Resolver('Item')
export class ItemRelationsResolver {
  @ResolveField()
  relations(item: ItemRow, _args: unknown, ctx: Ctx, info: GraphQLResolveInfo): Promise<ItemRelation[]> {
    return loaderFor(info)(ctx, item.asOf).load(item.id)
  }

  @ResolveField()
  pastRelations(item: ItemRow, _args: unknown, ctx: Ctx): Promise<ItemRelation[]> {
    return pastRelationsOfItem(ctx, item.asOf).load(item.id)
  }

  @ResolveField()
  relationGraph(item: ItemRow, { steps }: { steps?: number | null }, ctx: Ctx): Promise<RelationGraph> {
    return relationGraph(ctx, item, steps ?? 2)
  }
}

/** What both faces of a relation tell alike: its days, and what the viewer may do with it. */
function whatBothTell(type: 'Relation' | 'ItemRelation'): Type {
  @Resolver(type)
  class WhatBothTell {
    constructor(private readonly access: Access) {}

    @ResolveField()
    since({ fromOn }: { fromOn: string | null }): string | null {
      return fromOn
    }

    @ResolveField()
    until({ toOn }: { toOn: string | null }): string | null {
      return toOn
    }

    @ResolveField()
    viewerMay(relation: RelationRow, _args: unknown, ctx: Ctx): string[] {
      return this.access.allowed(ctx, 'relation', relation)
    }
  }
  return WhatBothTell
}

export const RelationFieldsResolver = whatBothTell('Relation')
export const ItemRelationFieldsResolver = whatBothTell('ItemRelation')
