/**
 * Tables in the view. Made of the parts of `prosemirror-tables` that only look and select: its own plugin repairs every table that it sees, also what others
 * have just done, so two programs would go on repairing each other's repairs. [CB-18]
 */
import type { Node, Slice } from 'prosemirror-model'
import { keymap } from 'prosemirror-keymap'
import { Plugin, Selection, TextSelection, type EditorState } from 'prosemirror-state'
import { CellSelection } from 'prosemirror-tables'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { cellDepth, cellRange, tidied } from './cell-range.js'
import { evened, gridOf, slotOf, withContents } from './grid.js'
import { replaceChanged, tableHere } from './table-commands.js'
import { tableKeys } from './table-keys.js'

/** The position before the cell under the pointer; null where none is. */
function cellUnder(view: EditorView, event: MouseEvent): number | null {
  const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (!found) return null
  const $pos = view.state.doc.resolve(found.pos)
  const inside = found.inside >= 0 ? view.state.doc.resolve(found.inside) : null
  if (inside?.nodeAfter?.type.name === 'table_cell') return found.inside
  const depth = cellDepth($pos)
  return depth > 0 ? $pos.before(depth) : null
}

/** Pulling the pointer from one cell to another selects the cells between. */
function pull(view: EditorView, start: MouseEvent): boolean {
  if (start.button !== 0 || start.ctrlKey || start.metaKey) return false
  const first = cellUnder(view, start)
  if (first === null) return false
  const { selection } = view.state
  const from = start.shiftKey && tableHere(view.state) ? anchorCell(selection) : first
  const select = (event: MouseEvent): boolean => {
    const to = cellUnder(view, event)
    if (to === null || from === null || (to === from && !(view.state.selection instanceof CellSelection))) return false
    const cells = cellRange(view.state.doc, from, to)
    if (cells && !cells.eq(view.state.selection)) view.dispatch(view.state.tr.setSelection(cells))
    if (cells) event.preventDefault()
    return cells !== null
  }
  if (start.shiftKey) return select(start)
  const ended = new AbortController()
  const options = { signal: ended.signal }
  const { doc } = view.state
  // Others may write meanwhile: then the cell is no more where it was, and the pull ends.
  const move = (event: MouseEvent) => (view.state.doc === doc ? select(event) : ended.abort())
  view.root.addEventListener('mousemove', (event) => move(event as MouseEvent), options)
  for (const name of ['mouseup', 'dragstart']) view.root.addEventListener(name, () => ended.abort(), options)
  return false
}

function anchorCell(selection: Selection): number | null {
  if (selection instanceof CellSelection) return selection.$anchorCell.pos
  const depth = cellDepth(selection.$anchor)
  return depth > 0 ? selection.$anchor.before(depth) : null
}

/** A cell in which there is nothing to write in gets a paragraph when somebody goes there. */
function enterEmptyCell(view: EditorView, node: Node, pos: number): boolean {
  if (node.type.name !== 'table_cell' || node.childCount > 0 || !view.editable) return false
  const tr = view.state.tr.insert(pos + 1, view.state.schema.nodes['para']!.create())
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, pos + 2)))
  return true
}

/** The cells of a slice that is one table, or rows of one; null for all else. */
export function cellsOf({ content }: Slice): readonly (readonly Node[])[] | null {
  if (content.childCount === 0) return null
  const first = content.firstChild!
  const isRows = content.content.every(({ type }) => type.name === 'table_row')
  const only = content.childCount === 1 ? first : null
  const table =
    only?.type.name === 'frame'
      ? only.children.find(({ type }) => type.name === 'table')
      : only?.type.name === 'table'
        ? only
        : undefined
  if (isRows) return content.content.map((row) => row.children)
  if (!table) return null
  return gridOf(table).at.map((row) => row.map((slot) => slot?.node ?? table.type.schema.nodes['table_cell']!.create()))
}

/** Cells that are pasted into a table go over its cells, from the caret on. */
export function pasteCells(state: EditorState, slice: Slice): ReturnType<typeof build> | null {
  const here = tableHere(state)
  const cells = cellsOf(slice)
  return here && cells && build(state, here, cells)
}

function build(
  state: EditorState,
  here: NonNullable<ReturnType<typeof tableHere>>,
  cells: readonly (readonly Node[])[],
) {
  const grid = gridOf(evened(here.table))
  const slots = [here.anchor, here.head].map(([row, index]) => slotOf(grid, row, index)!)
  const [top, left] = [Math.min(...slots.map(({ row }) => row)), Math.min(...slots.map(({ col }) => col))]
  const { tr } = state
  replaceChanged(tr, here.pos, here.table, withContents(grid, top, left, cells))
  return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(tr.selection.head, tr.doc.content.size)), 1))
}

const drawn = ({ selection, doc }: EditorState): DecorationSet | null => {
  if (!(selection instanceof CellSelection)) return null
  const cells: Decoration[] = []
  selection.forEachCell(
    (node, pos) => void cells.push(Decoration.node(pos, pos + node.nodeSize, { class: 'cell-chosen' })),
  )
  return DecorationSet.create(doc, cells)
}

export const tables = (): Plugin[] => [
  keymap(tableKeys),
  new Plugin({
    props: {
      decorations: drawn,
      handleDOMEvents: { mousedown: pull },
      handleClickOn: (view, _, node, pos, __, isDirect) => isDirect && enterEmptyCell(view, node, pos),
      handlePaste: (view, _, slice) => {
        const tr = pasteCells(view.state, slice)
        if (tr) view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView())
        return tr !== null
      },
      // What is typed over selected cells goes into the first of them.
      handleTextInput: (view, _, __, text) => {
        const { selection } = view.state
        if (!(selection instanceof CellSelection)) return false
        tableKeys['Delete']!(view.state, view.dispatch, view)
        tableKeys['Escape']!(view.state, view.dispatch, view)
        view.dispatch(view.state.tr.insertText(text).scrollIntoView())
        return true
      },
    },
    // Only where the selection is, never what the text holds.
    appendTransaction: (trs, _, state) => {
      const selection = trs.some((tr) => tr.selectionSet) ? tidied(state.selection, state.doc) : null
      return selection && state.tr.setSelection(selection)
    },
  }),
]
