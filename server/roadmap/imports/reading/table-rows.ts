import { IMPORT_LIMITS } from '#schema/vocabulary/imports.js'
import { refuse } from '#server/platform/errors/index.js'
import type { RawRow } from './raw-row.js'

/** Makes sure that a table is no wider than is taken. Refuses: IMPORT_TOO_WIDE. [IM-1] */
export function requireWidth(columns: number, line: number): void {
  const limit = IMPORT_LIMITS.columns
  if (columns > limit) throw refuse('IMPORT_TOO_WIDE', { columns, limit, line })
}

/** Makes sure that a file has no more rows than are taken. Refuses: IMPORT_TOO_LONG. [IM-1] */
export function requireLength(rows: number): void {
  if (rows > IMPORT_LIMITS.rows) throw refuse('IMPORT_TOO_LONG', { limit: IMPORT_LIMITS.rows })
}

/**
 * Lines of a table as records under the headings of the first line that is not empty. Empty lines and empty cells are left out.
 * Refuses: IMPORT_EMPTY, IMPORT_TOO_WIDE, IMPORT_TOO_LONG, IMPORT_UNREADABLE for a heading that comes twice, a cell beyond the headings or one
 * that is too long.
 */
export function recordsOf(lines: Iterable<{ readonly line: number; readonly cells: readonly string[] }>): RawRow[] {
  let heads: string[] | null = null
  const rows: RawRow[] = []
  for (const { line, cells } of lines) {
    const width = cells.findLastIndex((cell) => cell !== '') + 1
    if (width === 0) continue
    requireWidth(width, line)
    if (heads === null) {
      heads = cells.slice(0, width)
      const twice = heads.find((head, at) => head !== '' && heads!.indexOf(head) < at)
      if (twice !== undefined)
        throw refuse('IMPORT_UNREADABLE', { why: 'HEADING_TWICE', line, what: twice.slice(0, 80) })
      continue
    }
    const raw: Record<string, string> = {}
    for (const [at, cell] of cells.slice(0, width).entries()) {
      if (cell === '') continue
      const head = heads[at]
      if (!head) throw refuse('IMPORT_UNREADABLE', { why: 'NO_HEADING', line, what: cell.slice(0, 80) })
      if (cell.length > IMPORT_LIMITS.cell) {
        throw refuse('IMPORT_UNREADABLE', { why: 'CELL', line, what: head.slice(0, 80), limit: IMPORT_LIMITS.cell })
      }
      raw[head] = cell
    }
    rows.push({ number: line, raw })
    requireLength(rows.length)
  }
  if (rows.length === 0) throw refuse('IMPORT_EMPTY')
  return rows
}
