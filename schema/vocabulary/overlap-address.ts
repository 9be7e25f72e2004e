/**
 * Addresses of the overlap pages: `/overlaps?view=topics&topic=WATER&body=itu-t`. The pages and the files beside them read them by the same
 * functions. Nothing here throws: what cannot be understood is left out and named in `unread`. [AD-1, AD-2]
 */
import { readMoment, type Unread } from './address.js'
import { TOPICS, type Topic } from './items.js'
import { CASE_STATES, MOST_ITEMS, OVERLAP_VIEWS, SUGGESTION_STATES } from './overlaps.js'
import type { CaseState, OverlapView, SuggestionState } from './overlaps.js'
import { OVERLAP_VERDICTS, type OverlapVerdict } from './relations.js'

/** What both lists are narrowed by: the field of a matrix that was opened, say. */
export interface OverlapPlace {
  readonly topic: readonly Topic[]
  /** Slugs; the same body twice asks for two of its items. */
  readonly body: readonly string[]
  /** Slugs. */
  readonly item: readonly string[]
}

interface Paged {
  readonly after: string | null
  readonly before: string | null
  readonly asOf: string | null
  readonly unread: readonly Unread[]
}

export interface OverlapsView extends OverlapPlace, Paged {
  readonly view: OverlapView
  /** Slugs of the items that are set against each other; empty for those to begin with. */
  readonly items: readonly string[]
  /** The matrix as a list of its fields. */
  readonly isTable: boolean
  /** Empty: all but the withdrawn ones. */
  readonly state: readonly CaseState[]
  readonly verdict: readonly OverlapVerdict[]
}

export interface SuggestionsView extends OverlapPlace, Paged {
  readonly state: SuggestionState
}

const slug = /^[\p{L}\p{M}\p{N}-]{1,200}$/u
/** Names of one parameter that are read. */
const MOST = 20

/** Reads parameters one after the other and remembers what was not understood. */
class Reader {
  readonly unread: Unread[] = []

  constructor(private readonly params: URLSearchParams) {}

  some<T extends string>(name: string, list: readonly T[]): T[] {
    return this.kept(name, this.given(name), (text) => list.find((value) => value === text.toUpperCase()) ?? null)
  }

  slugs(name: string, most = MOST): string[] {
    // A form sends each by itself; by hand one writes them with commas.
    const given = this.given(name).flatMap((text) => text.split(','))
    return this.kept(
      name,
      given.map((text) => text.trim()).filter(Boolean),
      (text) => (slug.test(text) ? text : null),
      most,
    )
  }

  one<T extends string>(name: string, list: readonly T[], otherwise: T): T {
    return this.some(name, list)[0] ?? otherwise
  }

  page(): Paged {
    const after = this.params.get('after') || null
    const { asOf, unread } = readMoment(this.params)
    return {
      after,
      before: after ? null : this.params.get('before') || null,
      asOf,
      unread: [...this.unread, ...unread],
    }
  }

  private given(name: string): string[] {
    return this.params.getAll(name).filter((text) => text.trim() !== '')
  }

  private kept<T>(name: string, given: readonly string[], read: (text: string) => T | null, most = MOST): T[] {
    const kept: T[] = []
    for (const text of given) {
      const value = read(text)
      if (value !== null && kept.length < most) kept.push(value)
      else this.unread.push({ name, value: text.slice(0, 80) })
    }
    return kept
  }
}

const readPlace = (reader: Reader): OverlapPlace => ({
  topic: reader.some('topic', TOPICS),
  body: reader.slugs('body'),
  item: reader.slugs('item'),
})

export function readOverlaps(params: URLSearchParams): OverlapsView {
  const reader = new Reader(params)
  return {
    view: reader.one('view', OVERLAP_VIEWS, 'BODIES'),
    items: [...new Set(reader.slugs('items', MOST_ITEMS))],
    isTable: params.get('as') === 'table',
    state: reader.some('state', CASE_STATES),
    verdict: reader.some('verdict', OVERLAP_VERDICTS),
    ...readPlace(reader),
    ...reader.page(),
  }
}

export function readSuggestions(params: URLSearchParams): SuggestionsView {
  const reader = new Reader(params)
  return { state: reader.one('state', SUGGESTION_STATES, 'OPEN'), ...readPlace(reader), ...reader.page() }
}

/** States of the cases that a list without a wish shows: what was opened by mistake is found by asking for it. */
export const shownStates = CASE_STATES.filter((state) => state !== 'WITHDRAWN')

/** As the API takes them. */
export const caseFilter = ({ state, verdict, topic, body, item }: OverlapsView) => ({
  state: state.length > 0 ? state : shownStates,
  verdict,
  topic,
  body,
  item,
})
export const suggestionFilter = ({ topic, body, item }: OverlapPlace, state: SuggestionState = 'OPEN') => ({
  state: [state],
  topic,
  body,
  item,
})

const asParams = (named: Readonly<Record<string, string | readonly string[] | null | undefined>>): URLSearchParams => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(named)) {
    for (const one of value == null ? [] : typeof value === 'string' ? [value] : value) params.append(name, one)
  }
  return params
}

const placeParams = ({ topic, body, item }: Partial<OverlapPlace>) => asParams({ topic, body, item })

const address = (path: string, params: URLSearchParams) => (params.size > 0 ? `${path}?${params.toString()}` : path)

/** What of a view says which matrix is shown. */
export const matrixParams = ({ view, items, asOf }: Pick<OverlapsView, 'view' | 'items' | 'asOf'>): URLSearchParams =>
  asParams({ view: view === 'BODIES' ? null : view.toLowerCase(), items: items.join(',') || null, asOf })

/** The whole view, but its page. */
export const writeOverlaps = (view: OverlapsView): URLSearchParams =>
  new URLSearchParams([
    ...matrixParams(view),
    ...asParams({
      as: view.isTable ? 'table' : null,
      state: view.state,
      verdict: view.verdict,
      topic: view.topic,
      body: view.body,
      item: view.item,
    }),
  ])

export const writeSuggestions = ({
  state,
  topic,
  body,
  item,
  asOf,
}: Omit<SuggestionsView, 'after' | 'before' | 'unread'>) =>
  asParams({ state: state === 'OPEN' ? null : state, topic, body, item, asOf })

/** `/overlaps`, with the same matrix and another place. */
export const overlapsAddress = (
  view: Pick<OverlapsView, 'view' | 'items' | 'asOf'>,
  place: Partial<OverlapPlace> = {},
): string => address('/overlaps', new URLSearchParams([...matrixParams(view), ...placeParams(place)]))

export const suggestionsAddress = (place: Partial<OverlapPlace> = {}): string =>
  address('/overlaps/suggestions', placeParams(place))

/** `/overlaps/new?items=a,b` */
export const newCaseAddress = (items: readonly string[]): string =>
  address('/overlaps/new', asParams({ items: items.join(',') || null }))
