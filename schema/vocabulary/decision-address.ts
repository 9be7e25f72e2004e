/**
 * Addresses of the decisions of a group: `/groups/example/decisions?kind=APPROVED&meeting=2&reversed=false`. The page and the files beside it read
 * them by the same function. Nothing here throws: what cannot be understood is left out and named in `unread`. [AD-1]
 */
import type { Unread } from './address.js'
import { decisionKinds, subjectKinds, type DecisionKind, type SubjectKind } from './decisions.js'

export interface DecisionsView {
  readonly search: string
  readonly kind: readonly DecisionKind[]
  readonly subject: readonly SubjectKind[]
  /** Number of a meeting; null: at any and between them. */
  readonly meeting: number | null
  /** Null: both those that stand and those that were reversed. */
  readonly isReversed: boolean | null
  readonly hasReservations: boolean | null
  readonly after: string | null
  readonly before: string | null
  readonly unread: readonly Unread[]
}

/** Parameters that narrow the list. */
export const decisionFilterNames = ['q', 'kind', 'subject', 'meeting', 'reversed', 'reservations'] as const

const longestSearch = 200

export function readDecisions(params: URLSearchParams): DecisionsView {
  const unread: Unread[] = []
  const given = (name: string) => [...new Set(params.getAll(name).map((text) => text.trim()))].filter(Boolean)
  const kept = <T>(name: string, read: (text: string) => T | null): T[] =>
    given(name).flatMap((text) => {
      const value = read(text)
      if (value === null) unread.push({ name, value: text.slice(0, 80) })
      return value === null ? [] : [value]
    })
  const oneOf =
    <T extends string>(list: readonly T[]) =>
    (text: string) =>
      list.find((value) => value === text.toUpperCase()) ?? null
  const truth = (text: string) => (text === 'true' ? true : text === 'false' ? false : null)
  const both = (values: readonly boolean[]) => (values.length === 1 ? values[0]! : null)
  const after = params.get('after') || null
  const view = {
    search: kept('q', (text) => (text.length <= longestSearch && !/\p{Cc}/u.test(text) ? text : null))[0] ?? '',
    kind: kept('kind', oneOf(decisionKinds)),
    subject: kept('subject', oneOf(subjectKinds)),
    meeting: kept('meeting', (text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null))[0] ?? null,
    isReversed: both(kept('reversed', truth)),
    hasReservations: both(kept('reservations', truth)),
    after,
    before: after ? null : params.get('before') || null,
  }
  return { ...view, unread }
}

/** The same as the API takes it. */
export const decisionFilter = (group: string, view: DecisionsView) => ({
  group,
  ...(view.search && { search: view.search }),
  ...(view.kind.length > 0 && { kind: [...view.kind] }),
  ...(view.subject.length > 0 && { subject: [...view.subject] }),
  ...(view.meeting !== null && { meeting: view.meeting }),
  ...(view.isReversed !== null && { isReversed: view.isReversed }),
  ...(view.hasReservations !== null && { hasReservations: view.hasReservations }),
})

/** What of the address was understood, without the place in the list. */
export function writeDecisions(view: DecisionsView): URLSearchParams {
  const params = new URLSearchParams()
  if (view.search) params.set('q', view.search)
  for (const kind of view.kind) params.append('kind', kind)
  for (const subject of view.subject) params.append('subject', subject)
  if (view.meeting !== null) params.set('meeting', String(view.meeting))
  if (view.isReversed !== null) params.set('reversed', String(view.isReversed))
  if (view.hasReservations !== null) params.set('reservations', String(view.hasReservations))
  return params
}
