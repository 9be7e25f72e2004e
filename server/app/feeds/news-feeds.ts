import { readBodyList, readGapList, readItemList, type Unread } from '#schema/vocabulary/address.js'
import { readDecisions } from '#schema/vocabulary/decision-address.js'
import { readNumber, writeNumber } from '#schema/vocabulary/numbers.js'
import type { MessageKey } from '#schema/words/index.js'

/** Which events a feed tells, as the filter of the record takes them, and of which page. */
export interface NewsWish {
  readonly filter: Readonly<Record<string, unknown>>
  /** Path and query of the page whose news they are. */
  readonly page: string
  /** Its name: a word of the catalogue, or the name that the thing has. */
  readonly title: MessageKey | { readonly name: string }
  readonly unread: readonly Unread[]
}

type Params = Readonly<Record<string, string>>

/** A feed of news: its route, and what the address asks for. */
export interface NewsFeed {
  readonly route: string
  /** How the thing is asked for, by `$key`: without it there is no feed. Absent for lists, which are always there. */
  readonly thing?: string
  wish(asked: URLSearchParams, params: Params): NewsWish
}

const whole = (path: string, title: MessageKey, filter: Record<string, unknown>): NewsFeed => ({
  route: `${path}.atom`,
  wish: (asked) => ({ filter, page: path, title, unread: unknownOf(asked) }),
})

/** Of a list whatever it is narrowed to, as its room tells it. */
const ofWhole = (path: string, title: MessageKey): NewsFeed =>
  whole(path, title, { concerning: { kind: 'LIST', key: path } })

/** Of the list itself and not of a page of it, and of now. */
const aside = ['after', 'before', 'sort', 'columns', 'density', 'view', 'lang', 'asOf']

const unknownOf = (asked: URLSearchParams): Unread[] =>
  [...asked].filter(([name]) => !aside.includes(name)).map(([name, value]) => ({ name, value: value.slice(0, 80) }))

const ofList = (
  path: string,
  title: MessageKey,
  read: (asked: URLSearchParams) => { unread: readonly Unread[] },
): NewsFeed => ({
  route: `${path}.atom`,
  wish(given) {
    const asked = new URLSearchParams([...given].filter(([name]) => !aside.includes(name)))
    const page = asked.size > 0 ? `${path}?${asked.toString()}` : path
    return { filter: { concerning: { kind: 'LIST', key: page } }, page, title, unread: read(asked).unread }
  },
})

const ofThing = (
  path: string,
  kind: 'ITEM' | 'GAP' | 'BODY',
  thing: string,
  nameOf = (key: string) => key,
): NewsFeed => ({
  route: `${path}/:key([^/]+).atom`,
  thing,
  wish: (asked, { key = '' }) => ({
    filter: { concerning: { kind, key } },
    page: `${path}/${encodeURIComponent(nameOf(key))}`,
    title: { name: nameOf(key) },
    unread: unknownOf(asked),
  }),
})

/** `g-1` is G-01, whose page it is. */
const gapName = (key: string) => {
  const number = readNumber('G', key)
  return number === null ? key : writeNumber('G', number)
}

/** Every list and every thing that can be followed, as Atom. [EX-4] */
export const newsFeeds: readonly NewsFeed[] = [
  whole('/activity', 'activity.title', {}),
  ofList('/roadmap', 'item.listTitle', readItemList),
  ofList('/gaps', 'gap.listTitle', readGapList),
  {
    ...whole('/bodies', 'body.listTitle', { objectType: 'body' }),
    wish: (asked) => ({
      filter: { objectType: 'body' },
      page: '/bodies',
      title: 'body.listTitle',
      unread: readBodyList(asked).unread,
    }),
  },
  ofWhole('/roadmap/to-check', 'fact.toCheck'),
  ofWhole('/overlaps', 'overlap.listTitle'),
  ofWhole('/overlaps/suggestions', 'overlap.suggestionsTitle'),
  whole('/editions', 'edition.listTitle', { objectType: 'edition' }),
  whole('/principles', 'principle.listTitle', { objectType: 'principle' }),
  whole('/groups', 'shell.groups', { objectType: 'group' }),
  ofThing('/items', 'ITEM', 'item(designation: $key)'),
  ofThing('/gaps', 'GAP', 'gap(id: $key)', gapName),
  ofThing('/bodies', 'BODY', 'body(id: $key)'),
  {
    route: '/groups/:key([^/]+)/contributions.atom',
    thing: 'group(slug: $key)',
    wish: (asked, { key = '' }) => ({
      filter: { group: key, objectType: 'contribution' },
      page: `/groups/${encodeURIComponent(key)}/contributions`,
      title: 'contribution.title',
      unread: unknownOf(asked),
    }),
  },
  {
    route: '/groups/:key([^/]+)/deliverables.atom',
    thing: 'group(slug: $key)',
    wish: (asked, { key = '' }) => ({
      filter: { group: key, objectType: 'deliverable' },
      page: `/groups/${encodeURIComponent(key)}/deliverables`,
      title: 'deliverable.listTitle',
      unread: unknownOf(asked),
    }),
  },
  {
    route: '/groups/:key([^/]+)/decisions.atom',
    thing: 'group(slug: $key)',
    // Of all decisions of the group, whatever the list is narrowed to.
    wish: (asked, { key = '' }) => ({
      filter: { group: key, objectType: 'decision' },
      page: `/groups/${encodeURIComponent(key)}/decisions`,
      title: { name: key },
      unread: readDecisions(asked).unread,
    }),
  },
  {
    route: '/groups/:key([^/]+).atom',
    thing: 'group(slug: $key)',
    wish: (asked, { key = '' }) => ({
      filter: { group: key },
      page: `/groups/${encodeURIComponent(key)}`,
      title: { name: key },
      unread: unknownOf(asked),
    }),
  },
]
