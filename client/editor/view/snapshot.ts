/** What toolbar and outline show of the editor's state. */
import type { EditorState } from 'prosemirror-state'
import { bindingOf } from '../binding/index.js'
import { blockState, clauseHere, type BlockState } from '../commands/index.js'
import { numbersOf } from '../numbers/index.js'
import { rowsOf, type OutlineRow } from '../outline/rows.js'
import { tableHere } from '../tables/index.js'
import { figureHere } from '../things/index.js'

export interface EditorSnapshot {
  readonly rows: readonly OutlineRow[]
  /** The clause of the caret. */
  readonly current: string | null
  readonly block: BlockState
  readonly isInTable: boolean
  readonly isInFigure: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
}

const isSameBlock = (one: BlockState, other: BlockState): boolean =>
  one.kind === other.kind &&
  one.list === other.list &&
  one.href === other.href &&
  one.marks.size === other.marks.size &&
  [...one.marks].every((mark) => other.marks.has(mark))

/** The snapshot of a state; `before` itself when it says the same, so that nothing is drawn again for a letter. */
export function snapshotOf(state: EditorState, before: EditorSnapshot | null): EditorSnapshot {
  const { canUndo, canRedo } = bindingOf(state)
  const block = blockState(state)
  const isInTable = tableHere(state) !== null
  const isInFigure = figureHere(state) !== null
  const now: EditorSnapshot = {
    rows: rowsOf(state.doc, numbersOf(state), before?.rows),
    current: clauseHere(state)?.id ?? null,
    block: before && isSameBlock(block, before.block) ? before.block : block,
    isInTable,
    isInFigure,
    canUndo,
    canRedo,
  }
  const isSame =
    before !== null &&
    before.rows === now.rows &&
    before.current === now.current &&
    before.block === now.block &&
    before.isInTable === isInTable &&
    before.isInFigure === isInFigure &&
    before.canUndo === canUndo &&
    before.canRedo === canRedo
  return isSame ? before : now
}
