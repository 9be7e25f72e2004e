/** Where a lint is in the view. */
import type { Node } from 'prosemirror-model'
import type { Lint } from '#schema/report/index.js'
import { startOfChild } from '../binding/index.js'

/** The node that a lint is about, and the position before it; null for what is missing, or gone since. */
export function placeOfLint(doc: Node, { clause, block }: Lint): { readonly pos: number; readonly node: Node } | null {
  const index = doc.children.findIndex(({ attrs }) => attrs['id'] === clause)
  if (clause === null || index < 0) return null
  const holder = doc.child(index)
  // The title is the first child.
  const child = block === null ? 0 : block + 1
  const node = holder.maybeChild(child)
  return node && { pos: startOfChild(doc, index) + 1 + startOfChild(holder, child), node }
}
