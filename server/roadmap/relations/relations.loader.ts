import type { EntityTarget } from 'typeorm'
import { RELATION_TYPES, relationTraits, type RelationType } from '#schema/vocabulary/register.js'
import { listLoader, type Ctx } from '#server/platform/context/index.js'
import { Params, queryTuples, someColumnsOf, tableAt, type AsOf } from '#server/platform/database/index.js'
import { selectionOf, type Needed } from '#server/platform/graphql/index.js'
import { Item, type ItemProperties, type ItemRow } from '#server/roadmap/items/index.js'
import { Relation } from './relation.entity.js'

/** A relation as seen from one of its items, with the other one; of both, what was asked for. */
export interface ItemRelation extends AsOf<Omit<Relation, 'fromId' | 'toId'>> {
  readonly isOutgoing: boolean
  readonly other: ItemRow
}

/** The properties that a query needs of an item's relations. */
export const relationProperties = selectionOf<keyof Relation>({
  __typename: [],
  id: ['id'],
  type: ['type'],
  isOutgoing: [],
  other: [],
  note: ['note'],
  since: ['fromOn'],
  until: ['toOn'],
  clause: ['clause'],
  evidence: ['evidence'],
  endedAt: ['endedAt'],
  endedReason: ['endedReason'],
  viewerMay: [],
  provenance: ['source', 'confidence', 'evidenceOn', 'checkedById', 'checkAgainOn'],
})

/** What a query needs of relations and of the items at their other ends. */
export interface RelationSelection {
  readonly relation: Needed<keyof Relation>
  readonly other: ItemProperties
  /** Those that hold, or those that ended. */
  readonly isEnded: boolean
}

const symmetric = RELATION_TYPES.filter((type) => relationTraits[type].isSymmetric)
  .map((type) => `'${type}'`)
  .join(', ')

/**
 * Relations of items in both directions, by type and then designation of the other, which comes along: one statement for a whole page. Made
 * for each selection, so that the statement reads what was asked for and no more.
 */
export const relationsWith = ({ relation, other, isEnded }: RelationSelection) =>
  listLoader<string, ItemRelation>(async (ctx, ids, asOf) => {
    const own = inColumnOrder(ctx, Relation, relation, 'type')
    const others = inColumnOrder(ctx, Item, other, 'designationSort')
    const p = new Params()
    const items = p.add(ids)
    const side = (here: string, there: string, isOutgoing: string) =>
      `select r.${here}, ${isOutgoing}, ${someColumnsOf(ctx.db, Relation, 'r', own)},
         ${someColumnsOf(ctx.db, Item, 'o', others)}
       from ${tableAt('relation', 'r', asOf, p)} join ${tableAt('item', 'o', asOf, p)} on o.id = r.${there}
       where r.${here} = any(${items}::uuid[]) and r.ended_at is ${isEnded ? 'not null' : 'null'}`
    const rows = await queryTuples(
      ctx.db,
      `${side('from_id', 'to_id', 'true')} union all ${side('to_id', 'from_id', `r.type in (${symmetric})`)}`,
      p.values,
    )
    const found = new Map<string, ItemRelation[]>()
    for (const row of rows) {
      const itemId = row[0] as string
      const other = named(others, row, 2 + own.length, { asOf })
      const seen = named(own, row, 2, { asOf, isOutgoing: row[1], other }) as unknown as ItemRelation
      const list = found.get(itemId)
      if (list) list.push(seen)
      else found.set(itemId, [seen])
    }
    for (const list of found.values()) list.sort(inOrder)
    return found
  })

/** The properties that are needed, and the one that the order is made of, in the order of their columns; all of them when null. */
function inColumnOrder<T extends object>(
  ctx: Ctx,
  entity: EntityTarget<T>,
  needed: Needed<keyof T & string>,
  always: keyof T & string,
): (keyof T & string)[] {
  const all = ctx.db.connection.getMetadata(entity).columns.map((column) => column.propertyName as keyof T & string)
  return needed ? all.filter((name) => name === always || needed.includes(name)) : all
}

/** Puts values, from `at` on, under their names. */
function named(names: readonly string[], values: readonly unknown[], at: number, into: Record<string, unknown>) {
  for (let i = 0; i < names.length; i++) into[names[i]!] = values[at + i]
  return into
}

/** The same with everything, for whoever is not a query. */
export const relationsOfItem = relationsWith({ relation: null, other: null, isEnded: false })

/** Relations that ended, with everything. [RE-7] */
export const pastRelationsOfItem = relationsWith({ relation: null, other: null, isEnded: true })

const rank = new Map<RelationType, number>(RELATION_TYPES.map((type, i) => [type, i]))

function inOrder(a: ItemRelation, b: ItemRelation): number {
  const byType = rank.get(a.type)! - rank.get(b.type)! || Number(b.isOutgoing) - Number(a.isOutgoing)
  if (byType !== 0) return byType
  return a.other.designationSort < b.other.designationSort ? -1 : 1
}
