/**
 * How far two copies of a text have gone apart, clause by clause: one written without a connection, the other by everybody else meanwhile.
 *
 * The unit is what the data counts: a character, a mark, a block or a value that one side put in and that is still there, and each character, mark or
 * block of before that it took out. What was written and taken out again is no change. It is the same measure for both sides, whoever they
 * are and however long it took; typing a letter is one, pasting a page is as many as the page has letters. [OF-7]
 */
import * as Y from 'yjs'
import { isDead } from './clauses.js'
import { clauseIdOf } from './rescue.js'
import { clauseOf } from './shared-types.js'

/** A clause that both sides changed, and how much each did. */
export interface Split {
  readonly clause: string
  readonly mine: number
  readonly theirs: number
}

/** Up to so many changes on either side are merged without asking. */
export const mostMergedUnasked = 50

interface Range {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** Visits what a copy holds of a range, with how many units of the range it is. */
function visit(doc: Y.Doc, { client, from, to }: Range, look: (struct: Y.Item | Y.GC, units: number) => void): void {
  const structs = doc.store.clients.get(client)
  if (!structs || from >= to || from >= Y.getState(doc.store, client)) return
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i]!
    const { clock } = struct.id
    if (clock >= to) return
    look(struct, Math.min(clock + struct.length, to) - Math.max(clock, from))
  }
}

const rangesOfDeletions = ({ clients }: Y.Transaction['deleteSet']): Range[] =>
  [...clients].flatMap(([client, items]) => items.map(({ clock, len }) => ({ client, from: clock, to: clock + len })))

class Tally {
  readonly byClause = new Map<string, number>()
  add(clause: string | null, units: number): void {
    if (clause !== null) this.byClause.set(clause, (this.byClause.get(clause) ?? 0) + units)
  }
}

/** What of these ranges still stands in `doc`. */
function countInserted(doc: Y.Doc, ranges: readonly Range[], tally: Tally): void {
  for (const range of ranges)
    visit(doc, range, (struct, units) => {
      if (struct instanceof Y.Item && !struct.deleted) tally.add(clauseIdOf(doc, struct), units)
    })
}

/** What of these ranges stands in `before`, so that only the other side took it out. A value that was written over counts with the new one. */
function countDeleted(before: Y.Doc, ranges: readonly Range[], tally: Tally): void {
  for (const range of ranges)
    visit(before, range, (struct, units) => {
      if (struct instanceof Y.Item && !struct.deleted && struct.parentSub === null)
        tally.add(clauseIdOf(before, struct), units)
    })
}

interface OwnRanges {
  readonly inserted: Range[]
  readonly deleted: Range[]
}

function rangesOf(unsent: readonly Uint8Array[]): OwnRanges {
  if (unsent.length === 0) return { inserted: [], deleted: [] }
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([...unsent]))
  const inserted = structs
    .filter((struct) => !(struct instanceof Y.Skip))
    .map(({ id, length }) => ({ client: id.client, from: id.clock, to: id.clock + length }))
  return { inserted, deleted: rangesOfDeletions(ds) }
}

/**
 * Whether some clause may have been changed so much here that it is worth asking what the others did in it. What was taken out may be forgotten
 * here already, so it counts for any clause.
 */
export function mayBeApart(mine: Y.Doc, unsent: readonly Uint8Array[], most = mostMergedUnasked): boolean {
  const own = rangesOf(unsent)
  const tally = new Tally()
  countInserted(mine, own.inserted, tally)
  const deleted = own.deleted.reduce((sum, { from, to }) => sum + to - from, 0)
  return Math.max(0, ...tally.byClause.values()) + deleted > most
}

/**
 * The clauses that both sides changed more than `most` times since the split: `mine` holds `unsent`, which nobody else has; `theirs` is what everybody
 * else has. The split is where `mine` stands without `unsent`, so what was received since then is on both sides. A clause that either side does
 * not show is none of them: an edit wins over a deletion anyway.
 */
export function splitsBetween(
  mine: Y.Doc,
  theirs: Y.Doc,
  unsent: readonly Uint8Array[],
  most = mostMergedUnasked,
): Split[] {
  const own = rangesOf(unsent)
  const here = new Tally()
  countInserted(mine, own.inserted, here)
  countDeleted(theirs, own.deleted, here)
  const apart = [...here.byClause].filter(([, changes]) => changes > most)
  if (apart.length === 0) return []

  const there = new Tally()
  const news = [...theirs.store.clients.keys()].map((client) => ({
    client,
    from: Y.getState(mine.store, client),
    to: Y.getState(theirs.store, client),
  }))
  countInserted(theirs, news, there)
  countDeleted(mine, rangesOfDeletions(Y.createDeleteSetFromStructStore(theirs.store)), there)
  const isShown = (doc: Y.Doc, id: string): boolean => {
    const clause = clauseOf(doc, id)
    return clause !== undefined && !isDead(clause)
  }
  return apart
    .map(([clause, changes]) => ({ clause, mine: changes, theirs: there.byClause.get(clause) ?? 0 }))
    .filter(({ clause, theirs: changes }) => changes > most && isShown(mine, clause) && isShown(theirs, clause))
}
