import type { BodyKind } from '#schema/vocabulary/register.js'
import type { Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import type { BodyRow } from './bodies.loader.js'
import { Body } from './body.entity.js'

export interface BodyFilter {
  readonly search?: string | null
  readonly kind?: readonly BodyKind[] | null
  /** Slug; null asks for those at the top, absence for all. */
  readonly parent?: string | null
  readonly isTop?: boolean | null
}

/** What a list is asked for, so that its count can be asked for later. */
export interface BodyList extends Connection<BodyRow> {
  readonly asked: { readonly filter: BodyFilter; readonly asOf: string | null }
}

const byName: Keyset = {
  name: 'bodies.name',
  terms: [
    { expr: 'left(b.name, 200) collate natural_name', direction: 'ASC', type: 'text' },
    { expr: 'b.id', direction: 'ASC', type: 'uuid' },
  ],
}

/** A page of bodies by name. Refuses: BAD_CURSOR. */
export async function listBodies(ctx: Ctx, filter: BodyFilter, page: Page, asOf: string | null): Promise<BodyList> {
  const p = new Params()
  const from = tableAt('body', 'b', asOf, p)
  const conditions = narrowing(filter, asOf, p)
  const { where, orderBy, limit } = pageInto(byName, page, p)
  const rows = await selectRows<Body>(
    ctx.db,
    `select ${columnsOf(ctx.db, Body, 'b')} from ${from} where ${[...conditions, where].join(' and ')}
     order by ${orderBy} limit ${limit}`,
    p,
    asOf,
  )
  const connection = toConnection(rows, page, byName, (row) => [[...row.name].slice(0, 200).join(''), row.id])
  return { ...connection, asked: { filter, asOf } }
}

export async function countBodies(ctx: Ctx, { filter, asOf }: BodyList['asked']): Promise<number> {
  const p = new Params()
  const from = tableAt('body', 'b', asOf, p)
  const conditions = ['true', ...narrowing(filter, asOf, p)]
  const [row] = (await ctx.db.query(
    `select count(*)::int as count from ${from} where ${conditions.join(' and ')}`,
    p.values,
  )) as [{ count: number }]
  return row.count
}

/** Whether the row of `alias` has the words in its name or acronym. */
const isCalled = (alias: string, words: string): string =>
  `(plain(${alias}.name) like '%' || plain(${words}) || '%' or plain(coalesce(${alias}.acronym, '')) like '%' || plain(${words}) || '%')`

function narrowing(filter: BodyFilter, asOf: string | null, p: Params): string[] {
  const conditions: string[] = []
  const words = filter.search?.replaceAll('\0', '').trim().slice(0, 200)
  if (words) {
    const place = p.add(words.replace(/[\\%_]/g, '\\$&'))
    conditions.push(
      `(${isCalled('b', place)} or exists (select from ${tableAt('body_name', 'n', asOf, p)} where n.body_id = b.id and ${isCalled('n', place)}))`,
    )
  }
  if (filter.kind?.length) conditions.push(`b.kind = any(${p.add(filter.kind)})`)
  if (filter.isTop || filter.parent === null) conditions.push('b.parent_id is null')
  if (filter.isTop === false) conditions.push('b.parent_id is not null')
  if (typeof filter.parent === 'string') {
    const parent = `(select r.id from ${tableAt('body', 'r', asOf, p)} where r.slug = ${p.add(filter.parent.replaceAll('\0', ''))})`
    conditions.push(`${parent} in (b.parent_id, b.co_parent_id)`)
  }
  return conditions
}
