/**
 * What stands in a shared type, as plain data: nothing is left out, nothing is understood, nothing is shared with Yjs. Everything that reads a
 * text reads this; so a node that this program does not know is carried as it is. Reading changes nothing and creates nothing. [CL-12, I7]
 */
import * as Y from 'yjs'
import { copyOf } from './copy.js'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the event type of a shared type is of no interest here
export type AnyType = Y.AbstractType<any>

export interface RawElement {
  readonly name: string
  readonly attrs: Readonly<Record<string, unknown>>
  readonly content: readonly RawNode[]
}
/** A stretch of characters with one set of marks; or one embedded thing. Marks are keyed as they are stored (marks.ts). */
export interface RawSpan {
  readonly insert: string | { readonly embed: unknown } | RawElement | RawText
  readonly marks: Readonly<Record<string, unknown>>
}
export interface RawText {
  readonly spans: readonly RawSpan[]
  /** Attributes of the text itself; nobody writes any today. */
  readonly attrs: Readonly<Record<string, unknown>>
}
/** A shared type that is neither element nor text. It is shown as its JSON and cannot be copied. */
export interface RawOther {
  readonly other: unknown
}
export type RawNode = RawElement | RawText | RawOther

export const isRawText = (raw: RawNode | RawSpan['insert']): raw is RawText => typeof raw === 'object' && 'spans' in raw
export const isRawElement = (raw: RawNode | RawSpan['insert']): raw is RawElement =>
  typeof raw === 'object' && 'name' in raw

/** JSON with sorted keys and without `undefined`: equal data give equal text. Bytes are written as numbers. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof Uint8Array) return `{"bytes":[${[...value].join(',')}]}`
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'bigint') return `{"bigint":"${value}"}`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const held = value as Record<string, unknown>
  let written = ''
  for (const key of Object.keys(held).sort())
    if (held[key] !== undefined) written += `${written && ','}${JSON.stringify(key)}:${canonical(held[key])}`
  return `{${written}}`
}

/** Most characters have no marks, so that is asked first. */
function areSameMarks(a: RawSpan['marks'], b: RawSpan['marks']): boolean {
  const count = Object.keys(a).length
  return count === Object.keys(b).length && (count === 0 || canonical(a) === canonical(b))
}

interface DeltaOp {
  readonly insert?: unknown
  readonly attributes?: Record<string, unknown>
}

function spansOf(text: Y.XmlText): RawSpan[] {
  const spans: RawSpan[] = []
  for (const { insert, attributes } of text.toDelta() as DeltaOp[]) {
    const marks = attributes ? copyOf(attributes) : {}
    const last = spans.at(-1)
    if (typeof insert !== 'string') {
      const embedded = insert instanceof Y.AbstractType ? rawOf(insert as AnyType) : { embed: copyOf(insert) }
      spans.push({ insert: 'other' in embedded ? { embed: embedded.other } : embedded, marks })
    } else if (last && typeof last.insert === 'string' && areSameMarks(last.marks, marks))
      // Leftovers of formatting may part characters that look alike.
      spans[spans.length - 1] = { insert: last.insert + insert, marks }
    else if (insert !== '') spans.push({ insert, marks })
  }
  return spans
}

/** Plain data of a shared type. */
export function rawOf(type: AnyType): RawNode {
  if (type instanceof Y.XmlText) return { spans: spansOf(type), attrs: copyOf(type.getAttributes()) }
  if (type instanceof Y.XmlElement)
    return { name: type.nodeName, attrs: copyOf(type.getAttributes()), content: contentOf(type) }
  if (type instanceof Y.XmlFragment) return { name: '', attrs: {}, content: contentOf(type) }
  return { other: copyOf(type.toJSON()) as unknown }
}

/**
 * Children as plain data. Texts that stand side by side are read as one and an empty text as none: whether an empty paragraph has its text
 * already is no difference that anybody sees, so it may not revive a deleted clause. Elements of embedded types stay as they are.
 */
export function contentOf(parent: Y.XmlFragment): RawNode[] {
  const content: RawNode[] = []
  for (const child of parent.toArray() as AnyType[]) {
    const raw = rawOf(child)
    if (!isRawText(raw) || Object.keys(raw.attrs).length > 0) content.push(raw)
    else if (raw.spans.length > 0) {
      const last = content.at(-1)
      if (last && isRawText(last) && Object.keys(last.attrs).length === 0)
        content[content.length - 1] = { spans: joinSpans([...last.spans, ...raw.spans]), attrs: {} }
      else content.push(raw)
    }
  }
  return content
}

/** Spans with the same marks side by side are one. */
export function joinSpans(spans: readonly RawSpan[]): RawSpan[] {
  const joined: RawSpan[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (
      last &&
      typeof last.insert === 'string' &&
      typeof span.insert === 'string' &&
      areSameMarks(last.marks, span.marks)
    )
      joined[joined.length - 1] = { insert: last.insert + span.insert, marks: last.marks }
    else joined.push(span)
  }
  return joined
}

/** Appends spans to a text. A text that stands nowhere yet has no length to ask for. */
export const appendSpans = (text: Y.XmlText, spans: readonly RawSpan[]): void =>
  insertSpans(text, text.doc ? text.length : 0, spans)

/** Puts spans at a place of a text. */
export function insertSpans(text: Y.XmlText, start: number, spans: readonly RawSpan[]): void {
  let at = start
  for (const { insert, marks } of spans) {
    // With attributes given, Yjs does not let the marks of the character before run on.
    const attributes = copyOf(marks) as Record<string, unknown>
    if (typeof insert === 'string') text.insert(at, insert, attributes)
    else text.insertEmbed(at, 'embed' in insert ? (copyOf(insert.embed) as object) : typeOf(insert), attributes)
    at += typeof insert === 'string' ? insert.length : 1
  }
}

/** A new shared type with the same data. It can be read only once it stands in a document. */
export function typeOf(raw: RawElement | RawText): Y.XmlElement | Y.XmlText {
  if (isRawText(raw)) {
    const text = new Y.XmlText()
    for (const [name, value] of Object.entries(raw.attrs)) text.setAttribute(name, copyOf(value) as string)
    appendSpans(text, raw.spans)
    return text
  }
  const element = new Y.XmlElement<Record<string, never>>(raw.name)
  for (const [name, value] of Object.entries(raw.attrs)) element.setAttribute(name, copyOf(value) as never)
  element.insert(0, raw.content.filter((child): child is RawElement | RawText => !('other' in child)).map(typeOf))
  return element as Y.XmlElement
}

/** Whether a copy would hold everything. A type that is neither element nor text is known only by its JSON. */
export const isCopyable = (raw: RawNode): boolean =>
  isRawElement(raw)
    ? raw.content.every(isCopyable)
    : isRawText(raw) &&
      raw.spans.every(({ insert }) => typeof insert === 'string' || 'embed' in insert || isCopyable(insert))

/** The characters of plain data, in order. */
export function textOfRaw(raw: RawNode): string {
  if (isRawText(raw))
    return raw.spans
      .map(({ insert }) => (typeof insert === 'string' ? insert : 'embed' in insert ? '' : textOfRaw(insert)))
      .join('')
  if (isRawElement(raw)) return raw.content.map(textOfRaw).join('')
  return ''
}

/** How many places a text takes: its characters, and one for each embedded thing. */
export const lengthOfSpans = (spans: readonly RawSpan[]): number =>
  spans.reduce((sum, { insert }) => sum + (typeof insert === 'string' ? insert.length : 1), 0)
