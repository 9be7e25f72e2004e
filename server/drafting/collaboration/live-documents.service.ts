import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Settings } from '#server/platform/config/index.js'
import { Listener } from '#server/platform/database/index.js'
import { reportFault } from '#server/platform/errors/index.js'
import { Appender } from './appender.service.js'
import { LiveDocument } from './live-document.js'
import { Rescue } from './rescue.service.js'
import { Snapshots } from './snapshots.service.js'
import { ASIDE_CHANNEL, FOLDS_CHANNEL, UpdateLog, UPDATES_CHANNEL } from './update-log.store.js'

const PRESENCE_CHANNEL = 'collaboration_presence'
/** A payload of NOTIFY has room for 8,000 bytes. */
const longestPayload = 7900

/** When the log of an open text is folded. A large text is folded more rarely, because that takes longer. */
const foldAfter = { updates: 2000, bytes: 256 * 1024, share: 0.25 }
/** What makes it worth folding when the last one has left. A large text is written anew only for more than a trifle: its snapshot is the size of it. */
const foldOnLeaving = { updates: 50, share: 0.02, most: 500 }
/** How long a text stays in memory after the last one has left. */
const idleMs = 5000

/** The texts that somebody has open in this process. [CS-9, CS-10] */
@Injectable()
export class LiveDocuments implements OnModuleInit {
  private readonly open = new Map<string, Promise<LiveDocument>>()
  private readonly live = new Map<string, LiveDocument>()
  private readonly folding = new Map<string, Promise<void>>()
  private readonly idle = new Map<string, NodeJS.Timeout>()
  private readonly stopListening: (() => void)[] = []
  private others = { askedAt: -Infinity, areThere: false }
  private isStopping = false

  constructor(
    private readonly dataSource: DataSource,
    private readonly listener: Listener,
    private readonly log: UpdateLog,
    private readonly appender: Appender,
    private readonly snapshots: Snapshots,
    private readonly rescue: Rescue,
    private readonly settings: Settings,
  ) {}

  /** Before the listener starts, which then listens to one channel after the other. */
  onModuleInit(): void {
    this.stopListening.push(
      this.listener.on(UPDATES_CHANNEL, (payload) => this.hearOfUpdates(payload)),
      this.listener.on(ASIDE_CHANNEL, (id) => this.hearOfAsides(id)),
      this.listener.on(FOLDS_CHANNEL, (payload) => void this.hearOfFold(payload)),
      this.listener.on(PRESENCE_CHANNEL, (payload) => this.hearPresence(payload)),
    )
  }

  /** How many texts are in memory. */
  get count(): number {
    return this.open.size
  }

  /** The text, read from the log when nobody here had it open. */
  get(id: string): Promise<LiveDocument> {
    clearTimeout(this.idle.get(id))
    this.idle.delete(id)
    let found = this.open.get(id)
    if (!found) {
      found = this.read(id)
      this.open.set(id, found)
      found.catch(() => this.open.delete(id))
    }
    return found
  }

  /** Whether this is the text that others have open, too, and not one that was given up. */
  isCurrent(document: LiveDocument): boolean {
    return this.live.get(document.id) === document
  }

  /** Somebody has left. */
  left(document: LiveDocument): void {
    if (this.isStopping || document.connections.size > 0 || !this.isCurrent(document)) return
    clearTimeout(this.idle.get(document.id))
    this.idle.set(
      document.id,
      setTimeout(() => void this.letGo(document), idleMs),
    )
  }

  /** Folds the log of a text into a snapshot now, as far as the rescue has looked; nothing when another process does both. */
  fold(id: string): Promise<void> {
    let running = this.folding.get(id)
    if (!running) {
      running = this.foldNow(id)
        // Going on is safe: the log is whole, and the next attempt begins from it.
        .catch((error: unknown) => void reportFault(`folding the log of text ${id}`, error))
        .finally(() => this.folding.delete(id))
      this.folding.set(id, running)
    }
    return running
  }

  /** Stores what waits; then nobody hears anything more. */
  async stop(): Promise<void> {
    this.isStopping = true
    for (const stop of this.stopListening) stop()
    for (const timer of this.idle.values()) clearTimeout(timer)
    await this.appender.stop()
    await Promise.all(this.folding.values())
    await this.rescue.stop()
    await Promise.all([...this.live.values()].map((document) => document.settled()))
  }

  private async foldNow(id: string): Promise<void> {
    const uptoSeq = await this.rescue.finish(id, this.live.get(id))
    if (uptoSeq === null) return
    const snapshot = await this.snapshots.make(id, uptoSeq, this.appender.process)
    if (snapshot) this.live.get(id)?.standOn(snapshot)
  }

  private async readLog(id: string) {
    // Owners after the log: one that is missing would be taken for a new session.
    const stored = await this.log.load(id)
    const owners = await this.log.owners(id)
    return { stored, owners }
  }

