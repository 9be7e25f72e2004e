/** What keys do in tables and in the frames around them. Outside of these they answer false, so that the keys of the text go on. */
import { chainCommands } from 'prosemirror-commands'
import { Selection, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { CellSelection } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import { cellDepth, cellRange } from './cell-range.js'
import { gridOf, slotOf, type Slot } from './grid.js'
import { posOfSlot, tableCommands, tableHere } from './table-commands.js'

const isInFrame = ({ selection: { $from } }: EditorState): boolean =>
  $from.depth > 1 && $from.node(2).type.name === 'frame'

/** Whether nothing of the cell lies before (or after) the caret. */
function isAtEdge({ selection }: EditorState, side: 'start' | 'end'): boolean {
  const { $from, empty } = selection
  const depth = cellDepth($from)
  if (!empty || depth === 0) return false
  const isEdge = side === 'start' ? $from.parentOffset === 0 : $from.parentOffset === $from.parent.content.size
  return isEdge && $from.index(depth) === (side === 'start' ? 0 : $from.node(depth).childCount - 1)
}

/** At the edges of a cell nothing is joined to what is outside of it. A list item or note becomes plain as elsewhere. */
const keepCell =
  (side: 'start' | 'end'): Command =>
  (state) => {
    const { kind, list } = state.selection.$from.parent.attrs
    return isAtEdge(state, side) && (side === 'end' || (kind === 'BODY' && list === 'NONE'))
  }

const isCaption = ({ selection: { $from } }: EditorState): boolean => $from.parent.attrs['kind'] === 'CAPTION'

/** At the beginning of a caption nothing happens: what stands before it is another block. */
const keepCaption: Command = (state) =>
  isInFrame(state) && isCaption(state) && state.selection.empty && state.selection.$from.parentOffset === 0

/** After the frame: the caret goes to the paragraph there, which is made where there is none. */
export const leaveFrame: Command = (state, dispatch) => {
  if (!isInFrame(state)) return false
  const { tr } = state
  const after = state.selection.$from.after(2)
  const next = state.doc.resolve(after).nodeAfter
  if (next?.type.name !== 'para') tr.insert(after, state.schema.nodes['para']!.create())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  return true
}

/** From the caption into the table, or out of a frame that ends with its caption. */
const enterInCaption: Command = (state, dispatch) => {
  if (!isInFrame(state) || !isCaption(state)) return false
  const { $from } = state.selection
  const following = $from.node(2).maybeChild($from.index(2) + 1)
  if (following?.type.name !== 'table') return leaveFrame(state, dispatch)
  dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve($from.after(3)), 1)).scrollIntoView())
  return true
}

/** An empty note at the end of a frame is left by Enter. */
const enterInEmptyNote: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!isInFrame(state) || !empty || $from.depth !== 3 || $from.parent.childCount > 0) return false
  if ($from.index(2) !== $from.node(2).childCount - 1) return false
  const { tr } = state
  const after = $from.after(2)
  tr.insert(after, state.schema.nodes['para']!.create()).delete($from.before(), $from.after())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(after, -1) + 1)).scrollIntoView())
  return true
}

/** The cell where the selection ends. */
function slotHere(state: EditorState): { slot: Slot; pos: number; grid: ReturnType<typeof gridOf> } | null {
  const here = tableHere(state)
  if (!here) return null
  const grid = gridOf(here.table)
  const slot = slotOf(grid, ...here.head)
  return slot && { slot, grid, pos: here.pos }
}

/** The cell beside one; null at the edge of the table or at a hole. */
const beside = ({ at }: ReturnType<typeof gridOf>, slot: Slot, [down, right]: readonly [number, number]): Slot | null =>
  at[down > 0 ? slot.row + slot.rowspan : slot.row + down]?.[right > 0 ? slot.col + slot.colspan : slot.col + right] ??
  null

const isAtLine = (view: EditorView | undefined, state: EditorState, down: 1 | -1): boolean => {
  const { $head } = state.selection
  const depth = cellDepth($head)
  if (!view || depth === 0) return false
  const isEdge = $head.index(depth) === (down > 0 ? $head.node(depth).childCount - 1 : 0)
  return isEdge && view.endOfTextblock(down > 0 ? 'down' : 'up')
}

