import { ITEM_STATES } from '#schema/vocabulary/register.js'
import { listLoader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, joinedRow, Params, selectRows, someColumnsOf, tableAt } from '#server/platform/database/index.js'
import {
  pageInto,
  toConnection,
  type Connection,
  type CursorValue,
  type Keyset,
  type Needed,
  type Page,
  type SortTerm,
} from '#server/platform/graphql/index.js'
import { bodiesUnder, Body, type BodyRow } from '#server/roadmap/bodies/index.js'
import { Item } from './item.entity.js'
import type { ItemRow } from './items.loader.js'
import { narrowing, type ItemFilter, type ItemNarrowing } from './items.query.js'
import type { ItemProperties } from './items.selection.js'

export interface ItemSort {
  readonly by: 'DESIGNATION' | 'TITLE' | 'STATE' | 'AS_OF' | 'RELEVANCE'
  readonly direction?: 'ASC' | 'DESC' | null
}

/** A page, and what it was a page of, so that its count can be asked for later. */
export interface ItemList extends Connection<ItemRow> {
  readonly asked: { readonly filter: ItemFilter; readonly asOf: string | null }
}

/** What a query needs of the items of a list, and of their bodies; those come along when it is known what is needed of them. */
export interface ItemListSelection {
  readonly item: ItemProperties
  readonly body: Needed<keyof Body>
}

interface Order {
  readonly keyset: Keyset
  readonly valuesOf: (row: ItemRow & { rank?: number }) => CursorValue[]
  /** What `valuesOf` reads. */
  readonly properties: readonly (keyof Item)[]
  /** A column that only this order needs. */
  readonly extra?: string
}

const designation: SortTerm = { expr: 'i.designation_sort', direction: 'ASC', type: 'text' }
const id: SortTerm = { expr: 'i.id', direction: 'ASC', type: 'uuid' }
const states = `array[${ITEM_STATES.map((state) => `'${state}'`).join(', ')}]`
/** Cursors stay short, and texts that agree so far are told apart by the id. */
const shortTitle = (title: string | null) => (title === null ? null : [...title].slice(0, 200).join(''))

/** The order of a list. Equal rows follow by designation; what has no value comes last either way. */
function orderFor({ by, direction: way }: ItemSort, { rank }: ItemNarrowing): Order {
  const direction = way ?? 'ASC'
  const name = `items.${by}.${direction}`
  switch (by) {
    case 'TITLE':
      return {
        keyset: {
          name,
          terms: [{ expr: 'left(i.title, 200) collate natural_name', direction, nulls: 'LAST', type: 'text' }, id],
        },
        valuesOf: (row) => [shortTitle(row.title), row.id],
        properties: ['title'],
      }
    case 'STATE':
      return {
        keyset: {
          name,
          terms: [{ expr: `array_position(${states}, i.state)`, direction, type: 'number' }, designation, id],
        },
        valuesOf: (row) => [ITEM_STATES.indexOf(row.state) + 1, row.designationSort, row.id],
        properties: ['state', 'designationSort'],
      }
    case 'AS_OF':
      return {
        keyset: { name, terms: [{ expr: 'i.as_of', direction, nulls: 'LAST', type: 'day' }, designation, id] },
        valuesOf: (row) => [row.evidenceOn, row.designationSort, row.id],
        properties: ['evidenceOn', 'designationSort'],
      }
    case 'RELEVANCE':
      if (rank) {
        const expr = `round((${rank()})::numeric, 6)::float8`
        return {
          keyset: { name, terms: [{ expr, direction, type: 'number' }, designation, id] },
          valuesOf: (row) => [row.rank!, row.designationSort, row.id],
          properties: ['designationSort'],
          extra: `${expr} as rank`,
        }
      }
      // Without a search nothing fits better than the rest.
      return byDesignation('ASC')
    case 'DESIGNATION':
      return byDesignation(direction)
  }
}

const byDesignation = (direction: 'ASC' | 'DESC'): Order => ({
  keyset: {
    name: `items.DESIGNATION.${direction}`,
    terms: [
      { ...designation, direction },
      { ...id, direction },
    ],
  },
  valuesOf: (row) => [row.designationSort, row.id],
  properties: ['designationSort'],
})

const withSql = (parts: readonly string[]) => (parts.length === 0 ? '' : `with recursive ${parts.join(', ')} `)

