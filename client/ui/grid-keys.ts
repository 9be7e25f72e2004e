/** Where a key leads in a list of rows and in a grid of cells. Pure: the components only move the focus. */

/** The row to go to from `at` (-1: none yet); null when the key is not ours or leads nowhere. */
export function rowFor(key: string, at: number, count: number): number | null {
  const to =
    key === 'j' || key === 'ArrowDown'
      ? at + 1
      : key === 'k' || key === 'ArrowUp'
        ? at < 0
          ? count - 1
          : at - 1
        : key === 'Home'
          ? 0
          : key === 'End'
            ? count - 1
            : null
  return to === null || to < 0 || to >= count ? null : to
}

export interface Cell {
  row: number
  column: number
}

export interface GridKey {
  key: string
  /** Control or Command. */
  isModified?: boolean
}

/** The cell to go to from `at` in a grid of `rows` by `columns`; null when the key is not ours or leads out of the grid. */
export function cellFor(
  { key, isModified = false }: GridKey,
  at: Cell,
  rows: number,
  columns: number,
  dir: 'ltr' | 'rtl' = 'ltr',
): Cell | null {
  const forward = dir === 'ltr' ? 1 : -1
  const moves: Record<string, Cell> = {
    ArrowRight: { row: at.row, column: at.column + forward },
    ArrowLeft: { row: at.row, column: at.column - forward },
    ArrowDown: { row: at.row + 1, column: at.column },
    ArrowUp: { row: at.row - 1, column: at.column },
    Home: { row: isModified ? 0 : at.row, column: 0 },
    End: { row: isModified ? rows - 1 : at.row, column: columns - 1 },
    PageDown: { row: rows - 1, column: at.column },
    PageUp: { row: 0, column: at.column },
  }
  const to = Object.hasOwn(moves, key) ? moves[key]! : null
  if (!to || to.row < 0 || to.row >= rows || to.column < 0 || to.column >= columns) return null
  return to.row === at.row && to.column === at.column ? null : to
}
