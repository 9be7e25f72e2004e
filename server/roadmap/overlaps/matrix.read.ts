import { MOST_ITEMS, TOPICS, type OverlapView } from '#schema/vocabulary/register.js'
import type { Ctx } from '#server/platform/context/index.js'
import { Params, queryRows, tableAt } from '#server/platform/database/index.js'
import { matrixFields, type Counted, type MatrixField } from './matrix.js'

/** What a row or a column stands for: a body, a topic or an item, by slug or code. */
export interface MatrixHead {
  readonly key: string
  readonly bodyId: string | null
  readonly itemId: string | null
  readonly asOf: string | null
}

export interface OverlapMatrix {
  readonly view: OverlapView
  readonly rows: readonly MatrixHead[]
  readonly columns: readonly MatrixHead[]
  readonly cells: readonly MatrixField[]
}

/** So many bodies stand in a matrix: those with cases first, then those with the most items. */
const MOST_BODIES = 24
/** So many items stand in a matrix for which nobody chose any. */
const ITEMS_TO_BEGIN_WITH = 8

/** An overlap matrix, counted by the database; matrix.ts says what is none and what unknown. [OV-8] */
export function readMatrix(
  ctx: Ctx,
  { view, items, asOf }: { view: OverlapView; items: readonly string[]; asOf: string | null },
): Promise<OverlapMatrix> {
  if (view === 'ITEMS') return itemsByItems(ctx, items, asOf)
  return view === 'TOPICS' ? topicsByBodies(ctx, asOf) : bodiesByBodies(ctx, asOf)
}

/** The tables of a matrix as of an instant, each time with parameters of its own. */
const tables = (asOf: string | null, p: Params) => ({
  item: (alias: string) => tableAt('item', alias, asOf, p),
  body: (alias: string) => tableAt('body', alias, asOf, p),
  caseItem: (alias: string) => tableAt('overlap_case_item', alias, asOf, p),
  overlapCase: (alias: string) => tableAt('overlap_case', alias, asOf, p),
  suggestion: (alias: string) => tableAt('overlap_suggestion', alias, asOf, p),
})

/** Bodies that publish items, with how many of them have a scope. */
async function publishers(ctx: Ctx, asOf: string | null): Promise<(MatrixHead & { scoped: number })[]> {
  const p = new Params()
  const t = tables(asOf, p)
  const rows = await queryRows<{ key: string; bodyId: string; scoped: number }>(
    ctx.db,
    `select b.slug as key, b.id as "bodyId", n.scoped
     from (select i.body_id, count(*) as items, count(i.scope_note)::int as scoped from ${t.item('i')} group by i.body_id) n
     join ${t.body('b')} on b.id = n.body_id
     order by exists (select from ${t.caseItem('c')} join ${t.item('i')} on i.id = c.item_id where i.body_id = b.id) desc,
       n.items desc, b.slug limit ${MOST_BODIES}`,
    p.values,
  )
  return rows.map((row) => ({ ...row, itemId: null, asOf }))
}

async function bodiesByBodies(ctx: Ctx, asOf: string | null): Promise<OverlapMatrix> {
  const heads = await publishers(ctx, asOf)
  const ids = heads.map(({ bodyId }) => bodyId)
  const p = new Params()
  const t = tables(asOf, p)
  const among = p.add(ids)
  const counted = await queryRows<Counted>(
    ctx.db,
    `select a.slug as row, b.slug as column, sum(n.cases)::int as cases, sum(n.suggested)::int as suggested from (
       select x.body_id as a_id, y.body_id as b_id, count(distinct c.case_id) as cases, 0 as suggested
       from ${t.caseItem('c')} join ${t.overlapCase('o')} on o.id = c.case_id and o.state <> 'WITHDRAWN'
       join ${t.caseItem('d')} on d.case_id = c.case_id and d.item_id <> c.item_id
       join ${t.item('x')} on x.id = c.item_id join ${t.item('y')} on y.id = d.item_id group by 1, 2
       union all
       select case when way then x.body_id else y.body_id end, case when way then y.body_id else x.body_id end, 0, count(*)
       from ${t.suggestion('s')} join ${t.item('x')} on x.id = s.a_id join ${t.item('y')} on y.id = s.b_id
       cross join (values (true), (false)) ways (way) where s.state = 'OPEN' group by 1, 2) n
     join ${t.body('a')} on a.id = n.a_id join ${t.body('b')} on b.id = n.b_id
     where n.a_id = any(${among}::uuid[]) and n.b_id = any(${among}::uuid[]) group by 1, 2`,
    p.values,
  )
  const scoped = new Map(heads.map((head) => [head.key, head.scoped]))
  const keys = heads.map(({ key }) => key)
  const hasScope = (row: string, column: string) =>
    scoped.get(row)! > (row === column ? 1 : 0) && scoped.get(column)! > 0
  return { view: 'BODIES', rows: heads, columns: heads, cells: matrixFields(keys, keys, counted, hasScope) }
}

