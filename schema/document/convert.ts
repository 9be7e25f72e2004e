/**
 * Between shared types and ProseMirror nodes. Reading changes nothing in the text and shares no object with it; what this program does not know
 * becomes an `unknown_block`, `unknown_inline` or `unknown` mark that holds it whole, and is written back as it was. [CL-12, I2, I7]
 */
import { Fragment, type Node } from 'prosemirror-model'
import type * as Y from 'yjs'
import { readTree } from './clauses.js'
import { storedMarks, marksOf } from './marks.js'
import { contentOf, isRawElement, isRawText, joinSpans, rawOf, textOfRaw, typeOf } from './raw.js'
import type { RawElement, RawNode, RawSpan, RawText } from './raw.js'
import { schema, storedDefaults } from './schema.js'
import { attributesOf, bodyOf, clauseOf, suggestionPrefix, titleElement, titleOf, type Clause } from './shared-types.js'
import type { Line, Tree } from './tree.js'
import { copyOf } from './copy.js'

const isPlainText = (raw: RawText) => Object.keys(raw.attrs).length === 0

function unknownNode(type: 'unknown_block' | 'unknown_inline', raw: unknown, marks: RawSpan['marks'] = {}): Node {
  const text = typeof raw === 'object' && raw !== null ? textOfRaw(raw as RawNode) : ''
  return schema.nodes[type]!.create({ raw, text }, null, marksOf(marks))
}

/** Stored attributes as a node holds them: its own, suggestions by id, and the rest. A value of another type than the default's is "the rest". */
export function nodeAttributes(nodeName: string, stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const defaults = storedDefaults(nodeName)
  const own: Record<string, unknown> = {}
  const suggestions: Record<string, unknown> = {}
  const other: Record<string, unknown> = {}
  const hasSuggestions = 'suggestions' in (schema.nodes[nodeName]?.spec.attrs ?? {})
  for (const [name, value] of Object.entries(stored)) {
    const isOwn = Object.hasOwn(defaults, name)
    const isOfKind =
      defaults[name] === null
        ? value === null || typeof value === 'string' || Array.isArray(value)
        : typeof value === typeof defaults[name]
    if (isOwn && isOfKind) own[name] = value
    else if (hasSuggestions && name.startsWith(suggestionPrefix))
      suggestions[name.slice(suggestionPrefix.length)] = value
    else other[name] = value
  }
  if (Object.keys(suggestions).length > 0) own['suggestions'] = suggestions
  if (Object.keys(other).length > 0) own['other'] = other
  return copyOf(own)
}

/** Attributes of a node as they are stored, without those that have their default. The contrary of `nodeAttributes`. */
export function storedAttributes(node: Node): Record<string, unknown> {
  const stored: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(storedDefaults(node.type.name)))
    if (node.attrs[name] !== value) stored[name] = node.attrs[name] as unknown
  for (const [sid, value] of Object.entries((node.attrs['suggestions'] ?? {}) as object))
    stored[suggestionPrefix + sid] = value
  Object.assign(stored, node.attrs['other'])
  return copyOf(stored)
}

/** Elements that are read as nodes of their own; all others stand for something that this program does not know. */
const elements: ReadonlySet<string> = new Set(
  Object.keys(schema.nodes).filter(
    (name) => !['doc', 'clause', titleElement, 'text', 'unknown_block', 'unknown_inline'].includes(name),
  ),
)

const isInlineElement = (name: string): boolean => elements.has(name) && schema.nodes[name]!.isInline

/** An element as a node; null where the schema does not know it, or knows no such content: then it is carried as a whole. */
function nodeOfElement(raw: RawElement): Node | null {
  const type = elements.has(raw.name) ? schema.nodes[raw.name]! : null
  if (!type) return null
  const attrs = nodeAttributes(raw.name, raw.attrs)
  if (type.inlineContent) return type.create(attrs, inlineNodes(raw.content))
  const children: Node[] = []
  for (const child of raw.content) {
    const node = isRawElement(child) ? nodeOfElement(child) : null
    if (!node) return null
    children.push(node)
  }
  const content = Fragment.from(children)
  return type.validContent(content) ? type.create(attrs, content) : null
}

const inlineNode = (raw: RawSpan['insert'], marks: RawSpan['marks'] = {}): Node => {
  const node = typeof raw === 'object' && !('embed' in raw) && isRawElement(raw) ? nodeOfElement(raw) : null
  return node?.isInline ? node.mark(marksOf(marks)) : unknownNode('unknown_inline', raw, marks)
}

