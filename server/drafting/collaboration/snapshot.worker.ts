/**
 * Makes snapshots beside the server, in a thread of its own: nobody's keystroke waits for it. Imports nothing of ours, so that it starts alike from
 * sources and from what is built.
 */
import { parentPort } from 'node:worker_threads'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

export interface Task {
  readonly id: number
  /** The snapshot to go on from. */
  readonly state: Uint8Array | null
  readonly updates: readonly { readonly seq: number; readonly place: number; readonly update: Uint8Array }[]
}

export interface Made {
  readonly id: number
  readonly state: Uint8Array
  readonly served: Uint8Array
  readonly stateVector: Uint8Array
  readonly deleted: Uint8Array
  /** Places of updates that cannot be applied and are not in the snapshot. */
  readonly bad: readonly { readonly seq: number; readonly place: number }[]
  readonly error?: string
}

/** All of it but the bad ones: after one that throws halfway nobody knows what the copy holds, so it is begun anew without it. */
function assemble({ state, updates }: Task): { doc: Y.Doc; bad: Set<number> } {
  const bad = new Set<number>()
  for (;;) {
    // gc: false keeps what was deleted, for bringing it back.
    const doc = new Y.Doc({ gc: false })
    if (state) Y.applyUpdate(doc, state)
    const failed = updates.findIndex(({ update }, i) => {
      if (bad.has(i)) return false
      try {
        Y.applyUpdate(doc, update)
      } catch {
        return true // reported to its author by whoever asked
      }
      return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
    })
    if (failed < 0) return { doc, bad }
    bad.add(failed)
    doc.destroy()
  }
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

function make(task: Task): Made {
  const { doc, bad } = assemble(task)
  const state = Y.encodeStateAsUpdate(doc)
  const lean = new Y.Doc({ gc: true })
  Y.applyUpdate(lean, state)
  return {
    id: task.id,
    state,
    served: Y.encodeStateAsUpdate(lean),
    stateVector: Y.encodeStateVector(doc),
    deleted: deletedOf(doc),
    bad: [...bad].map((i) => ({ seq: task.updates[i]!.seq, place: task.updates[i]!.place })),
  }
}

parentPort?.on('message', (task: Task) => {
  try {
    parentPort!.postMessage(make(task))
  } catch (error) {
    // Handed over: the one who asked reports it.
    parentPort!.postMessage({ id: task.id, error: String((error as Error).stack ?? error) })
  }
})
