/** A snapshot as it is sent to those who open a text: whole, or what somebody lacks of it. */
import * as Y from 'yjs'
import type { Served } from './update-log.store.js'
import { updateFrame } from './wire.js'

/** From which size of a snapshot a difference is worked out, and up to which share of it; how many at once, and how many are kept. */
const differences = { from: 64 * 1024, share: 0.3, atOnce: 2, kept: 50 }

/** Works out what of an update somebody lacks, beside this thread. */
export type Difference = (update: Uint8Array, stateVector: Uint8Array) => Promise<Uint8Array>

export class Stand {
  /** For each Yjs client how many of its changes are in it. */
  readonly clocks: ReadonlyMap<number, number>
  readonly frame: Uint8Array
  private readonly served: Uint8Array
  private readonly deletedFrame: Uint8Array
  /** Frames for those who lack a little, by what they have. */
  private readonly kept = new Map<string, Promise<Uint8Array>>()
  private underWay = 0

  constructor(
    snapshot: Served,
    private readonly difference: Difference,
  ) {
    this.clocks = Y.decodeStateVector(snapshot.stateVector)
    this.frame = updateFrame(snapshot.served)
    // The same bytes are not kept twice.
    this.served = this.frame.subarray(this.frame.length - snapshot.served.length)
    this.deletedFrame = updateFrame(snapshot.deleted)
  }

  get bytes(): number {
    return this.served.length
  }

  /**
   * What somebody with this state vector must be sent: the deletions, when nothing else is lacking, for they move no clock; a little, when little of
   * a large snapshot is lacking; else the whole. A little takes a moment in a thread, once for all who come back from the same moment; when too
   * many ask for it, the whole is as good.
   */
  frameFor(stateVector: ReadonlyMap<number, number>): Uint8Array | Promise<Uint8Array> {
    let [all, lacking] = [0, 0]
    for (const [client, clock] of this.clocks) {
      all += clock
      lacking += Math.max(0, clock - (stateVector.get(client) ?? 0))
    }
    if (lacking === 0) return this.deletedFrame
    if (this.bytes < differences.from || lacking > all * differences.share) return this.frame
    const asked = Y.encodeStateVector(new Map(stateVector))
    const key = Buffer.from(asked).toString('base64')
    const known = this.kept.get(key)
    if (known) return known
    if (this.underWay >= differences.atOnce || this.kept.size >= differences.kept) return this.frame
    const frame = this.littleFor(asked)
    this.kept.set(key, frame)
    return frame
  }

  private async littleFor(stateVector: Uint8Array): Promise<Uint8Array> {
    this.underWay++
    try {
      return updateFrame(await this.difference(this.served, stateVector))
    } catch {
      return this.frame // reported by whoever works it out; the whole says the same
    } finally {
      this.underWay--
    }
  }
}