/** The inline nodes of a row of spans. */
export function nodesOfSpans(spans: readonly RawSpan[]): Node[] {
  return spans.flatMap(({ insert, marks }) => {
    if (typeof insert === 'string') return insert === '' ? [] : [schema.text(insert, marksOf(marks))]
    return [inlineNode(insert, marks)]
  })
}

function inlineNodes(content: readonly RawNode[]): Node[] {
  return content.flatMap((raw) => {
    // What has attributes of its own is told apart from ordinary text, so that it is written back with them.
    if (isRawText(raw) && isPlainText(raw)) return nodesOfSpans(raw.spans)
    return [isRawElement(raw) ? inlineNode(raw) : unknownNode('unknown_inline', raw)]
  })
}

const isBlock = (node: Node | null): node is Node => node?.type.isInGroup('block') ?? false

/** One block of a clause. */
export function blockOf(raw: RawNode): Node {
  const node = isRawElement(raw) ? nodeOfElement(raw) : null
  return isBlock(node) ? node : unknownNode('unknown_block', raw)
}

/** One block as it stands in a text. */
export const readBlock = (type: Y.XmlElement | Y.XmlText | Y.XmlHook): Node => blockOf(rawOf(type))

/** The title of a clause; an empty one where a clause has none. */
export function readTitle(clause: Clause): Node {
  const title = titleOf(clause)
  const raw = title ? rawOf(title) : { name: titleElement, attrs: {}, content: [] }
  if (!isRawElement(raw) || raw.name !== titleElement)
    return schema.nodes['clause_title']!.create(null, [unknownNode('unknown_inline', raw)])
  return schema.nodes['clause_title']!.create(nodeAttributes(titleElement, raw.attrs), inlineNodes(raw.content))
}

/** A clause as the view shows it. */
export function readClause(clause: Clause, { id, level }: Line): Node {
  const body = bodyOf(clause)
  const attrs = { ...nodeAttributes('clause', attributesOf(clause)), id, level }
  return schema.nodes['clause']!.create(attrs, [readTitle(clause), ...(body ? contentOf(body).map(blockOf) : [])])
}

/** The whole text as the view shows it. */
export function readDocument(doc: Y.Doc, tree: Tree = readTree(doc)): Node {
  return schema.nodes['doc']!.create(
    null,
    tree.lines.map((line) => readClause(clauseOf(doc, line.id)!, line)),
  )
}

/** Inline content of a node as spans. */
export function spansOfNode(parent: Node): RawSpan[] {
  const spans: RawSpan[] = []
  parent.forEach((child) => {
    const marks = storedMarks(child.marks)
    if (child.isText) spans.push({ insert: child.text ?? '', marks })
    else if (child.type.name === 'unknown_inline')
      spans.push({ insert: copyOf(child.attrs['raw']) as RawElement, marks })
    else spans.push({ insert: rawOfNode(child) as RawElement, marks })
  })
  return joinSpans(spans)
}

/** A block or title as plain data, ready to become a shared type (`typeOf`) or a draft. A paragraph has its text even when it is empty. */
export function rawOfNode(node: Node): RawNode {
  if (node.type.name === 'unknown_block' || node.type.name === 'unknown_inline')
    return copyOf(node.attrs['raw']) as RawNode
  if (!node.inlineContent)
    return { name: node.type.name, attrs: storedAttributes(node), content: node.children.map(rawOfNode) }
  const content: RawNode[] = []
  let run: RawSpan[] = []
  const close = () => {
    if (run.length > 0) content.push({ spans: run, attrs: {} })
    run = []
  }
  for (const span of spansOfNode(node)) {
    // What this program does not know stands where it stood: elements and texts with attributes beside the text, embedded things in it. What it
    // knows, and what is marked, stands in the text, so that a paragraph has one row of characters for everybody.
    const isKnown = typeof span.insert === 'object' && 'name' in span.insert && isInlineElement(span.insert.name)
    const isOwnNode =
      typeof span.insert === 'object' && !('embed' in span.insert) && !isKnown && Object.keys(span.marks).length === 0
    if (isOwnNode) {
      close()
      content.push(span.insert as RawNode)
    } else run.push(span)
  }
  close()
  if (!content.some(isRawText)) content.unshift({ spans: [], attrs: {} })
  return { name: node.type.name, attrs: storedAttributes(node), content }
}

/** A new shared type that holds a block. Null for what cannot be copied (raw.ts). */
export function typeOfNode(node: Node): Y.XmlElement | Y.XmlText | null {
  const raw = rawOfNode(node)
  return isRawElement(raw) || isRawText(raw) ? typeOf(raw) : null
}
