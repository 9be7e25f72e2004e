/** How wide the columns of a table are, as people set it. Only attributes of cells change, so whatever others do at once to rows and columns stays. [TB-3] */
import type { Node } from 'prosemirror-model'
import { columnWidth, columnWidths, widthIn } from '#schema/document/index.js'
import { slotsOf, withCells, type Grid, type Slot } from './grid.js'

/** How much a column gains or loses at a time, in px. */
export const widthStep = 24

/** The widths of the columns of a table; null where nobody set any. */
export const widthsOf = (table: Node): number[] | null =>
  columnWidths(table.children.map((row) => row.children.map(({ attrs }) => attrs)))

/** The cell that says how wide a column is: the topmost that does, else the topmost of all. */
function holderOf({ at }: Grid, col: number): Slot | null {
  const column = at.map((row) => row[col] ?? null)
  const says = column.find((slot) => slot && widthIn(slot.node.attrs['colwidth'], col - slot.col) > 0)
  return says ?? column.find((slot) => slot !== null) ?? null
}

/** The table with these widths; null: the browser decides again. */
export function withWidths(grid: Grid, widths: readonly number[] | null): Node {
  const changed = new Map<Slot, number[] | null>()
  if (widths === null) {
    for (const slot of slotsOf(grid)) if (slot.node.attrs['colwidth'] !== null) changed.set(slot, null)
  } else
    widths.slice(0, grid.width).forEach((width, col) => {
      const slot = holderOf(grid, col)
      if (!slot || widthIn(slot.node.attrs['colwidth'], col - slot.col) === width) return
      const said =
        changed.get(slot) ?? Array.from({ length: slot.colspan }, (_, i) => widthIn(slot.node.attrs['colwidth'], i))
      said[col - slot.col] = width
      changed.set(slot, said)
    })
  return withCells(grid, (slot) => {
    const colwidth = changed.get(slot)
    return colwidth === undefined
      ? slot.node
      : slot.node.type.create({ ...slot.node.attrs, colwidth }, slot.node.content)
  })
}

/** Some columns wider by so many px, or narrower; `shown` is how wide all are now, for a table in which nobody set a width yet. */
export function widened(
  grid: Grid,
  { left, right }: { readonly left: number; readonly right: number },
  by: number,
  shown: readonly number[],
): Node {
  const widths = widthsOf(grid.table) ?? shown
  const now = Array.from({ length: grid.width }, (_, col) => widths[col] ?? columnWidth.usual)
  for (let col = left; col < right; col++)
    now[col] = Math.min(columnWidth.most, Math.max(columnWidth.least, now[col]! + by))
  return withWidths(grid, now)
}

/** The same width for some columns, together as wide as before; for all of them when only one was chosen. */
export function evenedWidths(
  grid: Grid,
  { left, right }: { readonly left: number; readonly right: number },
  shown: readonly number[],
): Node {
  const [from, to] = right - left > 1 ? [left, right] : [0, grid.width]
  const widths = widthsOf(grid.table) ?? shown
  const now = Array.from({ length: grid.width }, (_, col) => widths[col] ?? columnWidth.usual)
  const sum = now.slice(from, to).reduce((all, width) => all + width, 0)
  return withWidths(grid, now.fill(Math.round(sum / (to - from)), from, to))
}

/** `now`, which others rows or columns were taken from, as wide as `before` was where the cells that said so are gone. */
export function keepingWidths(before: Node, now: Node | null, gridOf: (table: Node) => Grid): Node | null {
  const [was, is] = [widthsOf(before), now && widthsOf(now)]
  if (!now || !was || gridOf(now).width !== was.length || (is && was.every((width, col) => width === is[col])))
    return now
  return withWidths(gridOf(now), was)
}
