/** A clause that the server writes anew because what it was made of has changed. */
import type * as Y from 'yjs'
import { isDead, readTree } from './clauses.js'
import { clauseHash } from './hash.js'
import { appendBlocks, insertClauses, settle } from './operations.js'
import type { RawElement } from './raw.js'
import { bodyOf, clauseOf, titleTextOf } from './shared-types.js'

/** A clause as it stands after it was written. */
export interface WrittenClause {
  readonly id: string
  /** Its hash then: whoever finds another one later knows that somebody has changed it. */
  readonly hash: string
}

/** What a clause is to say from now on. */
export interface ClauseWords {
  readonly id: string
  readonly title: string
  readonly body: readonly RawElement[]
}

/**
 * Gives each of these clauses its heading and blocks instead of its own; clauses below it stay. One that is not in the text any more is made again, as
 * the last one. Answers them in the same order. [RP-3]
 */
export const writeClauses = (doc: Y.Doc, clauses: readonly ClauseWords[]): WrittenClause[] =>
  clauses.map((one) => writeClause(doc, one))

function writeClause(doc: Y.Doc, { id, title, body }: ClauseWords): WrittenClause {
  const clause = clauseOf(doc, id)
  if (!clause || isDead(clause) || !readTree(doc).lines.some((line) => line.id === id)) {
    const [made] = insertClauses(doc, { parent: null }, [{ title, body }])
    return { id: made!, hash: clauseHash(clauseOf(doc, made!)!) }
  }
  doc.transact(() => {
    settle(clause)
    const heading = titleTextOf(clause)
    if (heading && heading.toString() !== title) {
      heading.delete(0, heading.length)
      heading.insert(0, title)
    }
    const blocks = bodyOf(clause)
    if (blocks && blocks.length > 0) blocks.delete(0, blocks.length)
    appendBlocks(clause, body)
  })
  return { id, hash: clauseHash(clause) }
}