/** A page of items with the properties that are needed, in one statement. Refuses: BAD_CURSOR. */
export async function listItems(
  ctx: Ctx,
  filter: ItemFilter,
  sort: ItemSort,
  page: Page,
  asOf: string | null,
  { item: properties, body }: ItemListSelection = { item: null, body: null },
): Promise<ItemList> {
  const p = new Params()
  const from = tableAt('item', 'i', asOf, p)
  const narrowed = narrowing(filter, asOf, p)
  const order = orderFor(sort, narrowed)
  const { where, orderBy, limit } = pageInto(order.keyset, page, p)
  const wanted: ItemProperties = properties && ['id', ...properties, ...order.properties]
  const columns = [someColumnsOf(ctx.db, Item, 'i', wanted), ...(order.extra ? [order.extra] : [])]
  const joins = [...narrowed.joins]
  if (body?.length) {
    columns.push(someColumnsOf(ctx.db, Body, 'p', body, 'body_'))
    joins.push(`join ${tableAt('body', 'p', asOf, p)} on p.id = i.body_id`)
  }
  const conditions = [...narrowed.always, ...Object.values(narrowed.byFacet), where]
  const rows = await selectRows<Item & { rank?: number; body?: BodyRow }>(
    ctx.db,
    `${withSql(narrowed.with)}select ${columns.join(', ')} from ${from} ${joins.join(' ')}
     where ${conditions.join(' and ')} order by ${orderBy} limit ${limit}`,
    p,
    asOf,
  )
  if (body?.length) for (const row of rows) row.body = joinedRow<Body>(row, body, 'body_', asOf)
  return { ...toConnection(rows, page, order.keyset, order.valuesOf), asked: { filter, asOf } }
}

/** How many items a filter leaves. */
export async function countItems(ctx: Ctx, { filter, asOf }: ItemList['asked']): Promise<number> {
  const p = new Params()
  const from = tableAt('item', 'i', asOf, p)
  const narrowed = narrowing(filter, asOf, p)
  const conditions = ['true', ...narrowed.always, ...Object.values(narrowed.byFacet)]
  const [row] = (await ctx.db.query(
    `${withSql(narrowed.with)}select count(*)::int as count from ${from} ${narrowed.joins.join(' ')}
     where ${conditions.join(' and ')}`,
    p.values,
  )) as [{ count: number }]
  return row.count
}

/** A page of a body's items, with those of the bodies under it. */
export interface BodyPage {
  readonly bodyId: string
  readonly page: Page
}

const underBody: Keyset = { name: 'body.items', terms: [designation, id] }

/**
 * The same page of the items of many bodies, in one statement. The key is made by `bodyPageKey`: bodies that are asked for the same page
 * are read together. Refuses: BAD_CURSOR.
 */
export const itemsOfBody = listLoader<string, ItemRow>(async (ctx, keys, asOf) => {
  const found = new Map<string, ItemRow[]>()
  const pages = Map.groupBy(keys, (key) => key.slice(36))
  for (const [rest, together] of pages) {
    const page = JSON.parse(rest) as Page
    const p = new Params()
    const bodies = p.add(together.map((key) => key.slice(0, 36)))
    const under = bodiesUnder('under', `select unnest(${bodies}::uuid[])`, asOf, p)
    const from = tableAt('item', 'i', asOf, p)
    const { where, orderBy, limit } = pageInto(underBody, page, p)
    const rows = await selectRows<Item & { root: string }>(
      ctx.db,
      `with recursive ${under}
       select r.root, i.* from unnest(${bodies}::uuid[]) r (root) cross join lateral (
         select ${columnsOf(ctx.db, Item, 'i')} from ${from}
         where exists (select from under u where u.root = r.root and u.id in (i.body_id, i.committee_id)) and ${where}
         order by ${orderBy} limit ${limit}) i`,
      p,
      asOf,
    )
    for (const [root, ofBody] of Map.groupBy(rows, (row) => row.root)) found.set(root + rest, ofBody)
  }
  return found
})

export const bodyPageKey = ({ bodyId, page }: BodyPage): string => bodyId + JSON.stringify(page)

/** The connection of one body made of the rows that `itemsOfBody` gave. */
export function bodyItems(rows: readonly ItemRow[], page: Page, slug: string, asOf: string | null): ItemList {
  return {
    ...toConnection(rows, page, underBody, (row) => [row.designationSort, row.id]),
    asked: { filter: { body: [slug] }, asOf },
  }
}

export interface StateCount {
  readonly state: Item['state']
  readonly count: number
}

/** Counts the items of bodies and those under them by state, for any moment. item-counts.service.ts is quicker for the present. */
export async function countItemsOfBodies(
  ctx: Ctx,
  ids: readonly string[],
  asOf: string | null,
): Promise<Map<string, StateCount[]>> {
  const p = new Params()
  const under = bodiesUnder('under', `select unnest(${p.add(ids)}::uuid[])`, asOf, p)
  const rows = (await ctx.db.query(
    `with recursive ${under},
     placed (id, state, at) as (
       select i.id, i.state, i.body_id from ${tableAt('item', 'i', asOf, p)}
       union select i.id, i.state, i.committee_id from ${tableAt('item', 'i', asOf, p)})
     select u.root, x.state, count(distinct x.id)::int as count
     from under u join placed x on x.at = u.id group by u.root, x.state order by array_position(${states}, x.state)`,
    p.values,
  )) as (StateCount & { root: string })[]
  const byRoot = new Map<string, StateCount[]>()
  for (const { root, state, count } of rows) byRoot.set(root, [...(byRoot.get(root) ?? []), { state, count }])
  return byRoot
}
