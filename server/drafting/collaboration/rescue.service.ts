import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { EditAnswer, EditArgs, Edits } from '#schema/document/index.js'
import { SessionLocks, type SessionLock } from '#server/platform/database/index.js'
import { reportFault } from '#server/platform/errors/index.js'
import { Thread } from '#server/platform/threads/index.js'
import type { LiveDocument } from './live-document.js'
import { Lookout, type LookoutHouse } from './lookout.js'
import type { TextTasks } from './text.worker.js'
import { UpdateLog } from './update-log.store.js'
import { packed } from './wire.js'

/** What is typed in one go is looked at in one go, so that it comes back in one piece; well within a second. */
const gatherMs = 150
/** How often a process asks whether it may look through a text for which another has looked. */
const askAgainMs = 1000
/** A text in which nothing is written has no copy in memory. */
const restAfterMs = 30_000
/** After a fault the next try waits, twice as long each time. */
const faultPause = { first: 1000, most: 300_000 }
/** How often an edit is made anew because the server wrote something else at the same moment. */
const mostTries = 10

/** One text that is looked through, or would be, if another process did not do it. */
class Watch {
  lock: SessionLock | null = null
  timer: NodeJS.Timeout | null = null
  restTimer: NodeJS.Timeout | null = null
  isDenied = false
  isOver = false
  pause = faultPause.first
  chain: Promise<unknown> = Promise.resolve()

  constructor(
    readonly lookout: Lookout,
    readonly live: LiveDocument | null,
  ) {}

  /** One thing after the other. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.chain.then(work)
    this.chain = done.catch(() => null) // whoever asked for it hears of it
    return done
  }
}

/** Brings back what people lose by each other, and makes the server's own edits. No Y.Doc is in this thread. [WT-5, WT-7] */
@Injectable()
export class Rescue implements OnModuleInit, OnApplicationShutdown {
  private readonly thread = new Thread<TextTasks>({ near: import.meta.url, name: 'text.worker' })
  private readonly watches = new Map<LiveDocument, Watch>()
  private copies = 0
  private asking: NodeJS.Timeout | null = null
  private isStopping = false

  constructor(
    private readonly log: UpdateLog,
    private readonly locks: SessionLocks,
  ) {}

  onModuleInit(): void {
    this.asking = setInterval(() => {
      for (const watch of this.watches.values()) if (watch.isDenied) this.lookSoon(watch, 0)
    }, askAgainMs).unref()
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop()
    await this.thread.stop()
  }

  /** Ends all looking; where it ended is in the log. */
  async stop(): Promise<void> {
    this.isStopping = true
    if (this.asking) clearInterval(this.asking)
    await Promise.all([...this.watches.keys()].map((live) => this.forget(live)))
  }

  /** How many copies of texts are in memory. */
  get copiesInMemory(): number {
    return [...this.watches.values()].filter(({ lookout }) => lookout.hasCopy).length
  }

  /** A text is in memory from now on. Rows that nobody has looked at yet are looked at. */
  watch(live: LiveDocument, isBehind: boolean): void {
    const watch = this.newWatch(live.id, live)
    this.watches.set(live, watch)
    if (isBehind) this.lookSoon(watch, 0)
  }

  /** There is more in the log. */
  wake(live: LiveDocument): void {
    const watch = this.watches.get(live)
    if (watch) this.lookSoon(watch, gatherMs)
  }

  /** Looks at all that is in the log, and answers the last row that was looked at; null when another process does it. */
  async finish(documentId: string, live: LiveDocument | undefined): Promise<number | null> {
    const watched = live && this.watches.get(live)
    if (watched) return watched.inTurn(() => watched.lookout.finish())
    const passing = this.newWatch(documentId, null)
    try {
      return await passing.inTurn(() => passing.lookout.finish())
    } finally {
      await this.end(passing)
    }
  }

  /** A text leaves memory. */
  async forget(live: LiveDocument): Promise<void> {
    const watch = this.watches.get(live)
    this.watches.delete(live)
    if (watch) await this.end(watch)
  }

