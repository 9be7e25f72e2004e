/**
 * Tables in the view. Made of the parts of `prosemirror-tables` that only look and select: its own plugin repairs every table that it sees, also what others
 * have just done, so two programs would go on repairing each other's repairs. [CB-18]
 */
import type { Node, Slice } from 'prosemirror-model'
import { keymap } from 'prosemirror-keymap'
import { Plugin, PluginKey, Selection, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { CellSelection } from 'prosemirror-tables'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { insertBlock, newAnchor } from '../commands/insert-block.js'
import { cellDepth, cellRange, tidied } from './cell-range.js'
import { emptyCell, evened, gridOf, slotOf, withContents } from './grid.js'
import { replaceChanged, tableHere } from './table-commands.js'
import { tableKeys } from './table-keys.js'
import { tableView } from './table-view.js'

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

/** The table of a slice that is one, alone or in its frame, or rows of one; null for all else. */
export function tableOf({ content }: Slice): Node | null {
  const first = content.firstChild
  if (!first) return null
  const { table } = first.type.schema.nodes
  if (content.content.every(({ type }) => type.name === 'table_row')) return table!.create(null, content)
  if (content.childCount > 1) return null
  return first.type === table ? first : (first.children.find(({ type }) => type === table) ?? null)
}

/** Cells that are pasted into a table go over its cells, from the caret on; elsewhere they become a table of their own. Null for all else. */
export function pasteCells(state: EditorState, slice: Slice): Transaction | null {
  const here = tableHere(state)
  const table = tableOf(slice)
  if (!table) return null
  return here ? pasteOver(state, here, table) : pasteTable(state, slice.content.firstChild!, table)
}

/** The frame that is pasted, or one with an empty caption around the table. */
function pasteTable(state: EditorState, pasted: Node, table: Node): Transaction | null {
  const { frame, para } = state.schema.nodes
  const caption = para!.create({ kind: 'CAPTION' })
  const made =
    pasted.type === frame ? pasted : frame!.create({ kind: 'TABLE', anchor: newAnchor() }, [caption, evened(table)])
  const inserted = insertBlock(state, made)
  if (!inserted) return null
  const { tr, pos } = inserted
  return tr.setSelection(Selection.near(tr.doc.resolve(pos + 1), 1))
}

function pasteOver(state: EditorState, here: NonNullable<ReturnType<typeof tableHere>>, pasted: Node): Transaction {
  // A cell that takes several places comes to the first of them.
  const cells = gridOf(pasted).at.map((row, r) =>
    row.map((slot, c) => (slot?.row === r && slot.col === c ? slot.node : emptyCell(pasted))),
  )
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
    key: new PluginKey('tables'),
    props: {
      nodeViews: { table: tableView },
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
