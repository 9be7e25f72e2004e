/**
 * What is looked at before an update is stored. No Y.Doc is needed: an update is taken apart, measured against what is known of the text (which
 * clocks of which clients, which deletions) and cut down to what is news. What is left follows without a gap on what is stored already,
 * so that nobody is left waiting for a part that never comes.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { DeleteSet, writeDeleteSet, type Range } from './delete-set.js'

/** Above this, clocks cannot be counted exactly any more. */
const highestClock = 2 ** 48

/** A text as the way of an update knows it. */
export class Known {
  /** For each Yjs client how many of its changes are there. */
  readonly clocks = new Map<number, number>()
  readonly deleted = new DeleteSet()

  /** Takes in an update that was found to be news, or one from the log. */
  take(update: Parts): void {
    for (const struct of update.structs) {
      const end = struct.id.clock + struct.length
      if (end > (this.clocks.get(struct.id.client) ?? 0)) this.clocks.set(struct.id.client, end)
    }
    for (const [client, ranges] of update.deletes) for (const range of ranges) this.deleted.add(client, range)
  }

  /** The same clocks as Yjs writes a state vector. */
  stateVector(): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, this.clocks.size)
    for (const [client, clock] of this.clocks) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
    }
    return encoding.toUint8Array(encoder)
  }
}

type Struct = Y.Item | Y.GC | Y.Skip

/** An update, taken apart. */
export interface Parts {
  readonly structs: readonly Struct[]
  readonly deletes: ReadonlyMap<number, readonly Range[]>
}

/** Takes an update apart to the last byte; null when it is none, or when bytes follow it. */
export function partsOf(update: Uint8Array): Parts | null {
  try {
    let reader: decoding.Decoder | undefined
    class Watched extends Y.UpdateDecoderV1 {
      constructor(decoder: decoding.Decoder) {
        super(decoder)
        reader = decoder
      }
    }
    const { structs, ds } = Y.decodeUpdateV2(update, Watched as unknown as typeof Y.UpdateDecoderV2)
    if (reader!.pos !== update.length) return null
    return { structs: structs as Struct[], deletes: ds.clients }
  } catch {
    return null // Yjs and lib0 throw at whatever they cannot read
  }
}

export type Verdict =
  | { readonly is: 'news'; readonly update: Uint8Array; readonly parts: Parts; readonly clients: readonly number[] }
  /** All of it is known. */
  | { readonly is: 'known' }
  /** It builds on something that is not here (yet). */
  | { readonly is: 'gap' }
  /** It is no update, or counts beyond all measure. */
  | { readonly is: 'bad' }

/**
 * Judges an update against what is known. The bytes are passed on as they came when all of them are news. What comes from a barred client is left
 * out: it could not be applied, and those who have it do not know that.
 */
export function judge(update: Uint8Array, known: Known, isBarred: (client: number) => boolean = () => false): Verdict {
  const parts = partsOf(update)
  if (!parts) return { is: 'bad' }

  const after = new Map<number, number>()
  const clockOf = (client: number) => after.get(client) ?? known.clocks.get(client) ?? 0
  const kept: { struct: Struct; offset: number }[] = []
  let isWhole = true
  for (const struct of parts.structs) {
    const { client, clock } = struct.id
    const end = clock + struct.length
    if (!(struct.length > 0) || !(end < highestClock)) return { is: 'bad' }
    if (isBarred(client)) {
      isWhole = false
      continue
    }
    const here = clockOf(client)
    if (end <= here) {
      isWhole = false
      continue
    }
    if (clock > here || struct instanceof Y.Skip) return { is: 'gap' }
    if (clock < here) isWhole = false
    kept.push({ struct, offset: here - clock })
    after.set(client, end)
  }

  for (const { struct } of kept) {
    if (!(struct instanceof Y.Item)) continue
    for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
      if (!(id instanceof Y.ID)) continue
      if (id.client === struct.id.client && id.clock >= struct.id.clock) return { is: 'bad' }
      if (id.clock >= clockOf(id.client)) return { is: 'gap' }
    }
  }

  const deletes = new Map<number, readonly Range[]>()
  for (const [client, ranges] of parts.deletes) {
    if (isBarred(client)) {
      isWhole = false
      continue
    }
    for (const { clock, len } of ranges) {
      if (!(clock + len < highestClock)) return { is: 'bad' }
      if (clock + len > clockOf(client)) return { is: 'gap' }
    }
    const news = known.deleted.missing(client, ranges)
    if (news.length > 0) deletes.set(client, news)
    if (total(news) !== total(ranges)) isWhole = false
  }

  if (kept.length === 0 && deletes.size === 0) return { is: 'known' }
  const clients = [...after.keys()]
  if (isWhole) return { is: 'news', update, parts, clients }
  const cut = written(kept, deletes)
  return { is: 'news', update: cut, parts: partsOf(cut)!, clients }
}

const total = (ranges: readonly Range[]): number => ranges.reduce((sum, { len }) => sum + len, 0)

/** An update in Yjs' first format. */
function written(
  kept: readonly { struct: Struct; offset: number }[],
  deletes: ReadonlyMap<number, readonly Range[]>,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const byClient = Map.groupBy(kept, ({ struct }) => struct.id.client)
  encoding.writeVarUint(encoder.restEncoder, byClient.size)
  for (const [client, structs] of [...byClient].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder.restEncoder, structs.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, structs[0]!.struct.id.clock + structs[0]!.offset)
    for (const { struct, offset } of structs) struct.write(encoder, offset)
  }
  writeDeleteSet(encoder.restEncoder, deletes)
  return encoder.toUint8Array()
}
