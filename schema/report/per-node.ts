import type { Node } from 'prosemirror-model'

/** Remembers what was computed of a node. Nodes never change, so after an edit only what is new is computed: a check of 200 pages costs a paragraph. */
export function perNode<T>(compute: (node: Node) => T): (node: Node) => T {
  const known = new WeakMap<Node, { readonly value: T }>()
  return (node) => {
    let held = known.get(node)
    if (!held) known.set(node, (held = { value: compute(node) }))
    return held.value
  }
}
