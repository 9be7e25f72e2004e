/** What an input method wrote, and what others wrote in the same clause meanwhile, put together. */
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { schema } from '#schema/document/index.js'
import type { ShownClause } from './reader.js'
import { patch } from './to-view.js'

const holding = (id: string, clause: ShownClause) => ({ ids: [id], clauses: new Map([[id, clause]]) })

/**
 * The clause in which both changes are made: `base` became `theirs` in the shared text and `ours` in the view. What the input method wrote is put
 * where its place is now. [CB-12]
 */
export function mergeComposition(id: string, base: ShownClause, ours: Node, theirs: ShownClause): Node {
  const start = base.node.content.findDiffStart(ours.content)
  if (start === null) return theirs.node
  const ends = base.node.content.findDiffEnd(ours.content)!
  // With equal characters side by side the two searches may overlap.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  const [oldEnd, newEnd] = [ends.a + overlap, ends.b + overlap]
  const transform = new Transform(schema.nodes['doc']!.create(null, base.node))
  patch(transform, holding(id, base), holding(id, theirs))
  const from = transform.mapping.map(start + 1, 1)
  const to = Math.max(from, transform.mapping.map(oldEnd + 1, -1))
  transform.replace(from, to, schema.nodes['doc']!.create(null, ours).slice(start + 1, newEnd + 1))
  return transform.doc.firstChild ?? theirs.node
}
