/** A text as plain words and as JSON. Reading changes nothing. */
import type { Node } from 'prosemirror-model'
import type * as Y from 'yjs'
import { readTree } from './clauses.js'
import { readDocument } from './convert.js'
import { inlineOf } from './inline.js'
import { contentOf, isRawElement, isRawText, textOfRaw, type RawElement, type RawNode, type RawSpan } from './raw.js'
import { nodeAttributes } from './convert.js'
import { schema, schemaVersion } from './schema.js'
import { bodyOf, clauseOf, titleOf, type Clause } from './shared-types.js'
import type { Tree } from './tree.js'
import { copyOf } from './copy.js'

/** Words that a thing holds in its attributes; nothing for one that has none, or that this program does not know. */
function wordsOfThing({ name, attrs }: RawElement): string {
  if (name === 'image') return typeof attrs['alt'] === 'string' ? attrs['alt'] : ''
  const leafText = schema.nodes[name]?.spec.leafText
  return leafText ? leafText(schema.nodes[name]!.create(nodeAttributes(name, attrs))) : ''
}

/** What is read of plain data: its characters, and the words of formulas, footnotes, citations and pictures where they stand. */
function wordsOfRaw(raw: RawNode): string {
  if (isRawText(raw)) return wordsOfSpans(raw.spans)
  if (isRawElement(raw)) return wordsOfThing(raw) + raw.content.map(wordsOfRaw).join('')
  return textOfRaw(raw)
}

/** The same for inline content. */
export const wordsOfSpans = (spans: readonly RawSpan[]): string =>
  spans
    .map(({ insert }) => (typeof insert === 'string' ? insert : 'embed' in insert ? '' : wordsOfRaw(insert)))
    .join('')

/** A paragraph is a line, whatever stands in it; what holds blocks has a line for each. */
function linesOfBlock(raw: RawNode, wordsOf: (raw: RawNode) => string): string[] {
  const hasBlocks =
    isRawElement(raw) && raw.name !== 'para' && raw.content.some(isRawElement) && !raw.content.some(isRawText)
  return hasBlocks ? raw.content.flatMap((one) => linesOfBlock(one, wordsOf)) : [wordsOf(raw)]
}

const linesOf = (clause: Clause, wordsOf: (raw: RawNode) => string): string => {
  const [title, body] = [titleOf(clause), bodyOf(clause)]
  const heading = title ? wordsOf({ spans: inlineOf(title), attrs: {} }) : ''
  return [heading, ...(body ? contentOf(body).flatMap((raw) => linesOfBlock(raw, wordsOf)) : [])].join('\n')
}

/**
 * The words of a clause as it is read and searched: its title on the first line, a line a block. Formulas count with their source, footnotes, citations and
 * pictures with their words; what a program does not know counts with the words in it.
 */
export const clauseText = (clause: Clause): string => linesOf(clause, wordsOfRaw)

/** The characters of a clause that are written one by one, without what things hold in their attributes: what merging must not lose. */
export const clauseCharacters = (clause: Clause): string => linesOf(clause, textOfRaw)

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
