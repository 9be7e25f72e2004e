/** Where a block goes that a command makes. */
import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'

export interface Inserted {
  readonly tr: Transaction
  /** The position before the new block. */
  readonly pos: number
}

/** An empty paragraph that is nothing in particular: what is put in takes its place. */
export const isFree = (node: Node): boolean =>
  node.type.name === 'para' &&
  node.childCount === 0 &&
  node.attrs['kind'] === 'BODY' &&
  node.attrs['list'] === 'NONE' &&
  node.attrs['anchor'] === ''

/**
 * Puts a block into the clause of the selection: in the place of the empty paragraph there, else after the block there; first, if the caret is in the title.
 * What stands in a frame or cell counts as the frame. Null where there is no clause.
 */
export function insertBlock(state: EditorState, node: Node): Inserted | null {
  const { $from, to } = state.selection
  const { tr } = state
  if ($from.depth < 1) return null
  if ($from.depth > 1 && isFree($from.node(2))) {
    const pos = $from.before(2)
    tr.replaceWith(pos, $from.after(2), node)
    return { tr, pos }
  }
  // A block that is selected as a whole lies beside the selection's ends, not around them.
  const pos = $from.depth > 1 ? $from.after(2) : Math.max(to, $from.start(1) + $from.node(1).firstChild!.nodeSize)
  tr.insert(pos, node)
  return { tr, pos }
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** By which cross-references find something; made when it is first needed, never changed. */
export const newAnchor = (): string =>
  `a${[...crypto.getRandomValues(new Uint8Array(10))].map((byte) => letters[byte % letters.length]).join('')}`
