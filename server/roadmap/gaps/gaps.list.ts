import { GAP_STANDINGS, LIFECYCLE_STAGES, PRIORITIES, TOPICS } from '#schema/vocabulary/register.js'
import type { Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt } from '#server/platform/database/index.js'
import {
  pageInto,
  toConnection,
  type Connection,
  type CursorValue,
  type Keyset,
  type Page,
  type SortTerm,
} from '#server/platform/graphql/index.js'
import type { FacetCount } from '#server/roadmap/items/index.js'
import { Gap } from './gap.entity.js'
import type { GapRow } from './gaps.loader.js'
import {
  gapFacets,
  narrowing,
  priorityRankSql,
  prioritySql,
  standingRankSql,
  type GapFacet,
  type GapFilter,
  type GapNarrowing,
} from './gaps.query.js'
import { suggestionFor } from './priority.js'

export interface GapSort {
  readonly by: 'NUMBER' | 'TITLE' | 'PRIORITY' | 'STANDING' | 'RELEVANCE'
  readonly direction?: 'ASC' | 'DESC' | null
}

/** A page, and what it was a page of, so that its count can be asked for later. */
export interface GapList extends Connection<GapRow> {
  readonly asked: { readonly filter: GapFilter; readonly asOf: string | null }
}

interface Order {
  readonly keyset: Keyset
  readonly valuesOf: (row: GapRow & { rank?: number }) => CursorValue[]
  readonly extra?: string
}

const number: SortTerm = { expr: 'g.number', direction: 'ASC', type: 'number' }
const lowFirst = PRIORITIES.toReversed()

/** The order of a list. Equal rows follow by number; what has no priority comes last either way. */
function orderFor({ by, direction: way }: GapSort, { rank }: GapNarrowing): Order {
  const direction = way ?? 'ASC'
  const name = `gaps.${by}.${direction}`
  switch (by) {
    case 'TITLE':
      return {
        keyset: {
          name,
          terms: [{ expr: 'left(g.title, 200) collate natural_name', direction, type: 'text' }, number],
        },
        valuesOf: (row) => [[...row.title].slice(0, 200).join(''), row.number],
      }
    case 'PRIORITY':
      return {
        keyset: { name, terms: [{ expr: priorityRankSql, direction, nulls: 'LAST', type: 'number' }, number] },
        valuesOf: (row) => {
          const priority = row.priority ?? suggestionFor(row)
          return [priority && lowFirst.indexOf(priority) + 1, row.number]
        },
      }
    case 'STANDING':
      return {
        keyset: { name, terms: [{ expr: standingRankSql, direction, type: 'number' }, number] },
        valuesOf: (row) => [GAP_STANDINGS.indexOf(row.standing) + 1, row.number],
      }
    case 'RELEVANCE':
      if (rank) {
        const expr = `round((${rank()})::numeric, 6)::float8`
        return {
          keyset: { name, terms: [{ expr, direction, type: 'number' }, number] },
          valuesOf: (row) => [row.rank!, row.number],
          extra: `${expr} as rank`,
        }
      }
      // Without a search nothing fits better than the rest.
      return byNumber('ASC')
    case 'NUMBER':
      return byNumber(direction)
  }
}

const byNumber = (direction: 'ASC' | 'DESC'): Order => ({
  keyset: { name: `gaps.NUMBER.${direction}`, terms: [{ ...number, direction }] },
  valuesOf: (row) => [row.number],
})

/** A page of gaps, in one statement. Refuses: BAD_CURSOR. */
export async function listGaps(
  ctx: Ctx,
  filter: GapFilter,
  sort: GapSort,
  page: Page,
  asOf: string | null,
): Promise<GapList> {
  const p = new Params()
  const from = tableAt('gap', 'g', asOf, p)
  const narrowed = narrowing(filter, asOf, p)
  const order = orderFor(sort, narrowed)
  const { where, orderBy, limit } = pageInto(order.keyset, page, p)
  const columns = [columnsOf(ctx.db, Gap, 'g'), ...(order.extra ? [order.extra] : [])]
  const conditions = [...narrowed.always, ...Object.values(narrowed.byFacet), where]
  const rows = await selectRows<Gap & { rank?: number }>(
    ctx.db,
    `select ${columns.join(', ')} from ${from} where ${conditions.join(' and ')} order by ${orderBy} limit ${limit}`,
    p,
    asOf,
  )
  return { ...toConnection(rows, page, order.keyset, order.valuesOf), asked: { filter, asOf } }
}

