/** Several cells selected at once. Only in a table without holes: there every place has a cell. */
import { Slice, type Node, type ResolvedPos } from 'prosemirror-model'
import { Selection, TextSelection, type Transaction } from 'prosemirror-state'
import type { Mappable } from 'prosemirror-transform'
import { CellSelection } from 'prosemirror-tables'
import { gridOf, isEven } from './grid.js'

/** The depth of the cell that holds a position; 0 where none does. */
export function cellDepth($pos: ResolvedPos): number {
  for (let depth = $pos.depth; depth > 0; depth--) if ($pos.node(depth).type.name === 'table_cell') return depth
  return 0
}

const pointsAtCell = ($pos: ResolvedPos): boolean =>
  $pos.parent.type.name === 'table_row' && $pos.nodeAfter?.type.name === 'table_cell'

const isSameTable = ($a: ResolvedPos, $b: ResolvedPos): boolean =>
  $a.depth === $b.depth && $a.start(-1) === $b.start(-1)

/**
 * The selection of `prosemirror-tables`, but for what happens to it when others change the table: it falls back to text instead of throwing, and never stands
 * over a hole, where the library would take a whole row for a cell.
 */
export class CellRange extends CellSelection {
  override map(doc: Node, mapping: Mappable): Selection {
    const [anchor, head] = [mapping.map(this.$anchorCell.pos), mapping.map(this.$headCell.pos)]
    return cellRange(doc, anchor, head) ?? Selection.near(doc.resolve(head))
  }

  /** What comes goes into the first of the cells; each that is empty then has a paragraph to write in. */
  override replace(tr: Transaction, content: Slice = Slice.empty): void {
    const empty = tr.doc.type.schema.nodes['para']!.create()
    const ranges = [...this.ranges].sort((a, b) => b.$from.pos - a.$from.pos)
    const first = ranges.at(-1)!.$from.pos
    for (const { $from, $to } of ranges)
      if ($from.pos > first || content.size === 0) tr.replaceWith($from.pos, $to.pos, empty)
      else tr.replace($from.pos, $to.pos, content)
    tr.setSelection(Selection.near(tr.doc.resolve(first), 1))
  }
}

/** The cells between two, given by the positions before them; null where they cannot be selected together. */
export function cellRange(doc: Node, anchor: number, head: number): CellRange | null {
  const [$anchor, $head] = [doc.resolve(anchor), doc.resolve(head)]
  if (!pointsAtCell($anchor) || !pointsAtCell($head) || !isSameTable($anchor, $head)) return null
  return isEven(gridOf($anchor.node(-1))) ? new CellRange($anchor, $head) : null
}

/**
 * A selection that begins in one cell and ends in another would take the cells between apart when something is typed: it becomes one of cells, or, in an
 * uneven table, ends with its cell. Null where nothing is to be done.
 */
export function tidied(selection: Selection, doc: Node): Selection | null {
  if (!(selection instanceof TextSelection) || selection.empty) return null
  const { $anchor, $head } = selection
  const [from, to] = [cellDepth($anchor), cellDepth($head)]
  if (from === 0 || from !== to || $anchor.before(from) === $head.before(to)) return null
  if ($anchor.start(from - 2) !== $head.start(to - 2)) return null
  const cells = cellRange(doc, $anchor.before(from), $head.before(to))
  const isForward = $head.pos > $anchor.pos
  return cells ?? TextSelection.between($anchor, doc.resolve(isForward ? $anchor.end(from) : $anchor.start(from)))
}
