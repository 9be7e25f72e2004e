/** The long report in the two forms that bindings read, and what others write in it. */
import * as encoding from 'lib0/encoding'
import { Schema, type NodeSpec } from 'prosemirror-model'
import * as Y from 'yjs'
import { schema } from '#schema/document/index.js'

export const fragmentName = 'report'

/** What only our binding can store: values that are objects, which the others would write anew with each keystroke. */
const notForOthers = new Set(['suggestions', 'other'])

function plainer(spec: NodeSpec): NodeSpec {
  const attrs = Object.entries(spec.attrs ?? {}).filter(([name]) => !notForOthers.has(name))
  return { ...spec, attrs: Object.fromEntries(attrs) }
}

/** The document schema without what only our binding can store: the same nodes, the same elements on the page. */
export const stockSchema = new Schema({
  nodes: Object.fromEntries(Object.entries(schema.nodes).map(([name, { spec }]) => [name, plainer(spec)])),
  marks: schema.spec.marks,
})

/** Every paragraph of a fragment, in order, as the text that it holds. */
export function paragraphsIn(fragment: Y.XmlFragment): Y.XmlText[] {
  return fragment.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    if (child.nodeName !== 'para') return paragraphsIn(child)
    return child.toArray().filter((text) => text instanceof Y.XmlText)
  })
}

/** Three characters that somebody else writes. Nothing else in the text holds the sign. */
export const edit = '§1 '

/**
 * What others write: three characters at the beginning of one paragraph after another, never in the one that is left out. As updates, each behind
 * its length. The document is changed by it.
 */
export function editsOf(doc: Y.Doc, paragraphs: readonly Y.XmlText[], count: number, leftOut: number): Uint8Array {
  const encoder = encoding.createEncoder()
  doc.clientID = 77
  doc.on('update', (update) => encoding.writeVarUint8Array(encoder, update))
  for (let i = 0, at = 0; i < count; i++) {
    // A step that no length of a text divides, so that edits come everywhere.
    at = (at + 2039) % paragraphs.length
    paragraphs[at === leftOut ? at + 1 : at]!.insert(0, edit)
  }
  return encoding.toUint8Array(encoder)
}
