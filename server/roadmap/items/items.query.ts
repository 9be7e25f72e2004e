import { normalise } from '#schema/vocabulary/designation.js'
import {
  isInForce,
  ITEM_STATES,
  type Confidence,
  type Impact,
  LIFECYCLE_STAGES,
  TOPICS,
  type ItemState,
  type ItemType,
  type LifecycleStage,
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
import { refuse } from '#server/platform/errors/index.js'
import { bodiesUnder } from '#server/roadmap/bodies/index.js'
import { termsNamed } from './terms-named.js'

/** As in the SDL. An empty list narrows as little as an absent one. */
export interface ItemFilter {
  readonly search?: string | null
  readonly slug?: readonly string[] | null
  readonly body?: readonly string[] | null
  readonly type?: readonly ItemType[] | null
  readonly state?: readonly ItemState[] | null
  readonly topic?: readonly Topic[] | null
  readonly lifecycleStage?: readonly LifecycleStage[] | null
  readonly impact?: readonly Impact[] | null
  readonly confidence?: readonly Confidence[] | null
  readonly gap?: readonly string[] | null
  readonly isInForce?: boolean | null
  /** Not in the SDL: so many words of the search are enough. Null: all of them. */
  readonly leastWords?: number | null
}

export const itemFacets = ['body', 'type', 'state', 'topic', 'lifecycleStage', 'impact', 'confidence'] as const
export type ItemFacet = (typeof itemFacets)[number]

/** States that count as in force, as a list of SQL. */
export const inForceSql = ITEM_STATES.filter(isInForce)
  .map((state) => `'${state}'`)
  .join(', ')

/** A condition on `i` for a field of the filter that a higher room understands. */
export type ItemCondition = (values: readonly string[], asOf: string | null, params: Params) => string

const conditions = new Map<'gap', ItemCondition>()

/** Rooms that link to items say what filtering by their objects means; this room does not know their tables. */
export function narrowItemsBy(field: 'gap', condition: ItemCondition): void {
  conditions.set(field, condition)
}

/** The parts of a statement about `item i` that a filter asks for. */
export interface ItemNarrowing {
  /** Parts of a `with recursive`. */
  readonly with: string[]
  /** Joins behind `item i`. */
  readonly joins: string[]
  /** Conditions that no facet lifts. */
  readonly always: string[]
  /** Conditions by the facet that shows the choice; its own counts leave it out. */
  readonly byFacet: Partial<Record<ItemFacet, string>>
  /** How well a row fits the search, for sorting; null without a search. */
  readonly rank: (() => string) | null
}

/** The condition that what stands at `alias` has a topic or life-cycle stage that a word names; null when it names none. [SE-5] */
export const hasTermNamed = (alias: string) => (word: string, params: Params) => {
  const conditions = [
    ...termsNamed(word, TOPICS).map((topic) => `${alias}.topics && ${params.add([topic])}::text[]`),
    ...termsNamed(word, LIFECYCLE_STAGES).map((stage) => `${alias}.lifecycle_stages && ${params.add([stage])}::text[]`),
  ]
  return conditions.length > 0 ? conditions.join(' or ') : null
}

const searched: SearchedText = {
  vector: 'i.search',
  title: `plain(coalesce(i.title, ''))`,
  texts: [`plain(i.designation)`, `plain(coalesce(i.scope_note, ''))`],
  isRegister: true,
  name: 'plain(i.designation)',
  also: hasTermNamed('i'),
}

/** Items that may be asked for by name at once. */
const MOST_SLUGS = 200

/** The same for titles in other languages; those that a text has lost go on finding it. [IT-9] */
const searchedTitle = {
  vector: `to_tsvector('english', plain(t.title))`,
  title: `plain(t.title)`,
  texts: [],
  isRegister: true,
}

/** What a filter means in SQL. Refuses: BAD_INPUT. */
export function narrowing(filter: ItemFilter, asOf: string | null, params: Params): ItemNarrowing {
  const parts = { with: [] as string[], joins: [] as string[], always: [] as string[] }
  const byFacet: Partial<Record<ItemFacet, string>> = {}
  const oneOf = (facet: ItemFacet, column: string, values: readonly string[] | null | undefined) => {
    if (values?.length) byFacet[facet] = `${column} = any(${params.add(values)}::text[])`
  }
  const anyOf = (facet: ItemFacet, column: string, values: readonly string[] | null | undefined) => {
    if (values?.length) byFacet[facet] = `${column} && ${params.add(values)}::text[]`
  }
  oneOf('type', 'i.type', filter.type)
  oneOf('state', 'i.state', filter.state)
  oneOf('confidence', 'i.confidence', filter.confidence)
  anyOf('topic', 'i.topics', filter.topic)
  anyOf('lifecycleStage', 'i.lifecycle_stages', filter.lifecycleStage)
  anyOf('impact', 'i.impacts', filter.impact)

  if (filter.body?.length) {
    const slugs = params.add(filter.body.filter((slug) => !slug.includes('\0')))
    const roots = `select w.id from ${tableAt('body', 'w', asOf, params)} where w.slug = any(${slugs}::text[])`
    parts.with.push(bodiesUnder('wanted_body', roots, asOf, params))
    byFacet.body = '(i.body_id in (select id from wanted_body) or i.committee_id in (select id from wanted_body))'
  }
  if (filter.slug?.length) {
    if (filter.slug.length > MOST_SLUGS) throw refuse('BAD_INPUT', { detail: `at most ${MOST_SLUGS} slugs` })
    parts.always.push(`i.slug = any(${params.add(filter.slug.filter((slug) => !slug.includes('\0')))}::text[])`)
  }
  if (filter.gap?.length) parts.always.push(conditions.get('gap')?.(filter.gap, asOf, params) ?? 'false')
  if (filter.isInForce != null) parts.always.push(`i.state ${filter.isInForce ? '' : 'not '}in (${inForceSql})`)

  const rank = filter.search?.trim() ? search(filter, filter.search, asOf, params, parts) : null
  return { ...parts, byFacet, rank }
}

/** Finds by name, whole or begun, and by the words of title, in any language, and scope note. [IT-6, IT-9] */
function search(
  { leastWords }: ItemFilter,
  text: string,
  asOf: string | null,
  params: Params,
  parts: { with: string[]; joins: string[]; always: string[] },
): () => string {
  const words = searchWords(text)
  if (leastWords != null) {
    const { condition, count } = someWordsMatch(words, leastWords, searched, params)
    parts.always.push(`(${condition})`)
    return () => `(${count} + ${wordsRank(words, searched, params)})`
  }
  const found = wordsMatch(words, searched, params)
  const key = normalise(text)
  if (key === '') {
    parts.always.push(`(${found})`)
    return () => wordsRank(words, searched, params)
  }
  const sought = params.add(key)
  // Two letters begin half of the register.
  const begun = key.length < 3 ? '' : ` or keys_line(n.keys) like ${params.add(`%|${key.replace(/[\\%_]/g, '\\$&')}%`)}`
  const translated = wordsMatch(words, searchedTitle, params)
  // Each way to be found has its index; together in one condition they would have none.
  parts.with.push(`found (item_id, fit) as materialized (
    select item_id, max(fit) from (
      select n.item_id, case when n.keys[1] = ${sought} then 3 when n.keys @> array[${sought}] then 2 else 1 end as fit
      from ${tableAt('item_name', 'n', asOf, params)}
      where n.keys @> array[${sought}]${begun}
      union all
      select t.item_id, 0 from ${tableAt('item_title', 't', asOf, params)} where ${translated}
      union all
      select i.id, 0 from ${tableAt('item', 'i', asOf, params)} where ${found}
    ) hit group by item_id)`)
  parts.joins.push('join found on found.item_id = i.id')
  return () => `(found.fit * 10 + ${wordsRank(words, searched, params)})`
}
