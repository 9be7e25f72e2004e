/**
 * The answer to the server's question what this copy holds. Many changes go in pieces, in the order in which they were made: the count of what
 * waits runs down piece by piece, and no frame becomes too large. [OF-6]
 */
import * as Y from 'yjs'

export interface Piece {
  readonly update: Uint8Array
  /** Own changes that wait, from the first, which the server has with this piece and those before it. */
  readonly changes: number
  /** The last one: the answer of the protocol (step 2), after which the server has all of this copy. */
  readonly isLast: boolean
}

/** So many steps, at most, in which a count runs down. */
const mostPieces = 12
const leastChangesInPiece = 5
const mostBytesInPiece = 256 * 1024

/**
 * What to send to a server that has `theirs`. `unsent` are the own changes that wait, in order. Only where everything else that this copy holds is
 * known to the server can they go one after the other; otherwise all goes at once.
 */
export function answerTo(doc: Y.Doc, theirs: Uint8Array, unsent: readonly Uint8Array[]): Piece[] {
  const has = Y.decodeStateVector(theirs)
  const pieces: Piece[] = []
  if (unsent.length > leastChangesInPiece && followsOn(doc, has, unsent)) {
    const inPiece = Math.max(leastChangesInPiece, Math.ceil(unsent.length / mostPieces))
    for (let from = 0; from < unsent.length;) {
      let to = from
      for (let bytes = 0; to < unsent.length && to - from < inPiece; to++) {
        bytes += unsent[to]!.length
        if (to > from && bytes > mostBytesInPiece) break
      }
      const update = Y.mergeUpdates(unsent.slice(from, to))
      for (const [client, clock] of Y.parseUpdateMeta(update).to) has.set(client, Math.max(has.get(client) ?? 0, clock))
      pieces.push({ update, changes: to, isLast: false })
      from = to
    }
  }
  // The server cuts off what it knows by then; only what would not fit into a frame is left out here.
  const all = Y.encodeStateAsUpdate(doc, theirs)
  const update =
    pieces.length > 0 && all.length > mostBytesInPiece ? Y.encodeStateAsUpdate(doc, Y.encodeStateVector(has)) : all
  return [...pieces, { update, changes: unsent.length, isLast: true }]
}

/** Whether the changes build only on each other and on what the server has. */
function followsOn(doc: Y.Doc, has: ReadonlyMap<number, number>, unsent: readonly Uint8Array[]): boolean {
  const first = new Map<number, number>()
  const reached = new Map<number, number>()
  for (const update of unsent) {
    const { from, to } = Y.parseUpdateMeta(update)
    for (const [client, clock] of from) {
      if (clock > (reached.get(client) ?? clock)) return false
      if (!first.has(client)) first.set(client, clock)
      reached.set(client, Math.max(reached.get(client) ?? 0, to.get(client)!))
    }
  }
  return [...Y.decodeStateVector(Y.encodeStateVector(doc))].every(
    ([client, clock]) =>
      (has.get(client) ?? 0) >= (first.get(client) ?? clock) && (reached.get(client) ?? clock) >= clock,
  )
}
