/** Reading the clauses of a shared text. Nothing here changes it. */
import type * as Y from 'yjs'
import { clauseHash, contentHash, treeHash } from './hash.js'
import { clauseOf, clausesOf, deletionOf, placeOf, type Clause } from './shared-types.js'
import { effectiveTree, type Entry, type Tree } from './tree.js'

/** A deletion holds only while the clause holds just what the deleter saw: an edit brings it back, on every machine, without a message. [CL-3] */
export function isDead(clause: Clause): boolean {
  const deletion = deletionOf(clause)
  return deletion !== null && deletion.h === contentHash(clause)
}

/**
 * What the tree is made of. Costs one hash for each clause with a deletion; a caller who reads often may keep those (`isDeadNow`) for as long as
 * nothing in the clause changes.
 */
export function readEntries(
  doc: Y.Doc,
  isDeadNow: (clause: Clause, id: string) => boolean = isDead,
): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const id of clausesOf(doc).keys()) {
    const clause = clauseOf(doc, id)
    if (clause) entries.set(id, { at: placeOf(clause), isDead: isDeadNow(clause, id) })
  }
  return entries
}

/** The tree that everybody with this text sees. */
export const readTree = (doc: Y.Doc): Tree => effectiveTree(readEntries(doc))

/** One hash of the text as it is shown. Two copies that show the same have the same. [WT-1] */
export const documentHash = (doc: Y.Doc): string => treeHash(readTree(doc), (id) => clauseHash(clauseOf(doc, id)!))