/** Up and down walk from cell to cell; below the last row the frame is left. */
const walk =
  (down: 1 | -1): Command =>
  (state, dispatch, view) => {
    const here = slotHere(state)
    const isCells = state.selection instanceof CellSelection
    if (!here || (!isCells && (!state.selection.empty || !isAtLine(view, state, down)))) return false
    const next = beside(here.grid, here.slot, [down, 0])
    if (next) {
      const pos = posOfSlot(state.doc, here.pos, next)
      dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve(pos + 1), 1)).scrollIntoView())
      return true
    }
    const edge = down > 0 ? here.pos + state.doc.nodeAt(here.pos)!.nodeSize : here.pos
    const $edge = state.doc.resolve(edge)
    const isLast = down > 0 && !$edge.nodeAfter && $edge.depth === 2
    if (isLast && $edge.node(1).lastChild === $edge.node(2)) return leaveFrame(state, dispatch)
    dispatch?.(state.tr.setSelection(Selection.near($edge, down)).scrollIntoView())
    return true
  }

/** With Shift, cells are selected one after the other, from where the text of a cell ends. */
const extend =
  (direction: readonly [number, number], edge: 'up' | 'down' | 'left' | 'right'): Command =>
  (state, dispatch, view) => {
    const here = slotHere(state)
    const { selection, doc } = state
    if (!here) return false
    const isCells = selection instanceof CellSelection
    const isEnd = view?.endOfTextblock(edge) ?? false
    const block = edge === 'up' || edge === 'left' ? 0 : here.slot.node.childCount - 1
    if (!isCells && (!isEnd || selection.$head.index(cellDepth(selection.$head)) !== block)) return false
    // The columns run as the table is read.
    const drawn = view?.nodeDOM(here.pos)
    const rtl = drawn instanceof Element && getComputedStyle(drawn).direction === 'rtl'
    const next = beside(here.grid, here.slot, [direction[0], rtl ? -direction[1] : direction[1]])
    const anchor = isCells ? selection.$anchorCell.pos : posOfSlot(doc, here.pos, here.slot)
    const head = next ? posOfSlot(doc, here.pos, next) : anchor
    const cells = next || !isCells ? cellRange(doc, anchor, head) : null
    if (!cells) return isCells
    dispatch?.(state.tr.setSelection(cells).scrollIntoView())
    return true
  }

/** Escape gives the caret back to the cell where the selection ends. */
const leaveCells: Command = (state, dispatch) => {
  const { selection } = state
  if (!(selection instanceof CellSelection)) return false
  dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve(selection.$headCell.pos + 1), 1)))
  return true
}

/** All cells of the table, when all of this one's text is selected already. */
const selectTable: Command = (state, dispatch) => {
  const here = tableHere(state)
  if (!here) return false
  const { selection, doc } = state
  const depth = cellDepth(selection.$from)
  const isCell =
    selection instanceof CellSelection ||
    (selection.from <= selection.$from.start(depth) + 1 && selection.to >= selection.$from.end(depth) - 1)
  if (!isCell) {
    const [from, to] = [doc.resolve(selection.$from.start(depth)), doc.resolve(selection.$from.end(depth))]
    dispatch?.(state.tr.setSelection(TextSelection.between(from, to)))
    return true
  }
  const lastRow = here.table.lastChild
  const end = here.pos + here.table.nodeSize - 2
  const cells = lastRow?.lastChild ? cellRange(doc, here.pos + 2, end - lastRow.lastChild.nodeSize) : null
  if (!cells) return false
  dispatch?.(state.tr.setSelection(cells))
  return true
}

export const tableKeys: Readonly<Record<string, Command>> = {
  Tab: tableCommands.nextCell,
  'Shift-Tab': tableCommands.previousCell,
  Enter: chainCommands(enterInCaption, enterInEmptyNote),
  'Mod-Enter': leaveFrame,
  Backspace: chainCommands(tableCommands.clearCells, keepCell('start'), keepCaption),
  Delete: chainCommands(tableCommands.clearCells, keepCell('end')),
  ArrowUp: walk(-1),
  ArrowDown: walk(1),
  'Shift-ArrowUp': extend([-1, 0], 'up'),
  'Shift-ArrowDown': extend([1, 0], 'down'),
  'Shift-ArrowLeft': extend([0, -1], 'left'),
  'Shift-ArrowRight': extend([0, 1], 'right'),
  'Mod-a': selectTable,
  Escape: leaveCells,
  'Alt-Shift-ArrowDown': tableCommands.rowAfter,
  'Alt-Shift-ArrowUp': tableCommands.rowBefore,
  'Alt-Shift-ArrowRight': tableCommands.wider,
  'Alt-Shift-ArrowLeft': tableCommands.narrower,
}

/** Keys of tables for the sheet of keys; the words are `thing.table.<name>`. */
export const tableKeyList: readonly { readonly name: string; readonly keys: readonly string[] }[] = [
  { name: 'rowAfter', keys: ['Alt-Shift-ArrowDown'] },
  { name: 'rowBefore', keys: ['Alt-Shift-ArrowUp'] },
  { name: 'wider', keys: ['Alt-Shift-ArrowRight'] },
  { name: 'narrower', keys: ['Alt-Shift-ArrowLeft'] },
]
