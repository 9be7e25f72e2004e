/**
 * Addresses of the list of documents of a meeting: `?q=water&result=AGREED&row=none&sort=-number&all=true`. The page and the files beside it read them
 * by the same functions. Nothing here throws: what cannot be understood is left out and named in `unread`. [AD-1, DL-6]
 */
import { MAX_SEARCH, type Unread } from './address.js'
import { contributionStates, type ContributionState } from './contributions.js'
import {
  DOCUMENT_PROGRESS,
  DOCUMENT_RESULTS,
  type DocumentOrder,
  type DocumentProgress,
  type DocumentResult,
} from './document-list.js'
import { contributionStandings, type ContributionStanding } from './process.js'

export interface DocumentListFilter {
  readonly search?: string
  readonly progress?: readonly DocumentProgress[]
  readonly result?: readonly DocumentResult[]
  readonly agendaItem?: readonly string[]
  /** False: those that stand under no row. */
  readonly isAllocated?: boolean
  readonly state?: readonly ContributionState[]
  readonly standing?: readonly ContributionStanding[]
  readonly source?: readonly string[]
  readonly purpose?: readonly string[]
}

export interface DocumentListView {
  readonly filter: DocumentListFilter
  readonly sort: { readonly by: DocumentOrder; readonly direction: 'ASC' | 'DESC' }
  readonly after: string | null
  readonly before: string | null
  /** The whole meeting at once instead of page by page. */
  readonly isWhole: boolean
  readonly unread: readonly Unread[]
}

/** Parameters that narrow the list. */
export const documentFilterNames = ['q', 'row', 'progress', 'result', 'state', 'standing', 'source', 'purpose'] as const

/** What `sort` may name; also the ids of the columns. */
const orders: Readonly<Record<string, DocumentOrder>> = {
  agenda: 'AGENDA',
  number: 'NUMBER',
  title: 'TITLE',
  result: 'RESULT',
  available: 'AVAILABLE',
}

const key = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const MOST = 60

export function readDocumentList(params: URLSearchParams): DocumentListView {
  const unread: Unread[] = []
  const given = (name: string) => params.getAll(name).filter((text) => text.trim() !== '')
  const kept = <T>(name: string, read: (text: string) => T | null): T[] =>
    given(name).flatMap((text, at) => {
      const value = at < MOST ? read(text) : null
      if (value === null) unread.push({ name, value: text.slice(0, 80) })
      return value === null ? [] : [value]
    })
  const among = <T extends string>(name: string, list: readonly T[]) =>
    kept(name, (text) => list.find((value) => value === text.toUpperCase()) ?? null)
  const words = (name: string) => kept(name, (text) => (text.length <= 300 ? text : null))

  const search = (params.get('q') ?? '').trim().slice(0, MAX_SEARCH)
  const rows = kept('row', (text) => (text === 'none' || key.test(text) ? text : null))
  const items = rows.filter((row) => row !== 'none')
  const some = {
    agendaItem: items,
    progress: among('progress', DOCUMENT_PROGRESS),
    result: among('result', DOCUMENT_RESULTS),
    state: among('state', contributionStates),
    standing: among('standing', contributionStandings),
    source: words('source'),
    purpose: words('purpose'),
  }
  const wish = params.get('sort') ?? ''
  const by = orders[wish.replace(/^-/, '')]
  if (wish !== '' && !by) unread.push({ name: 'sort', value: wish.slice(0, 80) })
  const after = params.get('after') || null
  return {
    filter: {
      ...(search && { search }),
      ...Object.fromEntries(Object.entries(some).filter(([, values]) => values.length > 0)),
      ...(rows.length > items.length && { isAllocated: false }),
    },
    sort: { by: by ?? 'AGENDA', direction: by && wish.startsWith('-') ? 'DESC' : 'ASC' },
    after,
    before: after ? null : params.get('before') || null,
    isWhole: params.get('all') === 'true',
    unread,
  }
}

/** The parameters that make a list narrow as this one, in the order of its filters. */
export function writeDocumentFilter(filter: DocumentListFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (filter.search) params.set('q', filter.search)
  const rows = [...(filter.agendaItem ?? []), ...(filter.isAllocated === false ? ['none'] : [])]
  const values = { ...filter, row: rows }
  for (const name of documentFilterNames) {
    if (name === 'q') continue
    for (const value of values[name] ?? []) params.append(name, value)
  }
  return params
}
