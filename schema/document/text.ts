/** A text as plain words and as JSON. Reading changes nothing. */
import type { Node } from 'prosemirror-model'
import type * as Y from 'yjs'
import { readTree } from './clauses.js'
import { readDocument } from './convert.js'
import { inlineOf } from './inline.js'
import { contentOf, isRawElement, isRawText, textOfRaw, type RawNode } from './raw.js'
import { schemaVersion } from './schema.js'
import { bodyOf, clauseOf, titleOf, type Clause } from './shared-types.js'
import type { Tree } from './tree.js'
import { copyOf } from './copy.js'

const linesOfBlock = (raw: RawNode): string[] => {
  const hasBlocks = isRawElement(raw) && raw.content.some(isRawElement) && !raw.content.some(isRawText)
  return hasBlocks ? raw.content.flatMap(linesOfBlock) : [textOfRaw(raw)]
}

/** The words of a clause: its title on the first line, a line a block. What a program does not know counts with its words. */
export function clauseText(clause: Clause): string {
  const [title, body] = [titleOf(clause), bodyOf(clause)]
  const heading = title ? textOfRaw({ spans: inlineOf(title), attrs: {} }) : ''
  return [heading, ...(body ? contentOf(body).flatMap(linesOfBlock) : [])].join('\n')
}

/** The words of the whole text as it is shown, with an empty line between clauses. */
export const documentText = (doc: Y.Doc, tree: Tree = readTree(doc)): string =>
  tree.lines.map(({ id }) => clauseText(clauseOf(doc, id)!)).join('\n\n')

export interface DocumentJson {
  /** Version of the document schema in which it is written. */
  readonly schema: number
  /** The `doc` node in ProseMirror's JSON: clauses in order, with `id` and `level`. */
  readonly doc: ReturnType<Node['toJSON']>
}

/** The whole text as JSON: what a stored version holds beside the full state. */
export const documentJson = (doc: Y.Doc, tree: Tree = readTree(doc)): DocumentJson => ({
  schema: schemaVersion,
  doc: copyOf(readDocument(doc, tree).toJSON() as unknown),
})
