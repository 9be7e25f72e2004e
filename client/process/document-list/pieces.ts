import type { DocumentLineFragment } from '#schema/generated/operations.js'
import type { Row } from './live-lines.js'

/** Lines under one row, or all of them where the list is not in the order of the agenda. */
export interface Group {
  /** Null: under no row, or no groups at all. */
  readonly row: Row | null
  readonly pieces: readonly (readonly DocumentLineFragment[])[]
  readonly count: number
  readonly open: number
}

/** Lines of one piece: drawn together, or not at all. */
export const PIECE = 30

/**
 * The lines group by group, each cut into pieces that are drawn when they come into sight. Rows without documents are left out. Groups and pieces in
 * which nothing changed since `before` stay the very same objects, so that only those with a change are drawn again. [DL-9, DL-10]
 */
export function groupsOf(
  lines: readonly DocumentLineFragment[],
  agenda: readonly Row[],
  isGrouped: boolean,
  before: readonly Group[] = [],
): Group[] {
  const had = new Map(before.map((group) => [group.row?.id ?? null, group]))
  const group = (row: Row | null, some: readonly DocumentLineFragment[]): Group => {
    const old = had.get(row?.id ?? null)
    const pieces = Array.from({ length: Math.ceil(some.length / PIECE) }, (_, at) => {
      const piece = some.slice(at * PIECE, (at + 1) * PIECE)
      const there = old?.pieces[at]
      return there && isSame(there, piece) ? there : piece
    })
    if (old && old.row === row && isSame(old.pieces, pieces)) return old
    const open = some.filter(({ result, state }) => result === null && state !== 'WITHDRAWN').length
    return { row, pieces, count: some.length, open }
  }
  if (!isGrouped) return lines.length > 0 ? [group(null, lines)] : []
  const rows = new Map(agenda.map((row) => [row.id, row]))
  // In the order of the lines, so that it is turned when they are.
  const found = Map.groupBy(lines, ({ agendaItemId }) => rows.get(agendaItemId ?? '') ?? null)
  return [...found].map(([row, some]) => group(row, some))
}

const isSame = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at])
