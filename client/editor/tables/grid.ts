/**
 * A table as rows and columns. What people do to a table is done here: a table goes in, another comes out, and cells that are not concerned are the very
 * same nodes, so that only what changed is written. Pure. [CB-18]
 *
 * A table may be uneven: two people who add a row and a column at once leave a hole. A grid shows the hole as null; it is filled only when somebody changes
 * the table by one of these, in the same step.
 */
import type { Node } from 'prosemirror-model'

/** No more rows or columns than this belong to one cell, whatever is stored. */
export const largestSpan = 100

export interface Slot {
  readonly node: Node
  readonly row: number
  readonly col: number
  readonly rowspan: number
  readonly colspan: number
}

export interface Grid {
  readonly table: Node
  readonly width: number
  readonly height: number
  /** What lies at each place; null is a hole. A cell that takes several places is the same object at each. */
  readonly at: readonly (readonly (Slot | null)[])[]
}

/** Rows and columns from (including) and to (not including). */
export interface Rect {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

const spanOf = (value: unknown): number =>
  typeof value === 'number' && value >= 1 ? Math.min(largestSpan, Math.floor(value)) : 1

/** Lays out a table as a browser does; spans that lead out of it or over another cell are cut. */
export function gridOf(table: Node): Grid {
  const height = table.childCount
  const at: (Slot | null)[][] = table.children.map(() => [])
  table.children.forEach((row, r) => {
    let col = 0
    for (const node of row.children) {
      while (at[r]![col]) col++
      const rowspan = Math.min(spanOf(node.attrs['rowspan']), height - r)
      let colspan = 1
      while (colspan < spanOf(node.attrs['colspan']) && !at[r]![col + colspan]) colspan++
      const slot: Slot = { node, row: r, col, rowspan, colspan }
      for (let i = 0; i < rowspan; i++) for (let j = 0; j < colspan; j++) at[r + i]![col + j] = slot
      col += colspan
    }
  })
  const width = Math.max(0, ...at.map((row) => row.length))
  return { table, width, height, at: at.map((row) => Array.from({ length: width }, (_, col) => row[col] ?? null)) }
}

/** Whether every place has a cell, and every cell takes the places it says. */
export function isEven(grid: Grid): boolean {
  return (
    grid.width > 0 &&
    grid.at.every((row) => row.every((slot) => slot !== null)) &&
    slotsOf(grid).every(
      ({ node, rowspan, colspan }) => node.attrs['rowspan'] === rowspan && node.attrs['colspan'] === colspan,
    )
  )
}

/** The cells, row by row. */
export function slotsOf({ at }: Grid): Slot[] {
  const slots = new Set<Slot>()
  for (const row of at) for (const slot of row) if (slot) slots.add(slot)
  return [...slots]
}

/** The place of a cell by its number in the table: row, and which of the cells that the row holds. */
export const slotOf = (grid: Grid, row: number, index: number): Slot | null => {
  const node = grid.table.child(row).maybeChild(index)
  return slotsOf(grid).find((slot) => slot.row === row && slot.node === node) ?? null
}

/** Grows a rectangle until no cell lies half in it. */
export function closed(grid: Grid, rect: Rect): Rect {
  let { top, left, bottom, right } = rect
  for (const slot of slotsOf(grid)) {
    const [slotBottom, slotRight] = [slot.row + slot.rowspan, slot.col + slot.colspan]
    if (slot.row >= bottom || slotBottom <= top || slot.col >= right || slotRight <= left) continue
    if (slot.row >= top && slot.col >= left && slotBottom <= bottom && slotRight <= right) continue
    ;[top, left] = [Math.min(top, slot.row), Math.min(left, slot.col)]
    ;[bottom, right] = [Math.max(bottom, slotBottom), Math.max(right, slotRight)]
    return closed(grid, { top, left, bottom, right })
  }
  return { top, left, bottom, right }
}

export const rectOf = ({ row, col, rowspan, colspan }: Slot): Rect => ({
  top: row,
  left: col,
  bottom: row + rowspan,
  right: col + colspan,
})

export const slotsIn = (grid: Grid, { top, left, bottom, right }: Rect): Slot[] => [
  ...new Set(grid.at.slice(top, bottom).flatMap((row) => row.slice(left, right).filter((slot) => slot !== null))),
]

/** A cell with an empty paragraph, so that there is something to write in. */
export function emptyCell(table: Node, attrs: Readonly<Record<string, unknown>> = {}): Node {
  const { table_cell: cell, para } = table.type.schema.nodes
  return cell!.create(attrs, para!.create())
}

const isHeadAt = (grid: Grid, row: number, col: number): boolean => grid.at[row]?.[col]?.node.attrs['head'] === true
const isHeadRow = (grid: Grid, row: number): boolean =>
  grid.width > 0 && Array.from({ length: grid.width }, (_, col) => isHeadAt(grid, row, col)).every(Boolean)
const isHeadColumn = (grid: Grid, col: number): boolean =>
  grid.height > 0 && Array.from({ length: grid.height }, (_, row) => isHeadAt(grid, row, col)).every(Boolean)

/** A table with these cells; a place with null gets an empty cell. Rows that hold what they held are the same nodes. */
function tableOf(table: Node, at: readonly (readonly (Slot | null)[])[], rowOf: (row: number) => Node | null): Node {
  const { table_row: rowType } = table.type.schema.nodes
  const done = new Set<Slot>()
  const rows = at.map((places, r) => {
    const cells = places.flatMap((slot) => {
      if (slot === null) return [emptyCell(table)]
      if (done.has(slot)) return []
      done.add(slot)
      const { node } = slot
      const rowspan = at.slice(r).findIndex((row) => !row.includes(slot))
      const spans = {
        rowspan: rowspan < 0 ? at.length - r : rowspan,
        colspan: places.filter((one) => one === slot).length,
      }
      if (node.attrs['rowspan'] === spans.rowspan && node.attrs['colspan'] === spans.colspan) return [node]
      const colwidth = node.attrs['colspan'] === spans.colspan ? (node.attrs['colwidth'] as unknown) : null
      return [node.type.create({ ...node.attrs, ...spans, colwidth }, node.content, node.marks)]
    })
    const before = rowOf(r)
    const isSame = before?.childCount === cells.length && cells.every((cell, i) => cell === before.child(i))
    return isSame ? before : rowType!.create(before?.attrs ?? null, cells)
  })
  return table.type.create(table.attrs, rows)
}

const rowsOf = (grid: Grid) => (row: number) => grid.table.maybeChild(row)
const newSlot = (node: Node): Slot => ({ node, row: -1, col: -1, rowspan: 1, colspan: 1 })

/** The table with its holes filled and its spans cut to what there is. The same node where nothing is to be done. */
export function evened(table: Node): Node {
  const grid = gridOf(table)
  return isEven(grid) ? table : tableOf(table, grid.at, rowsOf(grid))
}

/** A new column before `col`; in a head row its cell is one of the head. */
export function withColumn(grid: Grid, col: number): Node {
  const at = grid.at.map((row, r) => {
    const [before, after] = [row[col - 1] ?? null, row[col] ?? null]
    const isInside = before !== null && before === after
    const head = isHeadRow(grid, r)
    return row.toSpliced(col, 0, isInside ? before : newSlot(emptyCell(grid.table, { head })))
  })
  return tableOf(grid.table, at, rowsOf(grid))
}

/** A new row before `row`; in a head column its cell is one of the head. */
export function withRow(grid: Grid, row: number): Node {
  const [above, below] = [grid.at[row - 1], grid.at[row]]
  const places = Array.from({ length: grid.width }, (_, col) => {
    const slot = above?.[col] ?? null
    const isInside = slot !== null && slot === below?.[col]
    return isInside ? slot : newSlot(emptyCell(grid.table, { head: isHeadColumn(grid, col) }))
  })
  return tableOf(grid.table, grid.at.toSpliced(row, 0, places), (r) =>
    r === row ? null : grid.table.maybeChild(r < row ? r : r - 1),
  )
}

/** Without some columns; null when none would be left. */
export function withoutColumns(grid: Grid, left: number, right: number): Node | null {
  if (right - left >= grid.width) return null
  return tableOf(
    grid.table,
    grid.at.map((row) => row.toSpliced(left, right - left)),
    rowsOf(grid),
  )
}

/** Without some rows; null when none would be left. */
export function withoutRows(grid: Grid, top: number, bottom: number): Node | null {
  if (bottom - top >= grid.height) return null
  return tableOf(grid.table, grid.at.toSpliced(top, bottom - top), (r) =>
    grid.table.maybeChild(r < top ? r : r + bottom - top),
  )
}

const isBlank = (cell: Node): boolean =>
  cell.textContent === '' && cell.children.every((block) => block.type.name === 'para' && block.childCount === 0)

/** One cell of several, which holds what they held, in order; null when there is nothing to merge. */
export function merged(grid: Grid, rect: Rect): Node | null {
  const area = closed(grid, rect)
  const [first, ...others] = slotsIn(grid, area)
  if (!first || others.length === 0) return null
  const blocks = [first, ...others].filter(({ node }) => !isBlank(node)).flatMap(({ node }) => node.children)
  const node = first.node.type.create(first.node.attrs, blocks.length > 0 ? blocks : first.node.content)
  const one = { ...first, node }
  const at = grid.at.map((row, r) =>
    row.map((slot, c) =>
      r >= area.top && r < area.bottom && c >= area.left && c < area.right ? (one as Slot | null) : slot,
    ),
  )
  return tableOf(grid.table, at, rowsOf(grid))
}

/** A cell for each place of a cell that takes several; what it holds stays in the first. Null when it takes one. */
export function split(grid: Grid, slot: Slot): Node | null {
  if (slot.rowspan === 1 && slot.colspan === 1) return null
  const at = grid.at.map((row, r) =>
    row.map((one, c) => {
      if (one !== slot || (r === slot.row && c === slot.col)) return one
      return newSlot(emptyCell(grid.table, { head: slot.node.attrs['head'] === true }))
    }),
  )
  return tableOf(grid.table, at, rowsOf(grid))
}

/** The table with other nodes for some of its cells, at the same places. */
export function withCells(grid: Grid, nodeOf: (slot: Slot) => Node): Node {
  const now = new Map(slotsOf(grid).map((slot): [Slot, Slot] => [slot, { ...slot, node: nodeOf(slot) }]))
  return tableOf(
    grid.table,
    grid.at.map((row) => row.map((slot) => slot && now.get(slot)!)),
    rowsOf(grid),
  )
}

/** Makes a head of the cells of a rectangle, or ordinary cells when all are head already. */
export function withHead(grid: Grid, rect: Rect): Node {
  const slots = new Set(slotsIn(grid, rect))
  const head = ![...slots].every(({ node }) => node.attrs['head'] === true)
  const changed = new Map(
    [...slots].map((slot): [Slot, Slot] => {
      const { node } = slot
      return [slot, { ...slot, node: node.type.create({ ...node.attrs, head }, node.content, node.marks) }]
    }),
  )
  const at = grid.at.map((row) => row.map((slot) => (slot && changed.get(slot)) ?? slot))
  return tableOf(grid.table, at, rowsOf(grid))
}

/** Puts the contents of cells over those from a place on; the table grows where it is too small. Cells that take several places are taken apart first. */
export function withContents(grid: Grid, top: number, left: number, contents: readonly (readonly Node[])[]): Node {
  let { table } = grid
  const bottom = top + contents.length
  const right = left + Math.max(0, ...contents.map((row) => row.length))
  for (let now = gridOf(table); now.height < bottom; now = gridOf(table)) table = withRow(now, now.height)
  for (let now = gridOf(table); now.width < right; now = gridOf(table)) table = withColumn(now, now.width)
  for (;;) {
    const now = gridOf(table)
    const wide = slotsIn(now, { top, left, bottom, right }).find((slot) => slot.rowspan > 1 || slot.colspan > 1)
    if (!wide) break
    table = split(now, wide)!
  }
  const now = gridOf(table)
  const at = now.at.map((row, r) =>
    row.map((slot, c) => {
      const cell = contents[r - top]?.[c - left]
      if (!cell || !slot || r < top || c < left) return slot
      return { ...slot, node: slot.node.type.create(slot.node.attrs, cell.content, slot.node.marks) }
    }),
  )
  return tableOf(table, at, rowsOf(now))
}
