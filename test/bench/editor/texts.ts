/** The full report in the two forms that bindings read, and what others write in it. */
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

/** Three characters that somebody else writes. Nothing else in the text holds the sign. */
export const edit = '§1 '

export interface Others {
  /** How many edits there are, and how many of them come as one update. */
  readonly count: number
  readonly together: number
  /** The paragraph in which they never write, counted from 0. */
  readonly leftOut: number
}

/**
 * What others write: three characters at the beginning of one paragraph after another, also in tables, never in the one that is left out. As updates,
 * each behind its length. The document is changed by it.
 */
export function editsOf(
  doc: Y.Doc,
  paragraphs: readonly Y.XmlText[],
  { count, together, leftOut }: Others,
): Uint8Array {
  const encoder = encoding.createEncoder()
  doc.clientID = 77
  doc.on('update', (update) => encoding.writeVarUint8Array(encoder, update))
  let at = 0
  const write = () => {
    // A step that no length of a text divides, so that edits come everywhere.
    at = (at + 2039) % paragraphs.length
    paragraphs[at === leftOut ? at + 1 : at]!.insert(0, edit)
  }
  for (let i = 0; i < count; i += together)
    doc.transact(() => {
      for (let k = 0; k < Math.min(together, count - i); k++) write()
    })
  return encoding.toUint8Array(encoder)
}
