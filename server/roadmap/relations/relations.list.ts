import type { RelationType } from '#schema/vocabulary/register.js'
import { loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { Relation } from './relation.entity.js'

export type RelationRow = AsOf<Relation>

export interface RelationFilter {
  readonly type?: readonly RelationType[] | null
  /** Slug of an item at either end. */
  readonly item?: string | null
  /** True: those that hold; false: those that ended. */
  readonly isHeld?: boolean | null
}

export interface RelationList extends Connection<RelationRow> {
  readonly asked: { readonly filter: RelationFilter; readonly asOf: string | null }
}

/** Keys are ordered by time: in the order of recording. */
const byRecording: Keyset = { name: 'relations', terms: [{ expr: 'r.id', direction: 'ASC', type: 'uuid' }] }

/** A page of relations in the order of recording. Refuses: BAD_CURSOR. */
export async function listRelations(
  ctx: Ctx,
  filter: RelationFilter,
  page: Page,
  asOf: string | null,
): Promise<RelationList> {
  const p = new Params()
  const from = tableAt('relation', 'r', asOf, p)
  const conditions = narrowing(filter, asOf, p)
  const { where, orderBy, limit } = pageInto(byRecording, page, p)
  const rows = await selectRows<Relation>(
    ctx.db,
    `select ${columnsOf(ctx.db, Relation, 'r')} from ${from} where ${[...conditions, where].join(' and ')}
     order by ${orderBy} limit ${limit}`,
    p,
    asOf,
  )
  return { ...toConnection(rows, page, byRecording, (row) => [row.id]), asked: { filter, asOf } }
}

export async function countRelations(ctx: Ctx, { filter, asOf }: RelationList['asked']): Promise<number> {
  const p = new Params()
  const from = tableAt('relation', 'r', asOf, p)
  const conditions = ['true', ...narrowing(filter, asOf, p)]
  const [row] = (await ctx.db.query(
    `select count(*)::int as count from ${from} where ${conditions.join(' and ')}`,
    p.values,
  )) as [{ count: number }]
  return row.count
}

function narrowing({ type, item, isHeld }: RelationFilter, asOf: string | null, p: Params): string[] {
  const conditions: string[] = []
  if (type?.length) conditions.push(`r.type = any(${p.add(type)})`)
  if (item != null) {
    const end = `(select i.id from ${tableAt('item', 'i', asOf, p)} where i.slug = ${p.add(item.replaceAll('\0', ''))})`
    conditions.push(`${end} in (r.from_id, r.to_id)`)
  }
  if (isHeld != null) conditions.push(`r.ended_at is ${isHeld ? 'null' : 'not null'}`)
  return conditions
}

/** Relations by id. */
export const relationsById = loader<string, RelationRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<Relation>(
    ctx.db,
    `select ${columnsOf(ctx.db, Relation, 'r')} from ${tableAt('relation', 'r', asOf, p)} where r.id = any(${p.add(ids)}::uuid[])`,
    p,
    asOf,
  )
  return new Map(rows.map((row) => [row.id, row]))
})
