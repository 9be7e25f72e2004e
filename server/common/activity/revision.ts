import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Listener } from '#server/platform/database/index.js'
import { reportFault } from '#server/platform/errors/index.js'
import { EVENTS_CHANNEL } from './activity.service.js'

/**
 * The register revision: how many public events have been committed. It rises when something that a stranger may see has changed, and everything
 * kept for strangers (pages, feeds) is kept under it. Read anew when the database announces commits, however many there were.
 */
@Injectable()
export class RegisterRevision implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private value: number | null = null
  private wanted = 0
  private running: Promise<void> | null = null
  private stopListening: (() => void) | null = null

  constructor(
    private readonly dataSource: DataSource,
    private readonly listener: Listener,
  ) {}

  /** Null while announcements do not arrive: then nothing kept may be answered. */
  get current(): number | null {
    return this.listener.isConnected ? this.value : null
  }

  onApplicationBootstrap(): void {
    this.stopListening = this.listener.on(EVENTS_CHANNEL, () => this.refresh())
    this.refresh()
  }

  /** Before the connection is closed: what is being read is read to its end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopListening?.()
    await this.running
  }

  private refresh(): void {
    // Unknown until read: a page kept under the old number must not be answered after the commit that was just announced.
    this.value = null
    this.wanted += 1
    if (this.wanted > 1) return
    this.running = this.read()
      // Going on is safe: without a number nothing kept is answered, and the next announcement tries again.
      .catch((error: unknown) => void reportFault('reading the register revision', error))
      .finally(() => {
        this.wanted = 0
      })
  }

  private async read(): Promise<void> {
    for (let asked = 0; asked !== this.wanted;) {
      asked = this.wanted
      // Counted, not the highest number: a transaction that began earlier may commit later with a lower one.
      const [row] = (await this.dataSource.query(
        `select count(*)::int as revision from event where visibility = 'PUBLIC'`,
      )) as { revision: number }[]
      if (asked === this.wanted) this.value = row!.revision
    }
  }
}
