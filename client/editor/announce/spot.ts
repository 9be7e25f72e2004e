/** Where a selection is, as it would be told to somebody who cannot see it. A rule: from the document alone. [AC-6, AC-7] */
import type { Node, ResolvedPos } from 'prosemirror-model'
import { NodeSelection, type Selection } from 'prosemirror-state'
import { CellSelection } from 'prosemirror-tables'
import { gridOf, slotOf, type Grid } from '../tables/grid.js'

/** A table or figure with what belongs to it. */
export interface FrameSpot {
  /** The same while the caret stays in it. */
  readonly key: string
  readonly kind: string
  /** `Table 3`; empty where it has no number. */
  readonly label: string
  readonly caption: string
  /** Of its table; 0 where there is none. */
  readonly rows: number
  readonly columns: number
}

/** A cell of a table, counted from 1. */
export interface CellSpot {
  readonly row: number
  readonly column: number
  readonly isHead: boolean
  /** Words of the heads of its column and row; none for a head itself. */
  readonly heads: readonly string[]
}

export interface Spot {
  /** Id of the clause; null outside of all. */
  readonly clause: string | null
  /** TITLE, or what the paragraph is; null where the selection is in neither. */
  readonly block: string | null
  /** Number of the paragraph, as it is read: `NOTE 1`, `Requirement 6-1`. */
  readonly label: string
  readonly list: string
  readonly indent: number
  readonly frame: FrameSpot | null
  readonly cell: CellSpot | null
  /** How many rows and columns are selected; null unless cells are. */
  readonly cells: { readonly rows: number; readonly columns: number } | null
  /** What is selected as a whole: a formula, a picture, a clause. */
  readonly whole: string | null
}

/** The computed label that stands at a position; empty without one. */
export type LabelAt = (pos: number) => string

const nowhere: Spot = {
  clause: null,
  block: null,
  label: '',
  list: 'NONE',
  indent: 0,
  frame: null,
  cell: null,
  cells: null,
  whole: null,
}

const depthOf = ($pos: ResolvedPos, name: string): number => {
  let depth = $pos.depth
  while (depth > 0 && $pos.node(depth).type.name !== name) depth--
  return depth
}

function frameSpot($pos: ResolvedPos, depth: number, labelAt: LabelAt): FrameSpot {
  const frame = $pos.node(depth)
  const table = frame.children.find(({ type }) => type.name === 'table')
  const grid = table ? gridOf(table) : null
  let at = $pos.start(depth)
  let caption: { at: number; node: Node } | null = null
  for (const child of frame.children) {
    if (!caption && child.attrs['kind'] === 'CAPTION') caption = { at, node: child }
    at += child.nodeSize
  }
  return {
    key: `${String($pos.node(1).attrs['id'])} ${$pos.index(depth - 1)}`,
    kind: String(frame.attrs['kind']),
    label: labelAt(caption?.at ?? $pos.before(depth)),
    caption: caption?.node.textContent.trim() ?? '',
    rows: grid?.height ?? 0,
    columns: grid?.width ?? 0,
  }
}

/** The words of the head cells before a place, in its row and above it in its column. */
function headsOf(grid: Grid, row: number, column: number): string[] {
  const own = grid.at[row]![column]
  const above = grid.at.slice(0, row).map((cells) => cells[column])
  const before = grid.at[row]!.slice(0, column)
  const heads = [above, before].map((cells) => cells.find((slot) => slot && slot !== own && slot.node.attrs['head']))
  return heads.flatMap((slot) => (slot ? [slot.node.textContent.trim()] : [])).filter((words) => words !== '')
}

function cellSpot($pos: ResolvedPos, depth: number): CellSpot | null {
  const grid = gridOf($pos.node(depth - 2))
  const slot = slotOf(grid, $pos.index(depth - 2), $pos.index(depth - 1))
  const isHead = slot?.node.attrs['head'] === true
  return (
    slot && {
      row: slot.row + 1,
      column: slot.col + 1,
      isHead,
      heads: isHead ? [] : headsOf(grid, slot.row, slot.col),
    }
  )
}

/** Rows and columns that chosen cells reach over. */
function cellsOf(selection: CellSelection): Spot['cells'] {
  const { $anchorCell, $headCell } = selection
  const grid = gridOf($anchorCell.node(-1))
  const [one, other] = [$anchorCell, $headCell].map(($cell) => slotOf(grid, $cell.index(-1), $cell.index()))
  if (!one || !other) return null
  const reach = (from: 'row' | 'col', size: 'rowspan' | 'colspan') =>
    Math.max(one[from] + one[size], other[from] + other[size]) - Math.min(one[from], other[from])
  return { rows: reach('row', 'rowspan'), columns: reach('col', 'colspan') }
}

export function spotOf(selection: Selection, labelAt: LabelAt = () => ''): Spot {
  const whole = selection instanceof NodeSelection ? selection.node : null
  if (whole?.type.name === 'clause') return { ...nowhere, clause: String(whole.attrs['id']), whole: 'clause' }
  const isCells = selection instanceof CellSelection
  // Before a chosen cell: into it, so that it is one of those around.
  const $pos = isCells ? selection.$headCell.doc.resolve(selection.$headCell.pos + 1) : selection.$head
  if ($pos.depth < 1) return nowhere
  const frame = depthOf($pos, 'frame')
  const cell = depthOf($pos, 'table_cell')
  const { parent } = $pos
  const isTitle = parent.type.name === 'clause_title'
  const isBlock = parent.type.name === 'para'
  return {
    clause: String($pos.node(1).attrs['id']),
    block: isTitle ? 'TITLE' : isBlock ? String(parent.attrs['kind']) : null,
    label: isBlock ? labelAt($pos.before()) : whole ? labelAt(selection.from) : '',
    list: isBlock ? String(parent.attrs['list']) : 'NONE',
    indent: isBlock ? Number(parent.attrs['indent']) : 0,
    frame: frame > 0 ? frameSpot($pos, frame, labelAt) : null,
    cell: cell > 2 ? cellSpot($pos, cell) : null,
    cells: isCells ? cellsOf(selection) : null,
    whole: whole ? whole.type.name : null,
  }
}