  private async read(id: string): Promise<LiveDocument> {
    const { stored, owners } = await this.readLog(id)
    const document = new LiveDocument(id, stored, owners, {
      wake: (one) => this.appender.wake(one),
      since: (seq) => this.log.since(id, seq),
      owners: (clients) => this.log.owners(id, clients),
      read: () => this.readLog(id),
      difference: (update, stateVector) =>
        this.snapshots.difference(update, stateVector).catch((error: unknown) => {
          reportFault(`working out what a client lacks of text ${id}`, error)
          throw error
        }),
      giveUp: (one, error) => this.giveUp(one, error),
      pass: (presence) => void this.passPresence(id, presence),
      mostBytes: this.settings.largestTextMb * 1024 * 1024,
      lengthened: (one) => {
        this.rescue.wake(one)
        this.foldIfLong(one)
      },
    })
    this.live.set(id, document)
    this.rescue.watch(document, Math.max(stored.rescuedSeq, stored.snapshot?.uptoSeq ?? 0) < stored.lastSeq)
    return document
  }

  private foldIfLong(document: LiveDocument): void {
    const { tailUpdates, tailBytes, snapshotBytes } = document
    if (tailBytes < Math.max(foldAfter.bytes, snapshotBytes * foldAfter.share) && tailUpdates < foldAfter.updates)
      return
    if (!this.isStopping) void this.fold(document.id)
  }

  /** Lets a text go out of memory, when still nobody has it open and all of it is on disk. */
  private async letGo(document: LiveDocument): Promise<void> {
    const { tailUpdates, tailBytes, snapshotBytes } = document
    const isWorth = tailUpdates >= foldOnLeaving.updates && tailBytes >= snapshotBytes * foldOnLeaving.share
    if (isWorth || tailUpdates >= foldOnLeaving.most) await this.fold(document.id)
    else await this.lookThrough(document)
    // Whoever asked for it meanwhile has taken the timer away, and will be in it in a moment.
    if (document.connections.size > 0 || !this.idle.has(document.id) || !this.isCurrent(document)) return
    if (!document.isAtRest) return this.left(document)
    this.drop(document)
  }

  private async lookThrough(document: LiveDocument): Promise<void> {
    try {
      await this.rescue.finish(document.id, document)
    } catch (error) {
      // Going on is safe: whoever opens the text next has it looked through.
      reportFault(`looking through text ${document.id} before it leaves memory`, error)
    }
  }

  private giveUp(document: LiveDocument, error: unknown): void {
    if (!this.isCurrent(document)) return
    if (error !== null) reportFault(`keeping text ${document.id} in memory; it is read anew`, error)
    this.drop(document)
    for (const connection of [...document.connections]) connection.close('TRY_AGAIN', 'the text is read anew')
  }

  private drop(document: LiveDocument): void {
    clearTimeout(this.idle.get(document.id))
    this.idle.delete(document.id)
    this.appender.forget(document)
    this.live.delete(document.id)
    this.open.delete(document.id)
    void this.rescue.forget(document)
  }

  private hearOfAsides(id: string): void {
    for (const document of this.live.values()) if (id === '' || document.id === id) document.readAnew()
  }

  /** Another process has made a snapshot: what it contains need not be kept here either. */
  private async hearOfFold(payload: string): Promise<void> {
    const [id, process] = payload.split(' ')
    if (!this.live.has(id!) || process === this.appender.process) return
    try {
      const snapshot = await this.log.snapshot(id!)
      const document = this.live.get(id!)
      if (snapshot && document && snapshot.uptoSeq <= document.seq) document.standOn(snapshot)
    } catch (error) {
      // Going on is safe: the tail that is kept says the same, at greater length.
      reportFault(`reading the snapshot of text ${id}`, error)
    }
  }

  private hearOfUpdates(payload: string): void {
    if (payload === '') {
      // Announcements may have been missed: everybody looks.
      for (const document of this.live.values()) document.hearOf(Infinity)
      return
    }
    const [id, seq, process] = payload.split(' ')
    if (process !== this.appender.process) this.live.get(id!)?.hearOf(Number(seq))
  }

  /** Tells other processes, if there are any. What is lost here is said again within seconds by whoever it is about. */
  private async passPresence(id: string, presence: Uint8Array): Promise<void> {
    try {
      if (!(await this.areOthersThere())) return
      const payload = `${this.appender.process} ${id} ${Buffer.from(presence).toString('base64')}`
      if (payload.length > longestPayload) return
      await this.dataSource.query('select pg_notify($1, $2)', [PRESENCE_CHANNEL, payload])
    } catch (error) {
      reportFault('passing presence on to other processes', error) // safe: see above
    }
  }

  private hearPresence(payload: string): void {
    if (payload === '') {
      for (const document of this.live.values()) document.repeatPresence()
      return
    }
    const [process, id, presence] = payload.split(' ')
    if (process === this.appender.process) return
    this.live.get(id!)?.hearPresenceFromElsewhere(new Uint8Array(Buffer.from(presence!, 'base64')))
  }

  private async areOthersThere(): Promise<boolean> {
    const now = performance.now()
    if (now - this.others.askedAt < 2000) return this.others.areThere
    this.others.askedAt = now
    const [row] = (await this.dataSource.query(
      `select count(*) > 1 as "areThere" from pg_stat_activity
       where application_name = 'rapporteur-listener' and datname = current_database()`,
    )) as [{ areThere: boolean }]
    const isNew = row.areThere && !this.others.areThere
    this.others.areThere = row.areThere
    if (isNew) for (const document of this.live.values()) document.repeatPresence()
    return row.areThere
  }
}
