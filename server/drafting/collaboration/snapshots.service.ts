import { Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { Thread } from '#server/platform/threads/index.js'
import type { SnapshotTasks } from './snapshot.worker.js'
import { UpdateLog, type Snapshot } from './update-log.store.js'
import { packed } from './wire.js'

/** Folds the log of a text into a snapshot, and tells what somebody lacks of one. Beside the server, in a thread. */
@Injectable()
export class Snapshots implements OnApplicationShutdown {
  private readonly thread = new Thread<SnapshotTasks>({ near: import.meta.url, name: 'snapshot.worker' })

  constructor(private readonly log: UpdateLog) {}

  /** Makes and stores a snapshot of all rows up to this one; answers with the newest that there is. */
  async make(documentId: string, uptoSeq: number, process: string): Promise<Snapshot | null> {
    const { epoch, snapshot, tail } = await this.log.loadWhole(documentId)
    const groups = tail.filter(({ seq }) => seq <= uptoSeq)
    if (groups.length === 0) return snapshot
    const updates = packed(groups.flatMap(({ updates }) => updates))
    const made = await this.thread.ask('make', { state: snapshot?.state ?? null, updates })
    const next: Snapshot = { uptoSeq: groups.at(-1)!.seq, ...made }
    await this.log.compact(documentId, epoch, next, process)
    return next
  }

  /** What of an update somebody lacks who has what the state vector says: a small answer for a large one, at the price of a tenth of a second. */
  difference(update: Uint8Array, stateVector: Uint8Array): Promise<Uint8Array> {
    return this.thread.ask('difference', { update, stateVector })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.stop()
  }
}
