/**
 * What the server itself writes in shared texts on behalf of somebody, by name: these run in a thread beside it, so they are told by data. Each takes
 * the text and answers plain data.
 */
import * as Y from 'yjs'
import { isDead } from './clauses.js'
import { storedMark } from './marks.js'
import { insertClause, paragraph, settle, type Where } from './operations.js'
import { addRecord, nameRecords, releaseRecord, writeRecord } from './records.js'
import { bodyOf, clauseOf, titleOf, type Clause } from './shared-types.js'
import { writeClauses } from './write-clause.js'

/** A stretch of the running text of one clause: of its title, or of the block with this number (from 0). In UTF-16 units. */
export interface Stretch {
  readonly clause: string
  readonly block: number | 'title'
  readonly from: number
  readonly to: number
}

/** The texts of a title or block with the place at which each begins; embedded things take one place. */
function textsOf(clause: Clause, block: Stretch['block']): { readonly text: Y.XmlText; readonly at: number }[] {
  const holder = block === 'title' ? titleOf(clause) : bodyOf(clause)?.toArray()[block]
  if (!(holder instanceof Y.XmlElement)) return []
  const texts: { text: Y.XmlText; at: number }[] = []
  let at = 0
  for (const child of holder.toArray()) {
    if (child instanceof Y.XmlText) texts.push({ text: child, at })
    at += child instanceof Y.XmlText ? child.length : 1
  }
  return texts
}

/**
 * Marks a stretch of text as the place of a comment thread, and answers the words that are marked; null when they are not there. People who may
 * comment but not edit have the server do it.
 */
function markComment(doc: Y.Doc, { clause: id, block, from, to }: Stretch, thread: string): string | null {
  const clause = clauseOf(doc, id)
  if (!clause || isDead(clause) || !(from >= 0 && from < to)) return null
  const [name, value] = storedMark('comment', { thread })
  let words = ''
  doc.transact(() => {
    for (const { text, at } of textsOf(clause, block)) {
      const start = Math.max(0, from - at)
      const end = Math.min(text.length, to - at)
      if (start >= end) continue
      words += (text.toDelta() as { insert: unknown }[])
        .map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc'))
        .join('')
        .slice(start, end)
      text.format(start, end - start, { [name]: value })
    }
    if (words !== '') settle(clause)
  })
  return words === '' ? null : words
}

/** Adds a clause with an empty paragraph to write in, and answers its id; null when the one it should stand under is not there. */
const addClause = (doc: Y.Doc, where: Where, title: string): string | null =>
  insertClause(doc, where, { title, body: [paragraph()] })

/** What the record of the group has the server write in minutes: see records.ts. */
const recordEdits = { writeRecord, addRecord, nameRecords, releaseRecord, addClause }

export const edits = { markComment, writeClauses, ...recordEdits }
export type Edits = typeof edits
/** What an edit is told, after the text. */
export type EditArgs<Name extends keyof Edits> = Edits[Name] extends (doc: Y.Doc, ...args: infer Args) => unknown
  ? Args
  : never
export type EditAnswer<Name extends keyof Edits> = ReturnType<Edits[Name]>