  /** Makes an edit and stores it in the transaction of `db`; see `Texts.edit`. */
  async edit<Name extends keyof Edits>(
    db: EntityManager,
    documentId: string,
    name: Name,
    args: EditArgs<Name>,
  ): Promise<EditAnswer<Name>> {
    for (let tries = 0; tries < mostTries; tries++) {
      const { epoch, lastSeq, serverClient, snapshot, tail } = await this.log.load(documentId, db)
      const client = serverClient ?? newClient()
      const updates = packed(tail.flatMap((group) => group.updates))
      const { update, answer } = await this.thread.ask('edit', {
        state: snapshot?.served ?? null,
        updates,
        client,
        name,
        args: args as never,
      })
      const own = { documentId, epoch, client, after: lastSeq, own: 0 }
      if (update === null || (await this.log.appendOwn({ ...own, update }, db)) !== null)
        return answer as EditAnswer<Name>
    }
    throw new Error(`Text ${documentId} was changed by the server ${mostTries} times while an edit was made`)
  }

  private lookSoon(watch: Watch, afterMs: number): void {
    if (watch.timer || watch.isOver || this.isStopping) return
    watch.timer = setTimeout(() => {
      watch.timer = null
      void this.look(watch)
    }, afterMs)
  }

  private async look(watch: Watch): Promise<void> {
    try {
      const position = await watch.inTurn(async () => (watch.isOver ? null : watch.lookout.lookOn()))
      watch.isDenied = position === null
      watch.pause = faultPause.first
      if (watch.restTimer) clearTimeout(watch.restTimer)
      if (watch.isOver) return
      watch.restTimer = setTimeout(() => void watch.inTurn(() => watch.lookout.rest()), restAfterMs).unref()
    } catch (error) {
      // Going on is safe: everything is in the log, and looking begins again where the log says that it ended.
      reportFault(`looking for lost words in text ${watch.lookout.documentId}`, error)
      this.lookSoon(watch, watch.pause)
      watch.pause = Math.min(watch.pause * 2, faultPause.most)
    }
  }

  private async end(watch: Watch): Promise<void> {
    watch.isOver = true
    watch.lookout.giveUp()
    for (const timer of [watch.timer, watch.restTimer]) if (timer) clearTimeout(timer)
    try {
      await watch.inTurn(async () => {
        await watch.lookout.rest()
        await watch.lock?.release()
      })
    } catch (error) {
      // Going on is safe: a lock that cannot be given back has gone with its connection.
      reportFault(`ending to look through text ${watch.lookout.documentId}`, error)
    }
  }

  private newWatch(documentId: string, live: LiveDocument | null): Watch {
    const { log, thread } = this
    const house: LookoutHouse = {
      mayLook: async () => {
        if (!watch.lock?.isHeld) watch.lock = await this.locks.take(`rescue ${documentId}`)
        return watch.lock !== null
      },
      load: () => log.loadWhole(documentId),
      groupsAfter: async (seq) => live?.groupsAfter(seq) ?? log.since(documentId, seq),
      owners: (clients) => log.owners(documentId, clients),
      appendOwn: (own) => log.appendOwn(own),
      storeLooked: (epoch, from, to) => log.storeLooked(documentId, epoch, from, to),
      setAside: (bad, barred) => log.setAside(documentId, bad, barred),
      copies: {
        open: async (state, updates) => {
          const copy = ++this.copies
          await thread.ask('open', { copy, state, updates })
          return copy
        },
        look: (copy, updates) => thread.ask('look', { copy, updates }),
        bringBack: (copy, lost, people, client) => thread.ask('bringBack', { copy, lost, people, client }),
        close: async (copy) => void (await thread.ask('close', { copy })),
      },
    }
    const watch = new Watch(new Lookout(documentId, house), live)
    return watch
  }
}

/** A Yjs client for the server in a text in which it has not written yet. */
const newClient = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!
