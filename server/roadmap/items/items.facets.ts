import { CONFIDENCES, IMPACTS, ITEM_STATES, ITEM_TYPES, LIFECYCLE_STAGES, TOPICS } from '#schema/vocabulary/register.js'
import type { Ctx } from '#server/platform/context/index.js'
import { Params, tableAt } from '#server/platform/database/index.js'
import { bodiesUnder } from '#server/roadmap/bodies/index.js'
import { countByFacet, type ItemColumns } from './item-columns.js'
import { itemFacets, narrowing, type ItemFacet, type ItemFilter } from './items.query.js'

export interface FacetCount {
  /** The value as the filter takes it. */
  readonly value: string
  /** Words of values that are data; null where the catalogue names them. */
  readonly label: string | null
  readonly count: number
}

export type ItemFacets = Record<ItemFacet, FacetCount[]>

/** Choices that a closed list offers, in its order. Bodies are data and sort by their label. */
const choices: Partial<Record<ItemFacet, readonly string[]>> = {
  type: ITEM_TYPES,
  state: ITEM_STATES,
  topic: TOPICS,
  lifecycleStage: LIFECYCLE_STAGES,
  impact: IMPACTS,
  confidence: CONFIDENCES,
}

const single = { type: 'type', state: 'state', confidence: 'confidence' } as const
const several = { topic: 'topics', lifecycleStage: 'lifecycle_stages', impact: 'impacts' } as const

/** The same of the present, from columns in memory. */
export function facetsOf(columns: ItemColumns, filter: ItemFilter): ItemFacets {
  const { byList, byBody } = countByFacet(columns, filter)
  const wanted = new Set(filter.body)
  const bodies = columns.bodies.flatMap(({ slug, label, publishes }, at) =>
    publishes || wanted.has(slug) ? [{ value: slug, label, count: byBody[at]! }] : [],
  )
  const listed = Object.entries(choices).map(([facet, list]) => [
    facet,
    list.map((value, at) => ({ value, label: null, count: byList[facet as keyof typeof byList][at]! })),
  ])
  return { ...Object.fromEntries(listed), body: inOrder(bodies) } as ItemFacets
}

/**
 * How many items each choice of each facet would give, the other filters applied, in one statement. A choice of a closed list that would give
 * none is there with 0; bodies are those that publish something or were chosen, each with what is under it.
 */
export async function countItemFacets(ctx: Ctx, filter: ItemFilter, asOf: string | null): Promise<ItemFacets> {
  const p = new Params()
  const from = tableAt('item', 'i', asOf, p)
  const narrowed = narrowing(filter, asOf, p)
  const chosen = itemFacets.filter((facet) => narrowed.byFacet[facet])
  const others = (facet: ItemFacet) =>
    ['true', ...chosen.filter((each) => each !== facet).map((each) => `"in_${each}"`)].join(' and ')
  const flags = chosen.map((facet) => `, ${narrowed.byFacet[facet]} as "in_${facet}"`).join('')
  const slugs = p.add(filter.body?.filter((slug) => !slug.includes('\0')) ?? [])
  const roots = `select distinct i.body_id from ${from}
    union select c.id from ${tableAt('body', 'c', asOf, p)} where c.slug = any(${slugs}::text[])`

  const counts = [
    ...Object.entries(single).map(
      ([facet, column]) => `select '${facet}', ${column}, null, count(*)::int from base
        where ${others(facet as ItemFacet)} group by ${column}`,
    ),
    ...Object.entries(several).map(
      ([facet, column]) => `select '${facet}', v, null, count(distinct id)::int from base, unnest(${column}) v
        where ${others(facet as ItemFacet)} group by v`,
    ),
    `select 'body', b.slug, coalesce(b.acronym, b.name), count(distinct placed.id)::int
     from under u join ${tableAt('body', 'b', asOf, p)} on b.id = u.root
     left join (select id, body_id as at from base where ${others('body')}
                union all select id, committee_id from base where ${others('body')}) placed on placed.at = u.id
     group by b.id, b.slug, b.acronym, b.name`,
  ]
  const rows = (await ctx.db.query(
    `with recursive ${[...narrowed.with, bodiesUnder('under', roots, asOf, p)].join(', ')},
     base as materialized (
       select i.id, i.body_id, i.committee_id, i.type, i.state, i.confidence, i.topics, i.lifecycle_stages, i.impacts${flags}
       from ${from} ${narrowed.joins.join(' ')} where ${['true', ...narrowed.always].join(' and ')})
     select * from (${counts.join(' union all ')}) f (facet, value, label, count)`,
    p.values,
  )) as (FacetCount & { facet: ItemFacet })[]

  const byFacet = Map.groupBy(rows, (row) => row.facet)
  const listed = (facet: ItemFacet): FacetCount[] => {
    const found = byFacet.get(facet) ?? []
    const list = choices[facet]
    if (!list) return inOrder(found)
    const count = new Map(found.map((row) => [row.value, row.count]))
    return list.map((value) => ({ value, label: null, count: count.get(value) ?? 0 }))
  }
  return Object.fromEntries(itemFacets.map((facet) => [facet, listed(facet)])) as ItemFacets
}

/** Bodies with most items first. */
const inOrder = (bodies: readonly FacetCount[]): FacetCount[] =>
  bodies
    .toSorted((a, b) => b.count - a.count || (a.label! < b.label! ? -1 : 1) || (a.value < b.value ? -1 : 1))
    .map(shown)

const shown = ({ value, label, count }: FacetCount): FacetCount => ({ value, label, count })
