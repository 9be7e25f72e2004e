/** Makes a shared text of what is written in our notation, each part in the hand of whoever wrote it. The same each time. */
import * as Y from 'yjs'
import {
  appendBlocks,
  clauseOf,
  deleteClause,
  insertClauses,
  seeded,
  stampVersion,
  type ClauseDraft,
} from '#schema/document/index.js'
import { blockOf, readNotation, type Places, type WrittenClause } from './notation.js'

/** Yjs clients of made-up editing sessions start here, one a hand. */
const FIRST_CLIENT = 1001

export interface WrittenText {
  readonly update: Uint8Array
  /** Whose editing session each Yjs client in it is; the hand that opened the text is nobody's. */
  readonly hands: ReadonlyMap<number, string>
}

/**
 * `by` names hands; what is in no hand is written by the server. Ids of clauses depend on `seed` and the number of clauses alone. `people` are the ids of
 * persons by hand: whoever wrote a clause set its status.
 */
export function writeText(source: string, seed: number, people: ReadonlyMap<string, string> = new Map()): WrittenText {
  const written = readNotation(source)
  const doc = new Y.Doc({ gc: false })
  const hands = new Map<string, number>([['', FIRST_CLIENT]])
  const handOf = (by: string) => {
    if (!hands.has(by)) hands.set(by, FIRST_CLIENT + hands.size)
    return hands.get(by)!
  }
  // Whoever writes, writes as a Yjs client of their own; one copy of the text serves all, since they take turns.
  const as = (by: string) => (doc.clientID = handOf(by))

  as('')
  stampVersion(doc)
  const random = seeded(seed)
  const ids: string[] = []
  const tops = Map.groupBy(written.keys(), topOf(written))
  for (const places of tops.values()) {
    const [first] = places
    as(written[first!]!.by)
    ids.push(...insertClauses(doc, { parent: null }, [draftOf(written, first!, people)], { random }))
  }
  const byTitle = new Map(written.map(({ title }, i) => [title, ids[i]!]))
  const named = new Map(written.flatMap(({ blocks }) => blocks.map((block) => [block.name, block])))
  const places: Places = {
    idOf: (title) => byTitle.get(title),
    thing: (name) => (named.has(name) ? (named.get(name)!.rows ? 'FRAME' : 'EQUATION') : undefined),
  }
  written.forEach(({ blocks }, i) => {
    for (const block of blocks) {
      as(block.by)
      doc.transact(() => appendBlocks(clauseOf(doc, ids[i]!)!, [blockOf(block, places)]))
    }
  })
  written.forEach(({ isDeleted, by }, i) => {
    as(by)
    if (isDeleted) deleteClause(doc, ids[i]!)
  })
  const whose = [...hands].filter(([by]) => by !== '').map(([by, client]) => [client, by] as const)
  return { update: Y.encodeStateAsUpdate(doc), hands: new Map(whose) }
}

/** For each clause the clause at the top above it. */
function topOf(written: readonly WrittenClause[]): (at: number) => number {
  return (at) => {
    while (written[at]!.level > 1) at -= 1
    return at
  }
}

/** A clause with all that is below it, without their paragraphs. */
function draftOf(written: readonly WrittenClause[], at: number, people: ReadonlyMap<string, string>): ClauseDraft {
  const { title, kind, status, level, by } = written[at]!
  const children: ClauseDraft[] = []
  for (let i = at + 1; i < written.length && written[i]!.level > level; i += 1)
    if (written[i]!.level === level + 1) children.push(draftOf(written, i, people))
  const statusBy = people.get(by)
  const attributes = {
    ...(kind !== 'CLAUSE' && { kind }),
    ...(status !== 'DRAFT' && { status, ...(statusBy !== undefined && { statusBy }) }),
  }
  return { title, attributes, children }
}
