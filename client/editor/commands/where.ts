/** Where a selection is: a rule that commands, outline and toolbar share. */
import type { Node } from 'prosemirror-model'
import { NodeSelection, type EditorState } from 'prosemirror-state'
import type { Line } from '#schema/document/index.js'
import { bindingOf, startOfChild } from '../binding/index.js'

export interface ClauseHere {
  readonly id: string
  readonly level: number
  /** Its number in the list of clauses. */
  readonly index: number
  /** The position before it. */
  readonly pos: number
  readonly node: Node
}

/** The clause of that id, or the one that is selected or holds the end of the selection; null when there is none. */
export function clauseHere(state: EditorState, id?: string): ClauseHere | null {
  const { doc, selection } = state
  const { $head } = selection
  // The head of a selected clause lies behind it.
  const whole = selection instanceof NodeSelection && selection.node.type.name === 'clause' ? selection.$from : null
  if (id === undefined && $head.depth === 0 && !whole) return null
  const at =
    id === undefined ? (whole ?? $head).index(0) : doc.children.findIndex((clause) => clause.attrs['id'] === id)
  if (at < 0 || at >= doc.childCount) return null
  const node = doc.child(at)
  const pos = startOfChild(doc, at)
  return { id: String(node.attrs['id']), level: Number(node.attrs['level']), index: at, pos, node }
}

/** The clauses beside a clause under the same parent, in order, itself among them. */
export function siblingsOf(state: EditorState, id: string): readonly Line[] {
  const { lines, parent } = bindingOf(state).tree
  const above = parent.get(id)
  return lines.filter((line) => parent.get(line.id) === above)
}

/** How many clauses a clause and all below it are, and where they end in the view. */
export function subtreeHere(
  state: EditorState,
  { index, pos, level, node }: ClauseHere,
): { count: number; end: number } {
  const { doc } = state
  let [count, end] = [1, pos + node.nodeSize]
  for (let i = index + 1; i < doc.childCount && Number(doc.child(i).attrs['level']) > level; i++) {
    count++
    end += doc.child(i).nodeSize
  }
  return { count, end }
}
