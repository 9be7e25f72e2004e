import {
  CASE_STATES,
  isLiveCase,
  type CaseState,
  type OverlapVerdict,
  type Topic,
} from '#schema/vocabulary/register.js'
import type { Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, queryRows, selectRows, tableAt } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import type { CaseRow } from './cases.loader.js'
import { OverlapCase } from './overlap-case.entity.js'

/** As in the SDL. */
export interface OverlapFilter {
  readonly state?: readonly CaseState[] | null
  readonly isLive?: boolean | null
  readonly verdict?: readonly OverlapVerdict[] | null
  /** Slugs; the same one twice asks for two items of the body. */
  readonly body?: readonly string[] | null
  readonly topic?: readonly Topic[] | null
  /** Slugs; all of them. */
  readonly item?: readonly string[] | null
}

export interface CaseList extends Connection<CaseRow> {
  readonly asked: { readonly filter: OverlapFilter; readonly asOf: string | null }
}

const newestFirst: Keyset = {
  name: 'overlaps.number',
  terms: [{ expr: 'o.number', direction: 'DESC', type: 'number' }],
}

export const liveStates = `('${CASE_STATES.filter(isLiveCase).join("', '")}')`

/** What a filter leaves of `overlap_case o`. */
function conditionsOf(filter: OverlapFilter, asOf: string | null, p: Params): string {
  const conditions = ['true']
  if (filter.state?.length) conditions.push(`o.state = any(${p.add(filter.state)}::text[])`)
  if (filter.isLive != null) conditions.push(`o.state ${filter.isLive ? 'in' : 'not in'} ${liveStates}`)
  if (filter.verdict?.length) conditions.push(`o.verdict = any(${p.add(filter.verdict)}::text[])`)
  const topics = filter.topic?.length ? `and i.topics && ${p.add(filter.topic)}::text[]` : ''
  const held = (condition: string) =>
    `(select count(*) from ${tableAt('overlap_case_item', 'c', asOf, p)} join ${tableAt('item', 'i', asOf, p)} on i.id = c.item_id
      join ${tableAt('body', 'b', asOf, p)} on b.id = i.body_id where c.case_id = o.id ${condition})`
  const bodies = Map.groupBy(usable(filter.body), (slug) => slug)
  for (const [slug, named] of bodies) {
    conditions.push(`${held(`and b.slug = ${p.add(slug)} ${topics}`)} >= ${named.length}`)
  }
  if (topics && bodies.size === 0) conditions.push(`${held(topics)} > 0`)
  const items = [...new Set(usable(filter.item))]
  if (items.length > 0) conditions.push(`${held(`and i.slug = any(${p.add(items)}::text[])`)} = ${items.length}`)
  return conditions.join(' and ')
}

/** Slugs that the database can be asked for, no more than a matrix names. */
const usable = (slugs: readonly string[] | null | undefined) =>
  (slugs ?? []).filter((slug) => !slug.includes('\0')).slice(0, 50)

/** A page of cases, in one statement. Refuses: BAD_CURSOR. */
export async function listCases(ctx: Ctx, filter: OverlapFilter, page: Page, asOf: string | null): Promise<CaseList> {
  const p = new Params()
  const from = tableAt('overlap_case', 'o', asOf, p)
  const conditions = conditionsOf(filter, asOf, p)
  const { where, orderBy, limit } = pageInto(newestFirst, page, p)
  const rows = await selectRows<OverlapCase>(
    ctx.db,
    `select ${columnsOf(ctx.db, OverlapCase, 'o')} from ${from} where ${conditions} and ${where} order by ${orderBy} limit ${limit}`,
    p,
    asOf,
  )
  return { ...toConnection(rows, page, newestFirst, ({ number }) => [number]), asked: { filter, asOf } }
}

/** How many cases a filter leaves. */
export async function countCases(ctx: Ctx, { filter, asOf }: CaseList['asked']): Promise<number> {
  const p = new Params()
  const from = tableAt('overlap_case', 'o', asOf, p)
  const [row] = await queryRows<{ count: number }>(
    ctx.db,
    `select count(*)::int as count from ${from} where ${conditionsOf(filter, asOf, p)}`,
    p.values,
  )
  return row!.count
}
