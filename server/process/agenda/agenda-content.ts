import type { AgendaChangeKind, AgendaSubject } from '#schema/vocabulary/agenda.js'
import { numbered } from './agenda-numbers.js'
import type { Sitting } from './agenda-times.js'
import { subjectOf, type SubjectColumns } from './subjects.js'

/** What a published version keeps of a row. Of people the id alone. [AG-7] */
export interface AgendaContentRow {
  readonly id: string
  readonly number: string
  readonly parentId: string | null
  readonly title: string
  readonly note: string | null
  readonly minutes: number | null
  readonly presenterId: string | null
  readonly presenter: string | null
  readonly subject: { readonly kind: AgendaSubject; readonly id: string } | null
  readonly visibility: 'PUBLIC' | 'ACCOUNT' | 'PARTICIPANTS' | 'MANAGEMENT'
}

/** What a published version keeps. */
export interface AgendaContent {
  readonly rows: readonly AgendaContentRow[]
  readonly sittings: readonly Sitting[]
}

/** One difference between two states of an agenda. */
export interface AgendaChange {
  readonly kind: AgendaChangeKind
  /** Number of the row now; where it is gone, the one it had. */
  readonly number: string
  readonly title: string
  /** The number, title or minutes before; null where nothing stood there. */
  readonly before: string | null
  readonly after: string | null
}

const told = (minutes: number | null) => (minutes === null ? null : String(minutes))

/**
 * How an agenda differs from an earlier state, row by row in the order of now; what is gone comes last. A row that only counts differently because
 * others came or went is RENUMBERED; MOVED is one that stands under another row, or passed rows that were and are beside it. [AG-7]
 */
export function agendaChanges(before: readonly AgendaContentRow[], now: readonly AgendaContentRow[]): AgendaChange[] {
  const was = new Map(before.map((row) => [row.id, row]))
  const is = new Set(now.map(({ id }) => id))
  const passed = movedAmong(before, now)
  const here = now.flatMap((row): AgendaChange[] => {
    const { number, title } = row
    const old = was.get(row.id)
    const change = (kind: AgendaChangeKind, from: string | null = null, to: string | null = null): AgendaChange => ({
      kind,
      number,
      title,
      before: from,
      after: to,
    })
    if (!old) return [change('ADDED')]
    return [
      ...(old.title !== title ? [change('RENAMED', old.title, title)] : []),
      ...(old.parentId !== row.parentId || passed.has(row.id)
        ? [change('MOVED', old.number, number)]
        : old.number !== number
          ? [change('RENUMBERED', old.number, number)]
          : []),
      ...(old.minutes !== row.minutes ? [change('TIME', told(old.minutes), told(row.minutes))] : []),
      ...(old.presenterId !== row.presenterId || old.presenter !== row.presenter
        ? [change('PRESENTER', old.presenter, row.presenter)]
        : []),
      ...(old.subject?.id !== row.subject?.id ? [change('SUBJECT')] : []),
      ...(old.note !== row.note ? [change('NOTE')] : []),
    ]
  })
  const gone = before
    .filter(({ id }) => !is.has(id))
    .map(({ number, title }): AgendaChange => ({ kind: 'REMOVED', number, title, before: number, after: null }))
  return [...here, ...gone]
}

/** Rows that stand under the same one as before and passed some of those beside them: all but the longest run that kept its order. */
function movedAmong(before: readonly AgendaContentRow[], now: readonly AgendaContentRow[]): ReadonlySet<string> {
  const place = new Map(before.map(({ id }, at) => [id, at]))
  const parent = new Map(before.map(({ id, parentId }) => [id, parentId]))
  const stayed = now.filter(({ id, parentId }) => parent.has(id) && parent.get(id) === parentId)
  const passed = new Set<string>()
  for (const level of Map.groupBy(stayed, ({ parentId }) => parentId).values()) {
    const kept = longestRise(level.map(({ id }) => place.get(id)!))
    level.forEach(({ id }, at) => kept.has(at) || passed.add(id))
  }
  return passed
}

/** Places of a longest rising run in a list of different numbers. */
function longestRise(list: readonly number[]): ReadonlySet<number> {
  const best: { length: number; from: number }[] = []
  list.forEach((value, at) => {
    let one = { length: 1, from: -1 }
    for (let earlier = 0; earlier < at; earlier += 1) {
      if (list[earlier]! < value && best[earlier]!.length >= one.length) {
        one = { length: best[earlier]!.length + 1, from: earlier }
      }
    }
    best.push(one)
  })
  const kept = new Set<number>()
  const most = Math.max(0, ...best.map(({ length }) => length))
  for (let at = best.findIndex(({ length }) => length === most); at >= 0; at = best[at]!.from) kept.add(at)
  return kept
}

type Row = Omit<AgendaContentRow, 'number' | 'subject'> & SubjectColumns & { readonly position: number }

/** What a version keeps of the rows and the hours. */
export function contentOf(rows: readonly Row[], sittings: readonly Sitting[]): AgendaContent {
  return {
    sittings,
    rows: numbered(rows).map(({ row, number }) => ({
      id: row.id,
      number,
      parentId: row.parentId,
      title: row.title,
      note: row.note,
      minutes: row.minutes,
      presenterId: row.presenterId,
      presenter: row.presenter,
      subject: subjectOf(row),
      visibility: row.visibility,
    })),
  }
}
