/** What readers ask of a large register, each question many times with other words. */
import { ITEM_STATES, ITEM_TYPES, TOPICS } from '#schema/vocabulary/register.js'
import { words } from './words.js'

/** One request: a question of the API, or a page. */
export interface Ask {
  readonly path: string
  readonly body?: string
}

const graphql = (query: string, variables: Record<string, unknown> = {}): Ask => ({
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
})
const among = <T>(random: () => number, all: readonly T[]): T => all[Math.floor(random() * all.length)]!

const withRelations = `query ($filter: ItemFilter, $sort: ItemSort) { items(first: 50, filter: $filter, sort: $sort) { nodes {
  id designation title state body { name acronym } relations { type other { designation title } } } } }`
const plain = `query ($filter: ItemFilter, $sort: ItemSort) { items(first: 50, filter: $filter, sort: $sort) { nodes {
  id designation title state body { name acronym } } } }`
const named = `query ($sort: ItemSort) { items(first: 50, sort: $sort) { nodes { id designation title } } }`
const facets = `itemFacets(filter: $filter) { body { value label count } type { value count } state { value count } topic { value count }
  lifecycleStage { value count } impact { value count } confidence { value count } }`

/** A word with two neighbouring letters changed round, neither the first nor the last. */
const misspelt = (random: () => number, word: string): string => {
  const at = 1 + Math.floor(random() * (word.length - 3))
  return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
}
const queue = '{ factsToCheck(first: 50) { nodes { id kind label } } }'
const byRelevance = { by: 'RELEVANCE', direction: 'DESC' }

/** Words that can be told apart when misspelt; the first hundred, which stand in almost every text, are not what one searches by. */
const telling = words.filter((word, place) => word.length >= 7 && place >= 100 && place < 2_000)
const threeFacets = (random: () => number) => ({
  type: [among(random, ITEM_TYPES)],
  state: [among(random, ITEM_STATES)],
  topic: [among(random, TOPICS)],
})

/** A title's words: what a search by it finds. */
export interface Titled {
  readonly slug: string
  readonly designation: string
  readonly title: string
}

/** The questions by name; each asks anew every time. */
export const asks = (random: () => number, known: readonly Titled[], since: string) => ({
  'items with three relations, by designation': () => graphql(withRelations),
  'items by title': () => graphql(named, { sort: { by: 'TITLE' } }),
  'items, newest evidence first': () => graphql(named, { sort: { by: 'AS_OF', direction: 'DESC' } }),
  'items with three facets': () => graphql(plain, { filter: threeFacets(random) }),
  'items with three facets, and counts of all facets': () =>
    graphql(plain.replace('{ items(', `{ ${facets} items(`), { filter: threeFacets(random) }),
  'search by a misspelt title': () => {
    const parts = among(random, known)
      .title.split(' ')
      .filter((word) => telling.includes(word))
    const [one = among(random, telling), other = among(random, telling)] = parts
    return graphql(plain, { filter: { search: `${misspelt(random, one)} ${other}` }, sort: byRelevance })
  },
  'search of everything, misspelt': () =>
    graphql(
      'query ($query: String!) { search(query: $query) { suggestions groups { kind count hits { label note } } } }',
      {
        query: `${misspelt(random, among(random, telling))} ${among(random, telling)}`,
      },
    ),
  'search by one word': () => graphql(plain, { filter: { search: among(random, telling) }, sort: byRelevance }),
  'search by a number': () =>
    graphql(plain, { filter: { search: among(random, known).designation.split(':')[0]! }, sort: byRelevance }),
  'search by the most frequent word': () => graphql(plain, { filter: { search: words[0]! }, sort: byRelevance }),
  'facts to check': () => graphql(queue),
  gaps: () => graphql('{ gaps(first: 50) { nodes { number title standing } } }'),
  bodies: () => graphql('{ bodies(first: 50) { nodes { id name acronym } } }'),
  relations: () => graphql('{ relations(first: 50) { nodes { type from { designation } to { designation } } } }'),
  'coverage map': () => graphql('{ coverage { cells { topic lifecycleStage inForce inDevelopment gapsOpen } } }'),
  'what 1,000 items have become since a moment': () =>
    graphql(
      `{ editionDiff(from: "${since}", first: 50) { totalCount nodes { key kind label } facets { kind { value count } } } }`,
    ),
  'page of an item': () => ({ path: `/items/${among(random, known).slug}?visit=${random()}` }),
  'page of the roadmap with three facets': () => {
    const { type, state, topic } = threeFacets(random)
    return { path: `/roadmap?type=${type[0]}&state=${state[0]}&topic=${topic[0]}&visit=${random()}` }
  },
  'page of the roadmap, computed': () => ({ path: `/roadmap?visit=${random()}` }),
  'page of the roadmap, kept': () => ({ path: '/roadmap' }),
})
export type AskName = keyof ReturnType<typeof asks>

/** The same rows asked of the twins (twins.ts). */
export const twins: Partial<Record<AskName, (random: () => number) => Ask>> = {
  'items with three relations, by designation': () => ({ path: '/items' }),
  'items by title': () => ({ path: '/titles' }),
  'items, newest evidence first': () => ({ path: '/evidence' }),
  'items with three facets': (random) => {
    const { type, state, topic } = threeFacets(random)
    return { path: `/facets?values=${type[0]},${state[0]},${topic[0]}` }
  },
  gaps: () => ({ path: '/gaps' }),
  bodies: () => ({ path: '/bodies' }),
  relations: () => ({ path: '/relations' }),
}
