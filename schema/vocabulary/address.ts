/**
 * Addresses of the register's lists: `/roadmap?q=water&topic=WATER&state=PUBLISHED&sort=-asOf&asOf=2026-03-01`. The page and the files beside
 * it (`/roadmap.csv`) read them by the same functions, so a file holds exactly what its page shows. Nothing here throws: what cannot be
 * understood is left out and named in `unread`, for a page to say so and for an export to refuse. [AD-1]
 */
import { BODY_KINDS, type BodyKind } from './bodies.js'
import { GAP_STANDINGS, PRIORITIES, type GapStanding, type Priority } from './gaps.js'
import {
  IMPACTS,
  ITEM_STATES,
  ITEM_TYPES,
  LIFECYCLE_STAGES,
  TOPICS,
  type Impact,
  type ItemState,
  type ItemType,
  type LifecycleStage,
  type Topic,
} from './items.js'
import { CONFIDENCES, type Confidence } from './source.js'

/** A parameter that could not be understood, as it was written (shortened to 80 characters). */
export interface Unread {
  readonly name: string
  readonly value: string
}

export interface SortWish<By extends string> {
  readonly by: By
  readonly direction: 'ASC' | 'DESC'
}

/** A list as its address asks for it. `filter` is what the API takes. */
export interface ListView<Filter, By extends string> {
  readonly filter: Filter
  /** Null: the list's own order (by relevance when something is searched for). */
  readonly sort: SortWish<By> | null
  /** Keyset cursors; at most one is set. */
  readonly after: string | null
  readonly before: string | null
  /** Instant at which the register is shown; null: as it is. A day in the address means the end of that day, UTC. */
  readonly asOf: string | null
  readonly unread: readonly Unread[]
}

export interface ItemListFilter {
  readonly search?: string
  readonly body?: readonly string[]
  readonly type?: readonly ItemType[]
  readonly state?: readonly ItemState[]
  readonly topic?: readonly Topic[]
  readonly lifecycleStage?: readonly LifecycleStage[]
  readonly impact?: readonly Impact[]
  readonly confidence?: readonly Confidence[]
  readonly gap?: readonly string[]
  readonly isInForce?: boolean
}
export type ItemSortBy = 'DESIGNATION' | 'TITLE' | 'STATE' | 'AS_OF' | 'RELEVANCE'
export type ItemListView = ListView<ItemListFilter, ItemSortBy>

export interface GapListFilter {
  readonly search?: string
  readonly standing?: readonly GapStanding[]
  readonly isOpen?: boolean
  readonly priority?: readonly Priority[]
  readonly topic?: readonly Topic[]
  readonly lifecycleStage?: readonly LifecycleStage[]
  readonly body?: readonly string[]
  readonly principle?: readonly string[]
}
export type GapSortBy = 'NUMBER' | 'TITLE' | 'PRIORITY' | 'STANDING' | 'RELEVANCE'
export type GapListView = ListView<GapListFilter, GapSortBy>

export interface BodyListFilter {
  readonly search?: string
  readonly kind?: readonly BodyKind[]
}
export type BodyListView = ListView<BodyListFilter, string>

/** Longest search that is passed on. */
export const MAX_SEARCH = 200
/** Most values of one parameter that are passed on. */
const MAX_VALUES = 50

interface Shape<By extends string> {
  /** Parameters whose values come from a closed list. */
  readonly lists: Readonly<Record<string, readonly string[]>>
  /** Parameters whose values are slugs or numbers of other things. */
  readonly names: Readonly<Record<string, RegExp>>
  /** Parameters that say true or false, and the field of the filter they set. */
  readonly flags: Readonly<Record<string, string>>
  /** What `sort` may name (it is also the id of the column), and what the API calls it. */
  readonly sorts: Readonly<Record<string, By>>
}

const slug = /^[\p{L}\p{M}\p{N}-]{1,200}$/u

const itemShape: Shape<ItemSortBy> = {
  lists: {
    state: ITEM_STATES,
    type: ITEM_TYPES,
    topic: TOPICS,
    lifecycleStage: LIFECYCLE_STAGES,
    impact: IMPACTS,
    confidence: CONFIDENCES,
  },
  names: { body: slug, gap: /^G-\d{2,9}$/ },
  flags: { inForce: 'isInForce' },
  sorts: { designation: 'DESIGNATION', title: 'TITLE', state: 'STATE', asOf: 'AS_OF', relevance: 'RELEVANCE' },
}

const gapShape: Shape<GapSortBy> = {
  lists: { standing: GAP_STANDINGS, priority: PRIORITIES, topic: TOPICS, lifecycleStage: LIFECYCLE_STAGES },
  names: { body: slug, principle: /^P-\d{2,9}$/ },
  flags: { open: 'isOpen' },
  sorts: { number: 'NUMBER', title: 'TITLE', priority: 'PRIORITY', standing: 'STANDING', relevance: 'RELEVANCE' },
}

const bodyShape: Shape<string> = { lists: { kind: BODY_KINDS }, names: {}, flags: {}, sorts: {} }

export const readItemList = (params: URLSearchParams): ItemListView => read(params, itemShape) as ItemListView
export const writeItemList = (view: ItemListView): URLSearchParams => write(view, itemShape)
export const readGapList = (params: URLSearchParams): GapListView => read(params, gapShape) as GapListView
export const writeGapList = (view: GapListView): URLSearchParams => write(view, gapShape)
export const readBodyList = (params: URLSearchParams): BodyListView => read(params, bodyShape) as BodyListView

export const writeBodyList = (view: BodyListView): URLSearchParams => write(view, bodyShape)

