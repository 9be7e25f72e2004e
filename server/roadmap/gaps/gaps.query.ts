import { readNumber } from '#schema/vocabulary/numbers.js'
import {
  GAP_STANDINGS,
  PRIORITIES,
  type GapStanding,
  type LifecycleStage,
  type Priority,
  type Topic,
} from '#schema/vocabulary/register.js'
import {
  searchWords,
  someWordsMatch,
  tableAt,
  wordsMatch,
  wordsRank,
  type Params,
  type SearchedText,
} from '#server/platform/database/index.js'
import { hasTermNamed } from '#server/roadmap/items/index.js'
import { defaultBands } from './case-score.js'

/** As in the SDL. An empty list narrows as little as an absent one. */
export interface GapFilter {
  readonly search?: string | null
  readonly standing?: readonly GapStanding[] | null
  readonly isOpen?: boolean | null
  readonly priority?: readonly Priority[] | null
  readonly topic?: readonly Topic[] | null
  readonly lifecycleStage?: readonly LifecycleStage[] | null
  readonly body?: readonly string[] | null
  readonly principle?: readonly string[] | null
  /** Not in the SDL: so many words of the search are enough. Null: all of them. */
  readonly leastWords?: number | null
}

export const gapFacets = ['standing', 'priority', 'topic', 'lifecycleStage', 'body'] as const
export type GapFacet = (typeof gapFacets)[number]

/** The priority that counts, as in priority.ts: a person's word, else what the sum of the scores suggests. Null without either. */
export const prioritySql = `coalesce(g.priority, case
  when g.criticality + g.achievability + g.scope + g.effect >= ${defaultBands.high} then 'HIGH'
  when g.criticality + g.achievability + g.scope + g.effect >= ${defaultBands.medium} then 'MEDIUM'
  when g.criticality + g.achievability + g.scope + g.effect is not null then 'LOW' end)`

const list = (values: readonly string[]) => `array[${values.map((value) => `'${value}'`).join(', ')}]`
/** Low is 1, high is 3: descending puts the highest first. */
export const priorityRankSql = `array_position(${list(PRIORITIES.toReversed())}, ${prioritySql})`
export const standingRankSql = `array_position(${list(GAP_STANDINGS)}, g.standing)`

/** The parts of a statement about `gap g` that a filter asks for. */
export interface GapNarrowing {
  readonly always: string[]
  readonly byFacet: Partial<Record<GapFacet, string>>
  /** How well a row fits the search, for sorting; null without a search. */
  readonly rank: (() => string) | null
}

const searched: SearchedText = {
  vector: 'g.search',
  title: 'plain(g.title)',
  texts: ['plain(g.description)'],
  isRegister: true,
  also: hasTermNamed('g'),
}

/** What a filter means in SQL. */
export function narrowing(filter: GapFilter, asOf: string | null, params: Params): GapNarrowing {
  // A number that leads elsewhere is an address, not a gap. [GA-13]
  const always: string[] = ['g.replacement_id is null']
  const byFacet: Partial<Record<GapFacet, string>> = {}
  if (filter.standing?.length) byFacet.standing = `g.standing = any(${params.add(filter.standing)}::text[])`
  if (filter.priority?.length) byFacet.priority = `${prioritySql} = any(${params.add(filter.priority)}::text[])`
  if (filter.topic?.length) byFacet.topic = `g.topics && ${params.add(filter.topic)}::text[]`
  if (filter.lifecycleStage?.length) {
    byFacet.lifecycleStage = `g.lifecycle_stages && ${params.add(filter.lifecycleStage)}::text[]`
  }
  if (filter.body?.length) {
    const slugs = params.add(filter.body.filter((slug) => !slug.includes('\0')))
    byFacet.body = `exists (select from ${tableAt('gap_body', 'gb', asOf, params)}
      join ${tableAt('body', 'b', asOf, params)} on b.id = gb.body_id where gb.gap_id = g.id and b.slug = any(${slugs}::text[]))`
  }
  if (filter.isOpen != null) always.push(`g.standing ${filter.isOpen ? '<>' : '='} 'CLOSED'`)
  if (filter.principle?.length) {
    const numbers = filter.principle.map((text) => readNumber('P', text)).filter((number) => number !== null)
    always.push(`exists (select from ${tableAt('gap_principle', 'gp', asOf, params)}
      join ${tableAt('principle', 'p', asOf, params)} on p.id = gp.principle_id
      where gp.gap_id = g.id and p.number = any(${params.add(numbers)}::int[]))`)
  }
  if (!filter.search?.trim()) return { always, byFacet, rank: null }

  const words = searchWords(filter.search)
  if (filter.leastWords != null) {
    const { condition, count } = someWordsMatch(words, filter.leastWords, searched, params)
    always.push(`(${condition})`)
    return { always, byFacet, rank: () => `(${count} + ${wordsRank(words, searched, params)})` }
  }
  const number = readNumber('G', filter.search)
  const isNumbered = number === null ? 'false' : `g.number = ${params.add(number)}::int`
  always.push(`(${isNumbered} or (${wordsMatch(words, searched, params)}))`)
  return {
    always,
    byFacet,
    rank: () => `(case when ${isNumbered} then 10 else 0 end + ${wordsRank(words, searched, params)})`,
  }
}
