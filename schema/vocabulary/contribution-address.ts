/**
 * Address of the list of a group's contributions: `/groups/example/contributions?q=water&phase=LATE_PENDING&meeting=2`. The page and the files beside
 * it read it by the same function. Nothing here throws: what cannot be understood is left out and named in `unread`. [CN-7]
 */
import { MAX_SEARCH, type Unread } from './address.js'
import { contributionPhases, type ContributionPhase } from './contributions.js'

export interface ContributionsView {
  readonly search: string
  readonly phase: readonly ContributionPhase[]
  /** Codes of the usual purposes, or words of the group's own. */
  readonly purpose: readonly string[]
  readonly source: readonly string[]
  /** Number of a meeting of the group. */
  readonly meeting: number | null
  readonly sort: 'LATEST' | 'NUMBER'
  readonly after: string | null
  readonly before: string | null
  readonly unread: readonly Unread[]
}

const MOST = 20
const sorts = { '-number': 'LATEST', number: 'NUMBER' } as const

export function readContributions(params: URLSearchParams): ContributionsView {
  const unread: Unread[] = []
  const given = (name: string) => params.getAll(name).filter((text) => text.trim() !== '')
  const kept = <T>(name: string, read: (text: string) => T | null): T[] => {
    const values: T[] = []
    for (const text of given(name)) {
      const value = read(text)
      if (value !== null && values.length < MOST) values.push(value)
      else unread.push({ name, value: text.slice(0, 80) })
    }
    return values
  }
  const one =
    <T extends string>(list: readonly T[]) =>
    (text: string) =>
      list.find((value) => value === text) ?? null
  const after = params.get('after') || null
  const sort = kept('sort', one(Object.keys(sorts) as (keyof typeof sorts)[]))[0]
  return {
    search: (params.get('q') ?? '').trim().slice(0, MAX_SEARCH),
    phase: kept('phase', one(contributionPhases)),
    purpose: kept('purpose', (text) => (text.length <= 40 ? text : null)),
    source: kept('source', (text) => (text.length <= 300 ? text : null)),
    meeting: kept('meeting', (text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null))[0] ?? null,
    sort: sort ? sorts[sort] : 'LATEST',
    after,
    before: after ? null : params.get('before') || null,
    unread,
  }
}

/** As the API takes it. */
export const contributionFilter = (group: string, { search, phase, purpose, source, meeting }: ContributionsView) => ({
  group,
  ...(search && { search }),
  ...(phase.length > 0 && { phase }),
  ...(purpose.length > 0 && { purpose }),
  ...(source.length > 0 && { source }),
  ...(meeting !== null && { meeting }),
})

/** The list as it is shown, without the page of it. */
export function writeContributions({
  search,
  phase,
  purpose,
  source,
  meeting,
  sort,
}: ContributionsView): URLSearchParams {
  const params = new URLSearchParams()
  if (search) params.set('q', search)
  for (const [name, values] of Object.entries({ phase, purpose, source })) {
    for (const value of values) params.append(name, value)
  }
  if (meeting !== null) params.set('meeting', String(meeting))
  if (sort === 'NUMBER') params.set('sort', 'number')
  return params
}

/** Where the contributions of a group are listed. */
export const contributionsHref = (slug: string): string => `/groups/${slug}/contributions`

/** Where one takes a number for a contribution about a draft, or about a clause of it. [WA-3] */
export const contributionOn = (slug: string, document: string, clause?: string): string => {
  const about = new URLSearchParams({ document, ...(clause !== undefined && { clause }) })
  return `${contributionsHref(slug)}/new?${about.toString()}`
}

/** Where one has its page. */
export const contributionHref = (slug: string, number: string): string =>
  `${contributionsHref(slug)}/${encodeURIComponent(number)}`