/** Parameters that narrow a list, in the order of its filters: what "drop the filters" drops. */
export const filterNames = {
  items: ['q', ...Object.keys(itemShape.lists), ...Object.keys(itemShape.names), ...Object.keys(itemShape.flags)],
  gaps: ['q', ...Object.keys(gapShape.lists), ...Object.keys(gapShape.names), ...Object.keys(gapShape.flags)],
  bodies: ['q', ...Object.keys(bodyShape.lists)],
} as const

/**
 * The instant that `asOf` means: a day is the end of it in UTC, an instant needs an offset. Null when it is neither, or does not exist
 * (30 February).
 */
export function readAsOf(text: string): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-](\d\d):?(\d\d)))?$/.exec(
    text,
  )
  if (!match) return null
  const [, year, month, day, hour] = match
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day) || Number(year) < 1900) return null
  const instant = new Date(hour === undefined ? `${text}T23:59:59.999Z` : text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}

/** `asOf` of an address alone, for pages of one thing. */
export function readMoment(params: URLSearchParams): Pick<ListView<never, never>, 'asOf' | 'unread'> {
  const text = params.get('asOf')?.trim() ?? ''
  const asOf = text === '' ? null : readAsOf(text)
  return { asOf, unread: text !== '' && asOf === null ? [{ name: 'asOf', value: text.slice(0, 80) }] : [] }
}

/** Values as people type them: `water`, `data-centre-kpi`. */
const canonical = (text: string) => text.toUpperCase().replaceAll('-', '_')

function read(params: URLSearchParams, shape: Shape<string>): ListView<Record<string, unknown>, string> {
  const filter: Record<string, unknown> = {}
  const { asOf, unread: unreadMoment } = readMoment(params)
  const unread: Unread[] = [...unreadMoment]
  const misread = (name: string, value: string) => void unread.push({ name, value: value.slice(0, 80) })
  const given = (name: string) => [...new Set(params.getAll(name).map((text) => text.trim()))].filter(Boolean)

  const search = (params.get('q') ?? '').replace(/\s+/gu, ' ').trim()
  if (search.length > MAX_SEARCH || !search.isWellFormed() || /\p{Cc}/u.test(search)) misread('q', search)
  else if (search) filter.search = search

  for (const [name, values] of Object.entries(shape.lists)) {
    const asked = new Map(given(name).map((text) => [canonical(text), text]))
    for (const [value, text] of asked) if (!values.includes(value)) misread(name, text)
    const known = values.filter((value) => asked.has(value))
    if (known.length > 0) filter[name] = known
  }
  for (const [name, pattern] of Object.entries(shape.names)) {
    const asked = given(name)
    const known = asked
      .map((text) => (pattern === slug ? text : text.toUpperCase()))
      .filter((text) => pattern.test(text))
    const kept = [...new Set(known)].slice(0, MAX_VALUES)
    if (kept.length > 0) filter[name] = kept
    for (const text of asked) if (!kept.includes(text) && !kept.includes(text.toUpperCase())) misread(name, text)
  }
  for (const [name, field] of Object.entries(shape.flags)) {
    for (const text of given(name).slice(0, 1)) {
      if (text === 'true' || text === 'false') filter[field] = text === 'true'
      else misread(name, text)
    }
  }

  const wish = params.get('sort')?.trim() ?? ''
  const column = wish.replace(/^-/, '')
  const isKnown = Object.hasOwn(shape.sorts, column)
  if (wish && !isKnown) misread('sort', wish)
  const after = params.get('after') || null
  return {
    filter,
    sort: isKnown ? { by: shape.sorts[column]!, direction: wish.startsWith('-') ? 'DESC' : 'ASC' } : null,
    after,
    before: after ? null : params.get('before') || null,
    asOf,
    unread,
  }
}

function write(view: ListView<object, string>, shape: Shape<string>): URLSearchParams {
  const params = new URLSearchParams()
  const filter = view.filter as Readonly<Record<string, unknown>>
  if (filter.search) params.set('q', String(filter.search))
  for (const name of [...Object.keys(shape.lists), ...Object.keys(shape.names)])
    for (const value of (filter[name] ?? []) as readonly string[]) params.append(name, value)
  for (const [name, field] of Object.entries(shape.flags))
    if (filter[field] !== undefined) params.set(name, String(filter[field]))
  const column = Object.entries(shape.sorts).find(([, by]) => by === view.sort?.by)?.[0]
  if (column) params.set('sort', view.sort!.direction === 'DESC' ? `-${column}` : column)
  if (view.asOf) params.set('asOf', view.asOf)
  if (view.after) params.set('after', view.after)
  else if (view.before) params.set('before', view.before)
  return params
}

/** Address of items that a filter leaves: `/roadmap?topic=WATER`. */
export const itemsAddress = (filter: ItemListFilter, asOf: string | null = null): string =>
  address('/roadmap', writeItemList({ filter, sort: null, after: null, before: null, asOf, unread: [] }))

/** Address of gaps that a filter leaves: `/gaps?open=true`. */
export const gapsAddress = (filter: GapListFilter, asOf: string | null = null): string =>
  address('/gaps', writeGapList({ filter, sort: null, after: null, before: null, asOf, unread: [] }))

const address = (path: string, params: URLSearchParams) => (params.size > 0 ? `${path}?${params.toString()}` : path)

/** The order that the API is asked for: what the address names, else how well it fits a search, else null for the list's own. */
export const orderOf = <By extends string>(view: ListView<{ readonly search?: string }, By>) =>
  view.sort ?? (view.filter.search ? ({ by: 'RELEVANCE', direction: 'DESC' } as const) : null)
