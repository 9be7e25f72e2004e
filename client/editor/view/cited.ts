import type { Node } from 'prosemirror-model'

/** Slugs of the items of the register that a text cites. */
export function citedIn(doc: Node): string[] {
  const slugs = new Set<string>()
  doc.descendants((node) => {
    if (node.type.name === 'citation' && node.attrs['item'] !== '') slugs.add(String(node.attrs['item']))
  })
  return [...slugs]
}
