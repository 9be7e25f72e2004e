/** Where a lint is in the view. */
import type { Node } from 'prosemirror-model'
import type { Lint } from '#schema/report/index.js'

/** The node that a lint is about, and the position before it; null for what is missing, or gone since. */
export function placeOfLint(doc: Node, { clause, block }: Lint): { readonly pos: number; readonly node: Node } | null {
  if (clause === null) return null
  let pos = 0
  for (const node of doc.children) {
    if (node.attrs['id'] === clause) {
      if (block === null) return { pos: pos + 1, node: node.firstChild! }
      const child = node.maybeChild(block + 1)
      if (!child) return null
      let at = pos + 1
      for (let i = 0; i <= block; i++) at += node.child(i).nodeSize
      return { pos: at, node: child }
    }
    pos += node.nodeSize
  }
  return null
}
