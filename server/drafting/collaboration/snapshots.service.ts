import { Worker } from 'node:worker_threads'
import { Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { partsOf } from './checked-update.js'
import type { Made, Task } from './snapshot.worker.js'
import { UpdateLog, type BadUpdate, type Snapshot } from './update-log.store.js'

const entry = new URL(`./snapshot.worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

export interface Compacted {
  readonly snapshot: Snapshot
  /** Yjs clients whose updates could not be applied. */
  readonly barred: readonly number[]
}

/** Folds the log of a text into a snapshot, in a thread that is there only while there is something to do. */
@Injectable()
export class Snapshots implements OnApplicationShutdown {
  private worker: Worker | null = null
  private readonly waiting = new Map<number, { resolve: (made: Made) => void; reject: (error: Error) => void }>()
  private asked = 0

  constructor(private readonly log: UpdateLog) {}

  /** Makes and stores a snapshot of all that is in the log. */
  async make(documentId: string): Promise<Compacted | null> {
    const stored = await this.log.load(documentId)
    if (stored.tail.length === 0) return stored.snapshot && { snapshot: stored.snapshot, barred: [] }
    const updates = stored.tail.flatMap(({ seq, updates: group }) =>
      group.map((update, place) => ({ seq, place, update })),
    )
    const made = await this.inWorker({ state: stored.snapshot?.state ?? null, updates })
    const bad: BadUpdate[] = made.bad.map((where) => ({
      ...where,
      update: updates.find(({ seq, place }) => seq === where.seq && place === where.place)!.update,
    }))
    const barred = [...new Set(bad.flatMap(({ update }) => partsOf(update)?.structs.map(({ id }) => id.client) ?? []))]
    const snapshot: Snapshot = {
      uptoSeq: stored.tail.at(-1)!.seq,
      state: made.state,
      served: made.served,
      stateVector: made.stateVector,
      deleted: made.deleted,
    }
    await this.log.compact(documentId, stored.epoch, snapshot, bad, barred)
    return { snapshot, barred }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate()
  }

  private async inWorker(task: Omit<Task, 'id'>): Promise<Made> {
    const id = ++this.asked
    const worker = (this.worker ??= this.start())
    const made = await new Promise<Made>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ...task })
    })
    if (made.error) throw new Error(`A snapshot could not be made: ${made.error}`)
    return made
  }

  private start(): Worker {
    const worker = new Worker(entry)
    worker.unref()
    worker.on('message', (made: Made) => {
      this.waiting.get(made.id)?.resolve(made)
      this.waiting.delete(made.id)
    })
    const gone = (error: Error) => {
      if (this.worker === worker) this.worker = null
      for (const { reject } of this.waiting.values()) reject(error)
      this.waiting.clear()
    }
    worker.on('error', gone)
    worker.on('exit', () => gone(new Error('The thread that makes snapshots has ended')))
    return worker
  }
}
