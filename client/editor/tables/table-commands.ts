/**
 * What a person can do to a table. Each is one step of undo, and first makes even the table that it changes; no other table is touched, and nothing is put
 * right because of what others did. [CB-18]
 */
import type { Node, ResolvedPos } from 'prosemirror-model'
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { CellSelection } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import { columnWidth } from '#schema/document/index.js'
import { insertBlock, newAnchor } from '../commands/insert-block.js'
import { addKey } from '../things/frame-commands.js'
import { cellDepth } from './cell-range.js'
import {
  closed,
  emptyCell,
  evened,
  gridOf,
  merged,
  rectOf,
  slotOf,
  slotsOf,
  split,
  withColumn,
  withHead,
  withoutColumns,
  withoutRows,
  withRow,
  type Grid,
  type Rect,
  type Slot,
} from './grid.js'
import { evenedWidths, keepingWidths, widened, widthStep, withWidths } from './widths.js'

export interface TableHere {
  readonly table: Node
  /** The position before it. */
  readonly pos: number
  /** Row, and number of the cell in it, of the two ends of the selection. */
  readonly anchor: readonly [number, number]
  readonly head: readonly [number, number]
}

function placeOf(
  $pos: ResolvedPos,
): { readonly pos: number; readonly table: Node; readonly at: [number, number] } | null {
  const depth = $pos.parent.type.name === 'table_row' ? $pos.depth + 1 : cellDepth($pos)
  if (depth < 3) return null
  const [row, index] = [$pos.index(depth - 2), $pos.index(depth - 1)]
  return { pos: $pos.before(depth - 2), table: $pos.node(depth - 2), at: [row, index] }
}

/** The table that holds the selection; null where none does. */
export function tableHere({ selection }: EditorState): TableHere | null {
  const isCells = selection instanceof CellSelection
  const anchor = placeOf(isCells ? selection.$anchorCell : selection.$anchor)
  const head = placeOf(isCells ? selection.$headCell : selection.$head)
  if (!anchor || !head || anchor.pos !== head.pos) return null
  return { table: anchor.table, pos: anchor.pos, anchor: anchor.at, head: head.at }
}

/** The selected places of a grid of that table. */
export function rectHere(grid: Grid, { anchor, head }: TableHere): Rect | null {
  const ends = [anchor, head].map(([row, index]) => slotOf(grid, row, index))
  if (!ends[0] || !ends[1]) return null
  const [a, b] = [rectOf(ends[0]), rectOf(ends[1])]
  return closed(grid, {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  })
}

/** Makes the node at `pos`, which is `before`, be `now`: in the smallest parts that differ, down to cells. */
export function replaceChanged(tr: Transaction, pos: number, before: Node, now: Node): void {
  if (before === now) return
  const isPart = before.type.name !== 'table_cell' || before.content.eq(now.content)
  if (before.type !== now.type || !isPart) {
    tr.replaceWith(pos, pos + before.nodeSize, now)
    return
  }
  const [old, wanted] = [before.children, now.children]
  let start = 0
  while (start < Math.min(old.length, wanted.length) && old[start] === wanted[start]) start++
  let end = 0
  const rest = Math.min(old.length, wanted.length) - start
  while (end < rest && old[old.length - 1 - end] === wanted[wanted.length - 1 - end]) end++
  const starts = [pos + 1]
  for (const { nodeSize } of old) starts.push(starts.at(-1)! + nodeSize)
  const [oldEnd, newEnd] = [old.length - end, wanted.length - end]
  if (before.type.name === 'table_cell') {
    // Only what it is has changed.
  } else if (old.length === wanted.length)
    for (let i = oldEnd - 1; i >= start; i--) replaceChanged(tr, starts[i]!, old[i]!, wanted[i]!)
  else tr.replaceWith(starts[start]!, starts[oldEnd]!, wanted.slice(start, newEnd))
  for (const [name, value] of Object.entries(now.attrs))
    if (JSON.stringify(before.attrs[name]) !== JSON.stringify(value)) tr.setNodeAttribute(pos, name, value)
}

/** `shown`: how wide the columns are on the screen, as far as there is one. */
type Change = (grid: Grid, rect: Rect, shown: readonly number[]) => Node | null

/** What is drawn of a node, as far as it is measured here. */
interface Drawn {
  getBoundingClientRect(): { readonly width: number }
}

