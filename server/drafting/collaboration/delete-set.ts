/** What is deleted in a text: for each Yjs client the ranges of clocks, in order, without gaps or overlaps between neighbours. */
import * as encoding from 'lib0/encoding'

export interface Range {
  readonly clock: number
  readonly len: number
}

interface Span {
  clock: number
  end: number
}

/** A growing set of deleted ranges that can say what of another set is new to it. */
export class DeleteSet {
  private readonly spans = new Map<number, Span[]>()

  /** The parts of `ranges` that are not in the set yet. */
  missing(client: number, ranges: readonly Range[]): Range[] {
    const known = this.spans.get(client)
    const news: Range[] = []
    for (const { clock, len } of ranges) {
      let from = clock
      const end = clock + len
      for (let i = known ? firstEndingAfter(known, clock) : 0; from < end; i++) {
        const span = known?.[i]
        if (!span || span.clock >= end) {
          news.push({ clock: from, len: end - from })
          break
        }
        if (span.clock > from) news.push({ clock: from, len: span.clock - from })
        from = Math.max(from, span.end)
      }
    }
    return news
  }

  add(client: number, { clock, len }: Range): void {
    if (len <= 0) return
    let known = this.spans.get(client)
    if (!known) this.spans.set(client, (known = []))
    const end = clock + len
    // A neighbour that ends just where this begins is joined with it.
    const first = firstEndingAfter(known, clock - 1)
    let last = first
    let joined: Span = { clock, end }
    for (; last < known.length && known[last]!.clock <= end; last++) {
      joined = { clock: Math.min(joined.clock, known[last]!.clock), end: Math.max(joined.end, known[last]!.end) }
    }
    known.splice(first, last - first, joined)
  }

  /** As an update that deletes all of it and inserts nothing. */
  asUpdate(): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    const sets = new Map([...this.spans].map(([client, spans]) => [client, spans.map(rangeOf)]))
    writeDeleteSet(encoder, sets)
    return encoding.toUint8Array(encoder)
  }
}

const rangeOf = ({ clock, end }: Span): Range => ({ clock, len: end - clock })

/** Place of the first span that ends behind `clock`. */
function firstEndingAfter(spans: readonly Span[], clock: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end > clock) high = middle
    else low = middle + 1
  }
  return low
}

/** The second half of an update in Yjs' first format. */
export function writeDeleteSet(encoder: encoding.Encoder, sets: ReadonlyMap<number, readonly Range[]>): void {
  encoding.writeVarUint(encoder, sets.size)
  for (const [client, ranges] of [...sets].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
}