async function topicsByBodies(ctx: Ctx, asOf: string | null): Promise<OverlapMatrix> {
  const heads = await publishers(ctx, asOf)
  const p = new Params()
  const t = tables(asOf, p)
  const rows = await queryRows<Counted & { scoped: number }>(
    ctx.db,
    `select n.topic as row, b.slug as column, sum(n.cases)::int as cases, sum(n.suggested)::int as suggested, sum(n.scoped)::int as scoped
     from (
       select topic, i.body_id, count(distinct c.case_id) as cases, 0 as suggested, 0 as scoped
       from ${t.caseItem('c')} join ${t.overlapCase('o')} on o.id = c.case_id and o.state <> 'WITHDRAWN'
       join ${t.item('i')} on i.id = c.item_id, unnest(i.topics) topic group by 1, 2
       union all
       select topic, i.body_id, 0, count(distinct s.id), 0
       from ${t.suggestion('s')} join ${t.item('i')} on i.id in (s.a_id, s.b_id), unnest(i.topics) topic where s.state = 'OPEN' group by 1, 2
       union all
       select topic, i.body_id, 0, 0, count(i.scope_note) from ${t.item('i')}, unnest(i.topics) topic group by 1, 2) n
     join ${t.body('b')} on b.id = n.body_id where b.id = any(${p.add(heads.map(({ bodyId }) => bodyId))}::uuid[]) group by 1, 2`,
    p.values,
  )
  const scoped = new Set(rows.filter((row) => row.scoped > 0).map(({ row, column }) => `${row} ${column}`))
  const columns = heads.map(({ key }) => key)
  return {
    view: 'TOPICS',
    rows: TOPICS.map((key) => ({ key, bodyId: null, itemId: null, asOf })),
    columns: heads,
    cells: matrixFields(TOPICS, columns, rows, (row, column) => scoped.has(`${row} ${column}`)),
  }
}

async function itemsByItems(ctx: Ctx, chosen: readonly string[], asOf: string | null): Promise<OverlapMatrix> {
  const heads = chosen.length > 0 ? await chosenItems(ctx, chosen, asOf) : await itemsToBeginWith(ctx, asOf)
  const ids = heads.map(({ itemId }) => itemId)
  const p = new Params()
  const t = tables(asOf, p)
  const among = p.add(ids)
  const counted = await queryRows<Counted>(
    ctx.db,
    `select x.slug as row, y.slug as column, sum(n.cases)::int as cases, sum(n.suggested)::int as suggested from (
       select c.item_id as a_id, d.item_id as b_id, count(*) as cases, 0 as suggested
       from ${t.caseItem('c')} join ${t.overlapCase('o')} on o.id = c.case_id and o.state <> 'WITHDRAWN'
       join ${t.caseItem('d')} on d.case_id = c.case_id and d.item_id <> c.item_id
       where c.item_id = any(${among}::uuid[]) group by 1, 2
       union all
       select case when way then s.a_id else s.b_id end, case when way then s.b_id else s.a_id end, 0, 1
       from ${t.suggestion('s')} cross join (values (true), (false)) ways (way)
       where s.state = 'OPEN' and s.a_id = any(${among}::uuid[]) and s.b_id = any(${among}::uuid[])) n
     join ${t.item('x')} on x.id = n.a_id join ${t.item('y')} on y.id = n.b_id
     where n.b_id = any(${among}::uuid[]) group by 1, 2`,
    p.values,
  )
  const scoped = new Map(heads.map((head) => [head.key, head.isScoped]))
  const keys = heads.map(({ key }) => key)
  const hasScope = (row: string, column: string) => row === column || (scoped.get(row)! && scoped.get(column)!)
  return { view: 'ITEMS', rows: heads, columns: heads, cells: matrixFields(keys, keys, counted, hasScope) }
}

type ItemHead = MatrixHead & { readonly isScoped: boolean }
const itemHead = `i.slug as key, i.id as "itemId", i.scope_note is not null as "isScoped"`
const asHeads = (rows: readonly Omit<ItemHead, 'bodyId' | 'asOf'>[], asOf: string | null): ItemHead[] =>
  rows.map((row) => ({ ...row, bodyId: null, asOf }))

async function chosenItems(ctx: Ctx, slugs: readonly string[], asOf: string | null): Promise<ItemHead[]> {
  const p = new Params()
  const known = p.add(slugs.filter((slug) => !slug.includes('\0')).slice(0, MOST_ITEMS))
  const rows = await queryRows<ItemHead>(
    ctx.db,
    `select ${itemHead} from ${tableAt('item', 'i', asOf, p)} where i.slug = any(${known}::text[])
     order by array_position(${known}::text[], i.slug)`,
    p.values,
  )
  return asHeads(rows, asOf)
}

/** Where nobody chose: the items of the newest cases, then those of the pairs most alike. */
async function itemsToBeginWith(ctx: Ctx, asOf: string | null): Promise<ItemHead[]> {
  const p = new Params()
  const t = tables(asOf, p)
  const rows = await queryRows<ItemHead>(
    ctx.db,
    `select ${itemHead} from (
       select item_id, min(rank) as rank from (
         (select c.item_id, row_number() over (order by o.number desc, c.place) as rank
          from ${t.overlapCase('o')} join ${t.caseItem('c')} on c.case_id = o.id where o.state <> 'WITHDRAWN'
          order by 2 limit ${ITEMS_TO_BEGIN_WITH})
         union all
         select e.id, 1000 + s.rank from (
           select s.a_id, s.b_id, row_number() over (order by s.likeness desc, s.id) as rank
           from ${t.suggestion('s')} where s.state = 'OPEN' order by s.likeness desc, s.id limit ${ITEMS_TO_BEGIN_WITH}) s,
         unnest(array[s.a_id, s.b_id]) e (id)) ranked
       group by item_id order by rank, item_id limit ${ITEMS_TO_BEGIN_WITH}) first
     join ${t.item('i')} on i.id = first.item_id order by first.rank, i.slug`,
    p.values,
  )
  return asHeads(rows, asOf)
}
