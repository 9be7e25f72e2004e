/**
 * How wide the columns of a table are. Widths stand in the attribute `colwidth` of cells, one number a column of the cell, in px; the topmost cell
 * of a column that has one counts, so a row that is added above, or that somebody else deletes, changes nothing but that. A rule. [TB-3]
 */

/** A cell, as far as widths go. What is stored may be anything. */
export interface WideCell {
  readonly colspan?: unknown
  readonly rowspan?: unknown
  readonly colwidth?: unknown
}

/** The width of a column of which nobody said one, in a table where others have one; and the limits of all, in px. */
export const columnWidth = { usual: 120, least: 40, most: 1200 } as const

const largestSpan = 100
const count = (value: unknown): number =>
  Number.isSafeInteger(value) && (value as number) > 0 ? Math.min(largestSpan, value as number) : 1

/** A width that a cell says of its column number `at`; 0 where it says none that can be. */
export function widthIn(colwidth: unknown, at: number): number {
  const value: unknown = Array.isArray(colwidth) ? colwidth[at] : undefined
  if (typeof value !== 'number' || !(value > 0)) return 0
  return Math.round(Math.min(columnWidth.most, Math.max(columnWidth.least, value)))
}

/** The width of each column, or null for a table in which nobody set any: then the browser decides. */
export function columnWidths(rows: readonly (readonly WideCell[])[]): number[] | null {
  const isSized = rows.some((row) => row.some(({ colwidth }) => Array.isArray(colwidth)))
  if (!isSized) return null
  const widths: number[] = []
  /** For each column, how many more rows a cell from above reaches down. */
  const taken: number[] = []
  for (const row of rows) {
    let col = 0
    for (const cell of row) {
      while ((taken[col] ?? 0) > 0) col++
      const columns = count(cell.colspan)
      let place = 0
      // A cell that would lie over one from above is cut, as a browser does.
      for (; place < columns && (place === 0 || !((taken[col + place] ?? 0) > 0)); place++) {
        widths[col + place] ||= widthIn(cell.colwidth, place)
        taken[col + place] = count(cell.rowspan)
      }
      col += place
    }
    for (let i = 0; i < taken.length; i++) taken[i] = Math.max(0, (taken[i] ?? 0) - 1)
  }
  return widths.some((width) => width > 0) ? Array.from(widths, (width) => width || columnWidth.usual) : null
}
