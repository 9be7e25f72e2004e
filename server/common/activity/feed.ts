import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { maySee } from '#server/common/access/index.js'
import type { Viewer } from '#server/platform/context/index.js'
import { Listener } from '#server/platform/database/index.js'
import { Refusal, reportFault } from '#server/platform/errors/index.js'
import { streamOf } from '#server/platform/graphql/index.js'
import { Activity, EVENTS_CHANNEL, type ActivityFilter, type Place } from './activity.service.js'
import type { ActivityEvent } from './event.entity.js'

const BATCH = 200
/** How soon to look again for events that wait for an older transaction to end. */
const SOON_MS = 250

interface Listening {
  readonly filter: ActivityFilter
  /** Who the viewer is by now. */
  readonly viewerNow: () => Promise<Viewer>
  readonly push: (event: ActivityEvent) => void
}

/**
 * News of the record for whoever listens at this process. The database announces commits to each process; each reads the new events once and
 * hands them on, in the order of transactions, none twice and none left out. What is not public is handed on only after asking
 * again who the viewer is by now: a role or a session that has ended hears nothing more. [VI-3]
 */
@Injectable()
export class ActivityFeed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listening = new Set<Listening>()
  private place: Place | null = null
  private running: Promise<void> | null = null
  private wanted = false
  private stopListening: (() => void) | null = null
  private timer: NodeJS.Timeout | null = null
  private stopped = false

  constructor(
    private readonly activity: Activity,
    private readonly dataSource: DataSource,
    private readonly listener: Listener,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.listener.on(EVENTS_CHANNEL, () => this.wake())
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true
    this.stopListening?.()
    if (this.timer) clearTimeout(this.timer)
    await this.running
  }

  /** How many listen at this process. */
  get listeners(): number {
    return this.listening.size
  }

  /** The events from now on that match the filter and that the viewer may see when they happen. */
  async listen(
    filter: ActivityFilter,
    viewerNow: () => Promise<Viewer>,
  ): Promise<AsyncIterableIterator<ActivityEvent>> {
    // Nobody listened before: what happened meanwhile is nobody's news.
    if (this.listening.size === 0) {
      const end = await this.activity.end(this.dataSource.manager)
      // Somebody else may have come meanwhile, whose news must not be skipped.
      if (this.listening.size === 0) this.place = end
    }
    return streamOf<ActivityEvent>((push) => {
      const one = { filter, viewerNow, push }
      this.listening.add(one)
      return () => this.listening.delete(one)
    })
  }

  private wake(): void {
    this.wanted = true
    if (this.running || this.stopped) return
    this.running = this.pump()
      // Going on is safe: the place has moved only past what was handed on, and the next announcement reads on from there.
      .catch((error: unknown) => void reportFault('telling listeners what happened', error))
      .finally(() => {
        this.running = null
        if (this.wanted) this.wake()
      })
  }

  private async pump(): Promise<void> {
    while (this.wanted && !this.stopped && this.listening.size > 0 && this.place) {
      this.wanted = false
      // Asked before reading: what was held back then and is free by now, the reading finds or the timer comes back for.
      const isHeldBack = await this.activity.isHeldBack(this.dataSource.manager, this.place)
      for (;;) {
        const events = await this.activity.since(this.dataSource.manager, this.place, BATCH)
        for (const event of events) {
          await this.tell(event)
          this.place = { transactionId: event.transactionId, seq: event.seq }
        }
        if (events.length < BATCH) break
      }
      if (isHeldBack) this.lookAgainSoon()
    }
    this.wanted = false
  }

  private async tell(event: ActivityEvent): Promise<void> {
    const concerned = [...this.listening].filter(({ filter }) => matches(filter, event))
    await Promise.all(
      concerned.map(async ({ viewerNow, push }) => {
        if (event.visibility !== 'PUBLIC') {
          const viewer = await knownBy(viewerNow)
          if (!viewer || !maySee(viewer, event.visibility, event.groupId)) return
        }
        push(event)
      }),
    )
  }

  private lookAgainSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null
      this.wake()
    }, SOON_MS)
    this.timer.unref()
  }
}

/** Who the viewer is by now; null when they cannot be known, who may see what a stranger may. */
async function knownBy(viewerNow: () => Promise<Viewer>): Promise<Viewer | null> {
  try {
    return await viewerNow()
  } catch (error) {
    // Going on is safe: nothing is told to whoever may not hear it, the others hear it, and the record itself shows it when it is next read.
    if (!(error instanceof Refusal)) reportFault('asking who listens to the record', error)
    return null // refused: a token that was revoked meanwhile
  }
}

const matches = (filter: ActivityFilter, event: ActivityEvent): boolean =>
  (!filter.groupId || event.groupId === filter.groupId) &&
  (!filter.objectType || event.objectType === filter.objectType) &&
  (!filter.objectId || event.objectId === filter.objectId)
