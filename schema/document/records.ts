/**
 * The records of minutes as they stand in the text: paragraphs that are rows of the group's record at the same time. What keeps both alike is on the
 * server; here is only what the text says. [RC-1, RC-2]
 */
import * as Y from 'yjs'
import { isRecordKind, type RecordKind } from '../vocabulary/documents.js'
import { readTree } from './clauses.js'
import { paragraph, paragraphElement } from './operations.js'
import { typeOf } from './raw.js'
import { bodyOf, clauseOf } from './shared-types.js'

/** What a record says besides its words. Empty where nothing is said. */
export interface RecordFacts {
  /** A word of the closed list of its kind: APPROVED, COMPLETED. */
  readonly outcome: string
  /** Who or what it is about, in words: the owner of an action, who reserves, who was there. */
  readonly holder: string
  /** A day, or words such as "next meeting". */
  readonly due: string
}

export interface RecordInText extends RecordFacts {
  /** Its id for good; empty for one that was made without. */
  readonly record: string
  readonly kind: RecordKind
  /** Its words; things within stand as U+FFFC. */
  readonly text: string
  /** The clause it stands in, and which block of that it is, from 0. */
  readonly clause: string
  readonly block: number
}

export const recordFactNames = ['outcome', 'holder', 'due'] as const

const said = (paragraph: Y.XmlElement, name: string): string => {
  const value: unknown = paragraph.getAttribute(name)
  return typeof value === 'string' ? value : ''
}

/** The words of a paragraph; things within stand as U+FFFC. */
const wordsOf = (paragraph: Y.XmlElement): string =>
  paragraph
    .toArray()
    .map((child) =>
      child instanceof Y.XmlText
        ? (child.toDelta() as { insert: unknown }[])
            .map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc'))
            .join('')
        : '\ufffc',
    )
    .join('')

/** The paragraphs that are records, in reading order. */
function* recordsIn(doc: Y.Doc): Generator<{ readonly found: RecordInText; readonly paragraph: Y.XmlElement }> {
  for (const { id } of readTree(doc).lines) {
    const blocks = bodyOf(clauseOf(doc, id)!)?.toArray() ?? []
    for (const [block, paragraph] of blocks.entries()) {
      if (!(paragraph instanceof Y.XmlElement) || paragraph.nodeName !== paragraphElement) continue
      const kind: unknown = paragraph.getAttribute('kind')
      if (!isRecordKind(kind)) continue
      const record = said(paragraph, 'record')
      const facts = {
        outcome: said(paragraph, 'outcome'),
        holder: said(paragraph, 'holder'),
        due: said(paragraph, 'due'),
      }
      yield { found: { record, kind, ...facts, text: wordsOf(paragraph), clause: id, block }, paragraph }
    }
  }
}

/** All records of a text in reading order, those that share an id included. */
export const recordsOf = (doc: Y.Doc): RecordInText[] => Array.from(recordsIn(doc), ({ found }) => found)

/** The first paragraph that is this record; the others are copies. */
const paragraphOf = (doc: Y.Doc, record: string): Y.XmlElement | null => {
  for (const { found, paragraph } of recordsIn(doc)) if (found.record === record) return paragraph
  return null
}

/** Puts other words in a paragraph and leaves alone what is alike at both ends, so that whoever writes there keeps their place. */
function rewrite(paragraph: Y.XmlElement, words: string): void {
  const now = wordsOf(paragraph)
  if (now === words) return
  const most = Math.min(now.length, words.length)
  let head = 0
  while (head < most && now[head] === words[head]) head += 1
  let tail = 0
  while (tail < most - head && now.at(-1 - tail) === words.at(-1 - tail)) tail += 1
  // Half a character is none.
  if (head > 0 && /[\ud800-\udbff]/.test(words[head - 1]!)) head -= 1
  if (tail > 0 && /[\udc00-\udfff]/.test(words[words.length - tail]!)) tail -= 1

  let at = now.length
  for (const child of paragraph.toArray().reverse()) {
    const length = child instanceof Y.XmlText ? child.length : 1
    const start = at - length
    const from = Math.max(0, head - start)
    const to = Math.min(length, now.length - tail - start)
    if (from < to) {
      if (child instanceof Y.XmlText) child.delete(from, to - from)
      else paragraph.delete(paragraph.toArray().indexOf(child), 1)
    }
    at = start
  }
  const more = words.slice(head, words.length - tail)
  if (more === '') return
  let before = 0
  for (const child of paragraph.toArray()) {
    const length = child instanceof Y.XmlText ? child.length : 1
    if (child instanceof Y.XmlText && head <= before + length) return child.insert(head - before, more)
    before += length
  }
  paragraph.push([new Y.XmlText(more)])
}

/** What a record is to say; what is left out stays. */
export interface RecordWords extends Partial<RecordFacts> {
  readonly kind?: RecordKind
  readonly text?: string
}

/** Makes a record say something else, because its row did; false when it is not in the text. [RC-3] */
export function writeRecord(doc: Y.Doc, record: string, { kind, text, ...facts }: RecordWords): boolean {
  const paragraph = paragraphOf(doc, record)
  if (!paragraph) return false
  doc.transact(() => {
    if (kind !== undefined && paragraph.getAttribute('kind') !== kind) paragraph.setAttribute('kind', kind)
    for (const name of recordFactNames)
      if (facts[name] !== undefined && said(paragraph, name) !== facts[name]) paragraph.setAttribute(name, facts[name])
    if (text !== undefined) rewrite(paragraph, text)
  })
  return true
}

/** Puts a record that was made elsewhere at the end of a clause; false when that is not there. [RC-3] */
export function addRecord(doc: Y.Doc, clause: string, record: string, words: Required<RecordWords>): boolean {
  const found = clauseOf(doc, clause)
  const body = found && bodyOf(found)
  if (!body) return false
  const { text, ...facts } = words
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''))
  body.insert(body.length, [typeOf(paragraph(text, { ...said, record }))])
  return true
}

/** Gives ids to records by their place: to those without one, and to copies, which are records of their own. Answers how many were there. [RC-2] */
export function nameRecords(
  doc: Y.Doc,
  names: readonly { readonly clause: string; readonly block: number; readonly record: string }[],
): number {
  let named = 0
  doc.transact(() => {
    for (const { clause, block, record } of names) {
      const found = clauseOf(doc, clause)
      const paragraph = found && bodyOf(found)?.toArray()[block]
      if (!(paragraph instanceof Y.XmlElement) || !isRecordKind(paragraph.getAttribute('kind'))) continue
      paragraph.setAttribute('record', record)
      named += 1
    }
  })
  return named
}

/** Makes an ordinary paragraph of a record whose row was taken back: its words stay. False when it is not in the text. [RC-4] */
export function releaseRecord(doc: Y.Doc, record: string): boolean {
  const paragraph = paragraphOf(doc, record)
  if (!paragraph) return false
  doc.transact(() => {
    for (const name of ['kind', 'record', ...recordFactNames]) paragraph.removeAttribute(name)
  })
  return true
}