/** How many gaps a filter leaves. */
export async function countGaps(ctx: Ctx, { filter, asOf }: GapList['asked']): Promise<number> {
  const p = new Params()
  const from = tableAt('gap', 'g', asOf, p)
  const narrowed = narrowing(filter, asOf, p)
  const conditions = ['true', ...narrowed.always, ...Object.values(narrowed.byFacet)]
  const [row] = (await ctx.db.query(
    `select count(*)::int as count from ${from} where ${conditions.join(' and ')}`,
    p.values,
  )) as [{ count: number }]
  return row.count
}

export type GapFacets = Record<GapFacet, FacetCount[]>

const choices: Partial<Record<GapFacet, readonly string[]>> = {
  standing: GAP_STANDINGS,
  priority: PRIORITIES,
  topic: TOPICS,
  lifecycleStage: LIFECYCLE_STAGES,
}

/**
 * How many gaps each choice of each facet would give, the other filters applied, in one statement. A choice of a closed list that would give
 * none is there with 0; bodies are those named for a gap or chosen.
 */
export async function countGapFacets(ctx: Ctx, filter: GapFilter, asOf: string | null): Promise<GapFacets> {
  const p = new Params()
  const from = tableAt('gap', 'g', asOf, p)
  const narrowed = narrowing(filter, asOf, p)
  const chosen = gapFacets.filter((facet) => narrowed.byFacet[facet])
  const others = (facet: GapFacet) =>
    ['true', ...chosen.filter((each) => each !== facet).map((each) => `"in_${each}"`)].join(' and ')
  const flags = chosen.map((facet) => `, coalesce(${narrowed.byFacet[facet]}, false) as "in_${facet}"`).join('')
  const single = (facet: GapFacet, column: string) =>
    `select '${facet}', ${column}, null, count(*)::int from base where ${others(facet)} and ${column} is not null group by ${column}`
  const several = (facet: GapFacet, column: string) =>
    `select '${facet}', v, null, count(distinct id)::int from base, unnest(${column}) v where ${others(facet)} group by v`
  const slugs = p.add(filter.body?.filter((slug) => !slug.includes('\0')) ?? [])

  const rows = (await ctx.db.query(
    `with base as materialized (
       select g.id, g.standing, ${prioritySql} as priority, g.topics, g.lifecycle_stages${flags}
       from ${from} where ${['true', ...narrowed.always].join(' and ')})
     select * from (
       ${single('standing', 'standing')} union all ${single('priority', 'priority')}
       union all ${several('topic', 'topics')} union all ${several('lifecycleStage', 'lifecycle_stages')}
       union all select 'body', b.slug, coalesce(b.acronym, b.name), count(distinct base.id)::int
         from ${tableAt('body', 'b', asOf, p)}
         left join ${tableAt('gap_body', 'gb', asOf, p)} on gb.body_id = b.id
         left join base on base.id = gb.gap_id and ${others('body')}
         where gb.id is not null or b.slug = any(${slugs}::text[])
         group by b.id, b.slug, b.acronym, b.name) f (facet, value, label, count)`,
    p.values,
  )) as (FacetCount & { facet: GapFacet })[]

  const byFacet = Map.groupBy(rows, (row) => row.facet)
  const listed = (facet: GapFacet): FacetCount[] => {
    const found = byFacet.get(facet) ?? []
    const values = choices[facet]
    if (!values) return found.sort((a, b) => b.count - a.count || (a.label! < b.label! ? -1 : 1))
    const count = new Map(found.map((row) => [row.value, row.count]))
    return values.map((value) => ({ value, label: null, count: count.get(value) ?? 0 }))
  }
  return Object.fromEntries(gapFacets.map((facet) => [facet, listed(facet)])) as GapFacets
}
