import type { DocumentLineFragment } from '#schema/generated/operations.js'
import type { DocumentListView } from '#schema/vocabulary/document-address.js'
import { DOCUMENT_PROGRESS, DOCUMENT_RESULTS } from '#schema/vocabulary/document-list.js'

/** A row of the agenda as the list names it. */
export interface Row {
  readonly id: string
  readonly number: string
  readonly title: string
}

type Line = DocumentLineFragment

/** What the list has in hand. */
export interface Lines {
  readonly lines: readonly DocumentLineFragment[]
  /** How many there are, those out of hand included. */
  readonly totalCount: number
  readonly since: string
  readonly agenda: readonly Row[]
}

/** What the server says has changed. */
export interface LineChanges {
  readonly since: string
  readonly changed: readonly DocumentLineFragment[]
  readonly gone: readonly string[]
  readonly totalCount: number
  /** Null: as it was. */
  readonly agenda: readonly Row[] | null
}

const openFirst: readonly string[] = ['BLOCK_APPROVAL', 'DISCUSSED', 'REPLY_AWAITED', 'OPEN']
const standingOf = ({ result, progress, state }: DocumentLineFragment): number => {
  const settled = result ?? (state === 'WITHDRAWN' ? 'WITHDRAWN' : null)
  return settled ? 100 + DOCUMENT_RESULTS.indexOf(settled) : openFirst.indexOf(progress ?? DOCUMENT_PROGRESS[0])
}

/** The order of the list. Lines that come equal stand by number, as a reader sorts it: 9 before 10. */
export function inOrder({ sort }: Pick<DocumentListView, 'sort'>, agenda: readonly Row[], locale: string) {
  const place = new Map(agenda.map(({ id }, at) => [id, at]))
  const natural = new Intl.Collator(locale, { numeric: true })
  const last = Number.MAX_SAFE_INTEGER
  const placeOf = (line: DocumentLineFragment) => place.get(line.agendaItemId ?? '') ?? last
  const by: Record<DocumentListView['sort']['by'], (one: DocumentLineFragment, other: DocumentLineFragment) => number> =
    {
      AGENDA: (one, other) => placeOf(one) - placeOf(other) || (one.position ?? last) - (other.position ?? last),
      NUMBER: () => 0,
      TITLE: (one, other) => natural.compare(one.title, other.title),
      RESULT: (one, other) => standingOf(one) - standingOf(other),
      AVAILABLE: (one, other) =>
        (one.availableSince ?? '9') < (other.availableSince ?? '9')
          ? -1
          : one.availableSince === other.availableSince
            ? 0
            : 1,
    }
  const turned = sort.direction === 'DESC' ? -1 : 1
  return (one: DocumentLineFragment, other: DocumentLineFragment) =>
    turned * (by[sort.by](one, other) || natural.compare(one.number, other.number))
}

/** With more lines than these all are sorted anew: that is less work than finding a place for each. */
const SOME = 50

/** The lines with others among them, each put where it belongs: a few comparisons for each that moved, however long the list is. */
function putIn(lines: readonly Line[], others: readonly Line[], compare: (one: Line, other: Line) => number): Line[] {
  const all = [...lines]
  if (others.length > SOME) return [...all, ...others].sort(compare)
  for (const other of others) {
    let from = 0
    let to = all.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if (compare(all[middle]!, other) <= 0) from = middle + 1
      else to = middle
    }
    all.splice(from, 0, other)
  }
  return all
}

/**
 * The list with what has changed. Of a page, only lines that it has: where the others belong the server knows. Null when the list must be read
 * anew, because something left it of which nobody may tell more. [DL-9]
 */
export function takenIn(
  had: Lines,
  changes: LineChanges,
  view: Pick<DocumentListView, 'sort' | 'isWhole'>,
  locale: string,
): Lines | null {
  const agenda = changes.agenda ?? had.agenda
  const fresh = new Map(changes.changed.map((line) => [line.id, line]))
  const gone = new Set(changes.gone)
  const here = had.lines.filter(({ id }) => !gone.has(id))
  const rest = { since: changes.since, totalCount: changes.totalCount, agenda }
  if (!view.isWhole) return { ...rest, lines: here.map((line) => fresh.get(line.id) ?? line) }
  const compare = inOrder(view, agenda, locale)
  const moved = new Map(fresh)
  const kept = here.flatMap((line) => {
    const now = fresh.get(line.id)
    if (!now) return [line]
    if (compare(line, now) !== 0) return []
    // What changed of it is nothing by which it stands where it stands.
    moved.delete(line.id)
    return [now]
  })
  const isAll = kept.length + moved.size === changes.totalCount
  if (!isAll) return null
  const lines = putIn(kept, [...moved.values()], compare)
  return { ...rest, lines: changes.agenda ? lines.sort(compare) : lines }
}