/** How wide each column is on the screen, by a cell that takes no other. */
function shownWidths(view: EditorView | undefined, grid: Grid, pos: number): number[] {
  if (!view) return []
  return Array.from({ length: grid.width }, (_, col) => {
    const slot = grid.at.map((row) => row[col]).find((one) => one?.colspan === 1)
    const dom = slot ? (view.nodeDOM(posOfSlot(view.state.doc, pos, slot)) as Drawn | null) : null
    return dom ? Math.round(dom.getBoundingClientRect().width) : columnWidth.usual
  })
}

/** A command that makes another table of the one that holds the selection. False outside of tables, and where nothing changes. */
const changing =
  (change: Change, caret?: (grid: Grid, rect: Rect) => Slot | null): Command =>
  (state, dispatch, view) => {
    const here = tableHere(state)
    if (!here) return false
    const grid = gridOf(evened(here.table))
    const rect = rectHere(grid, here)
    const now = rect && change(grid, rect, shownWidths(dispatch && view, gridOf(here.table), here.pos))
    if (!now || now.eq(here.table)) return false
    if (!dispatch) return true
    const { tr } = state
    replaceChanged(tr, here.pos, here.table, now)
    const slot = caret && caret(gridOf(now), rect)
    if (slot) tr.setSelection(inCell(tr.doc, here.pos, slot))
    else if (tr.selection instanceof CellSelection && tr.selection.ranges.length === 1)
      tr.setSelection(Selection.near(tr.selection.$headCell, 1))
    dispatch(tr.scrollIntoView())
    return true
  }

/** The position before a cell of the table at `pos`. */
export function posOfSlot(doc: Node, pos: number, slot: Slot): number {
  const table = doc.nodeAt(pos)!
  let at = pos + 1
  for (let row = 0; row < slot.row; row++) at += table.child(row).nodeSize
  at++
  for (const cell of table.child(slot.row).children) {
    if (cell === slot.node) break
    at += cell.nodeSize
  }
  return at
}

const inCell = (doc: Node, pos: number, slot: Slot): Selection =>
  Selection.near(doc.resolve(posOfSlot(doc, pos, slot) + 1), 1)

const at = (grid: Grid, row: number, col: number): Slot | null => grid.at[row]?.[col] ?? null

/** A frame with a caption and a table below it, with a head row. */
export function newTable(state: EditorState, rows: number, columns: number): Node {
  const { frame, para, table, table_row: row } = state.schema.nodes
  const empty = table!.create()
  const rowOf = (head: boolean) =>
    row!.create(
      null,
      Array.from({ length: columns }, () => emptyCell(empty, { head })),
    )
  const made = table!.create(
    null,
    Array.from({ length: rows }, (_, i) => rowOf(i === 0 && rows > 1)),
  )
  return frame!.create({ kind: 'TABLE', anchor: newAnchor() }, [para!.create({ kind: 'CAPTION' }), made])
}

/** Puts a table into the clause, and the caret into its caption. */
const insertTable =
  (rows = 3, columns = 3): Command =>
  (state, dispatch) => {
    const inserted = insertBlock(state, newTable(state, rows, columns))
    if (!inserted) return false
    const { tr, pos } = inserted
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, pos + 2)).scrollIntoView())
    return true
  }

/** Takes away the table with its frame; a frame that holds more than caption and notes stays. */
const deleteTable: Command = (state, dispatch) => {
  const here = tableHere(state)
  if (!here) return false
  const $pos = state.doc.resolve(here.pos)
  const isWhole =
    $pos.parent.type.name === 'frame' &&
    $pos.parent.children.every((node) => node === here.table || node.type.name === 'para')
  const { tr } = state
  if (isWhole) tr.delete($pos.before(), $pos.after())
  else tr.delete(here.pos, here.pos + here.table.nodeSize)
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(isWhole ? $pos.before() : here.pos), -1)).scrollIntoView())
  return true
}

