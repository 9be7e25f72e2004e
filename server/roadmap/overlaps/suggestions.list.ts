import type { SuggestionState, Topic } from '#schema/vocabulary/register.js'
import { loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, queryRows, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { OverlapSuggestion } from './overlap-suggestion.entity.js'

export type SuggestionRow = AsOf<OverlapSuggestion>

/** As in the SDL. */
export interface SuggestionFilter {
  readonly state?: readonly SuggestionState[] | null
  /** Slugs: each has an item in the pair. */
  readonly body?: readonly string[] | null
  readonly topic?: readonly Topic[] | null
  /** Slugs: each is in the pair. */
  readonly item?: readonly string[] | null
}

export interface SuggestionList extends Connection<SuggestionRow> {
  readonly asked: { readonly filter: SuggestionFilter; readonly asOf: string | null }
}

const mostAlikeFirst: Keyset = {
  name: 'overlapSuggestions.likeness',
  terms: [
    { expr: 's.likeness', direction: 'DESC', type: 'number' },
    { expr: 's.id', direction: 'ASC', type: 'uuid' },
  ],
}

/** What a filter leaves of `overlap_suggestion s`; without states the open ones. */
function conditionsOf(filter: SuggestionFilter, asOf: string | null, p: Params): string {
  const states = filter.state?.length ? filter.state : ['OPEN']
  const conditions = [states.length === 1 ? `s.state = '${states[0]}'` : `s.state = any(${p.add(states)}::text[])`]
  const held = (condition: string) =>
    `exists (select from ${tableAt('item', 'i', asOf, p)} join ${tableAt('body', 'b', asOf, p)} on b.id = i.body_id
      where i.id in (s.a_id, s.b_id) ${condition})`
  const topics = filter.topic?.length ? `and i.topics && ${p.add(filter.topic)}::text[]` : ''
  const bodies = usable(filter.body)
  // A pair is of two bodies: the same one twice has none.
  if (new Set(bodies).size < bodies.length) conditions.push('false')
  for (const slug of bodies) conditions.push(held(`and b.slug = ${p.add(slug)} ${topics}`))
  if (topics && bodies.length === 0) conditions.push(held(topics))
  for (const slug of new Set(usable(filter.item))) conditions.push(held(`and i.slug = ${p.add(slug)}`))
  return conditions.join(' and ')
}

const usable = (slugs: readonly string[] | null | undefined) =>
  (slugs ?? []).filter((slug) => !slug.includes('\0')).slice(0, 20)

/** A page of suggested pairs, in one statement. Refuses: BAD_CURSOR. */
export async function listSuggestions(
  ctx: Ctx,
  filter: SuggestionFilter,
  page: Page,
  asOf: string | null,
): Promise<SuggestionList> {
  const p = new Params()
  const from = tableAt('overlap_suggestion', 's', asOf, p)
  const conditions = conditionsOf(filter, asOf, p)
  const { where, orderBy, limit } = pageInto(mostAlikeFirst, page, p)
  const rows = await selectRows<OverlapSuggestion>(
    ctx.db,
    `select ${columnsOf(ctx.db, OverlapSuggestion, 's')} from ${from} where ${conditions} and ${where} order by ${orderBy} limit ${limit}`,
    p,
    asOf,
  )
  return { ...toConnection(rows, page, mostAlikeFirst, (row) => [row.likeness, row.id]), asked: { filter, asOf } }
}

/** How many pairs a filter leaves. */
export async function countSuggestions(ctx: Ctx, { filter, asOf }: SuggestionList['asked']): Promise<number> {
  const p = new Params()
  const from = tableAt('overlap_suggestion', 's', asOf, p)
  const [row] = await queryRows<{ count: number }>(
    ctx.db,
    `select count(*)::int as count from ${from} where ${conditionsOf(filter, asOf, p)}`,
    p.values,
  )
  return row!.count
}

/** Suggested pairs by id. */
export const suggestionsById = loader<string, SuggestionRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<OverlapSuggestion>(
    ctx.db,
    `select ${columnsOf(ctx.db, OverlapSuggestion, 's')} from ${tableAt('overlap_suggestion', 's', asOf, p)}
     where s.id = any(${p.add(ids)}::uuid[])`,
    p,
    asOf,
  )
  return new Map(rows.map((row) => [row.id, row]))
})
