import { MAX_SEARCH, readMoment, type Unread } from '#schema/vocabulary/address.js'
import type { SearchKind } from '#schema/generated/operations.js'

const kinds = ['ITEM', 'GAP', 'PRINCIPLE', 'BODY', 'GROUP', 'TEXT'] as const satisfies readonly SearchKind[]

/** A search as its address asks for it. */
export interface SearchView {
  /** Empty: nothing is looked for yet. */
  readonly query: string
  /** Null: all kinds. */
  readonly kind: SearchKind | null
  readonly asOf: string | null
  readonly unread: readonly Unread[]
}

/** `/search?q=water&kind=gap&asOf=2026-03-01`. What cannot be understood is left out and named. [AD-1, AD-2] */
export function readSearch(params: URLSearchParams): SearchView {
  const { asOf, unread: unreadMoment } = readMoment(params)
  const unread = [...unreadMoment]
  const typed = (params.get('q') ?? '').replace(/\s+/gu, ' ').trim()
  const isReadable = typed.length <= MAX_SEARCH && typed.isWellFormed() && !/\p{Cc}/u.test(typed)
  if (!isReadable) unread.push({ name: 'q', value: typed.slice(0, 80).toWellFormed() })
  const asked = params.get('kind')?.trim() ?? ''
  const kind = kinds.find((one) => one === asked.toUpperCase()) ?? null
  if (asked && !kind) unread.push({ name: 'kind', value: asked.slice(0, 80) })
  return { query: isReadable ? typed : '', kind, asOf, unread }
}

/** The address of a search. */
export function searchAddress(query: string, kind: SearchKind | null = null, asOf: string | null = null): string {
  const params = new URLSearchParams({ q: query })
  if (kind) params.set('kind', kind.toLowerCase())
  if (asOf) params.set('asOf', asOf)
  return `/search?${params.toString()}`
}
