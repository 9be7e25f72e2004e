/** Makes snapshots beside the server, in a thread of its own: nobody's keystroke waits for it. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { serve } from '#server/platform/threads/index.js'
import { unpacked } from './wire.js'

export interface Made {
  readonly state: Uint8Array
  readonly served: Uint8Array
  readonly stateVector: Uint8Array
  readonly deleted: Uint8Array
}

/** The delete set of a text as an update that inserts nothing. */
function deletedOf(doc: Y.Doc): Uint8Array {
  const { clients } = Y.createDeleteSetFromStructStore(doc.store)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, ranges] of [...clients].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
  return encoding.toUint8Array(encoder)
}

const tasks = {
  /** Folds updates (packed) into the snapshot before them. All of them were applied before, by the rescue. */
  make({ state, updates }: { readonly state: Uint8Array | null; readonly updates: Uint8Array }): Made {
    // gc: false keeps what was deleted, for bringing it back.
    const doc = new Y.Doc({ gc: false })
    if (state) Y.applyUpdate(doc, state)
    doc.transact(() => {
      for (const update of unpacked(updates)) Y.applyUpdate(doc, update)
    })
    if (doc.store.pendingStructs ?? doc.store.pendingDs)
      throw new Error('something that the updates build on is missing')
    const whole = Y.encodeStateAsUpdate(doc)
    const lean = new Y.Doc({ gc: true })
    Y.applyUpdate(lean, whole)
    return {
      state: whole,
      served: Y.encodeStateAsUpdate(lean),
      stateVector: Y.encodeStateVector(doc),
      deleted: deletedOf(doc),
    }
  },

  /** What of an update somebody lacks who has what the state vector says. */
  difference({ update, stateVector }: { readonly update: Uint8Array; readonly stateVector: Uint8Array }): Uint8Array {
    return Y.diffUpdate(update, stateVector)
  },
}
export type SnapshotTasks = typeof tasks

serve(tasks)