/** To the next or the previous cell; after the last one a new row begins. */
const toCell =
  (direction: 1 | -1): Command =>
  (state, dispatch) => {
    const here = tableHere(state)
    if (!here) return false
    const slots = slotsOf(gridOf(here.table)).sort((a, b) => a.row - b.row || a.col - b.col)
    const node = here.table.child(here.head[0]).maybeChild(here.head[1])
    const next = slots[slots.findIndex((slot) => slot.node === node && slot.row === here.head[0]) + direction]
    if (!next && direction > 0)
      return changing(
        (grid) => withRow(grid, grid.height),
        (grid) => at(grid, grid.height - 1, 0),
      )(state, dispatch)
    if (!next) return true
    const { tr } = state
    const pos = posOfSlot(state.doc, here.pos, next)
    // A cell in which nothing can be written, left behind by a merge.
    if (next.node.childCount === 0) tr.insert(pos + 1, state.schema.nodes['para']!.create())
    const cell = tr.doc.nodeAt(pos)!
    const [from, to] = [tr.doc.resolve(pos + 1), tr.doc.resolve(pos + cell.nodeSize - 1)]
    dispatch?.(tr.setSelection(TextSelection.between(from, to)).scrollIntoView())
    return true
  }

/** Empties the selected cells; what they are stays. */
const clearCells: Command = (state, dispatch) => {
  const { selection, tr } = state
  if (!(selection instanceof CellSelection)) return false
  const cells: { pos: number; node: Node }[] = []
  selection.forEachCell((node, pos) => void cells.push({ node, pos }))
  for (const { node, pos } of cells.sort((a, b) => b.pos - a.pos))
    tr.replaceWith(pos + 1, pos + node.nodeSize - 1, state.schema.nodes['para']!.create())
  dispatch?.(tr)
  return true
}

/** A table note below the table. */
const addNote: Command = (state, dispatch) => {
  const { $head } = state.selection
  if ($head.depth < 2 || $head.node(2).type.name !== 'frame') return false
  const { tr } = state
  const end = $head.end(2)
  tr.insert(end, state.schema.nodes['para']!.create({ kind: 'NOTE' }))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView())
  return true
}

/** What a menu offers in a table, in its order; the words are `thing.table.<id>`. */
export const tableActions = [
  'rowBefore',
  'rowAfter',
  'columnBefore',
  'columnAfter',
  'deleteRows',
  'deleteColumns',
  'mergeCells',
  'splitCell',
  'toggleHeadRow',
  'toggleHeadColumn',
  'wider',
  'narrower',
  'evenWidths',
  'resetWidths',
  'even',
  'addNote',
  'addKey',
  'deleteTable',
] as const

export const tableCommands = {
  insertTable,
  rowBefore: changing((grid, { top }) => withRow(grid, top)),
  rowAfter: changing((grid, { bottom }) => withRow(grid, bottom)),
  columnBefore: changing((grid, { left }) => withColumn(grid, left)),
  columnAfter: changing((grid, { right }) => withColumn(grid, right)),
  deleteRows: changing(
    (grid, { top, bottom }) => keepingWidths(grid.table, withoutRows(grid, top, bottom), gridOf),
    (grid, { top, left }) => at(grid, Math.min(top, grid.height - 1), left),
  ),
  deleteColumns: changing(
    (grid, { left, right }) => withoutColumns(grid, left, right),
    (grid, { top, left }) => at(grid, top, Math.min(left, grid.width - 1)),
  ),
  mergeCells: changing(merged, (grid, { top, left }) => at(grid, top, left)),
  splitCell: changing(
    (grid, { top, left }) => split(grid, at(grid, top, left)!),
    (grid, { top, left }) => at(grid, top, left),
  ),
  toggleHeadRow: changing((grid, { top, bottom }) => withHead(grid, { top, bottom, left: 0, right: grid.width })),
  toggleHeadColumn: changing((grid, { left, right }) => withHead(grid, { top: 0, bottom: grid.height, left, right })),
  toggleHeadCells: changing(withHead),
  /** Column widths. The first time, all columns get the width that they have on the screen. */
  wider: changing((grid, rect, shown) => widened(grid, rect, widthStep, shown)),
  narrower: changing((grid, rect, shown) => widened(grid, rect, -widthStep, shown)),
  evenWidths: changing((grid, rect, shown) => evenedWidths(grid, rect, shown)),
  resetWidths: changing((grid) => withWidths(grid, null)),
  /** Fills the holes that edits of several people have left. */
  even: changing(({ table }) => table),
  deleteTable,
  clearCells,
  addNote,
  addKey,
  nextCell: toCell(1),
  previousCell: toCell(-1),
} as const
