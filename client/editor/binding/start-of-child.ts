import type { Node } from 'prosemirror-model'

/** Where the n-th child of a node begins, counted from the start of its content: what stands before it, added up. */
export function startOfChild(parent: Node, index: number): number {
  let at = 0
  for (let i = 0; i < index; i++) at += parent.child(i).nodeSize
  return at
}
