import { Injectable } from '@nestjs/common'
import { newId, sqlState } from '#server/platform/database/index.js'
import { reportFault } from '#server/platform/errors/index.js'
import type { LiveDocument, Outgoing } from './live-document.js'
import { UpdateLog } from './update-log.store.js'

/** Classes of SQLSTATE with which the database says that it is at fault, not what was sent. */
const passing = /^(08|25|40|53|55|57|58|XX)/
const patience = { first: 50, most: 2000 }
/**
 * A group leaves this long after the one before at the earliest. What costs most is one write to each reader of each group, so under load a few
 * milliseconds are worth it; whoever types after a pause does not wait.
 */
const gatherMs = 6

/**
 * Stores what waits, of all texts together: one statement, and the next leaves when the last has committed. Under load groups grow by themselves.
 * What cannot be stored waits and is tried again; a statement that failed may yet have been carried out, and then an update is in the log
 * twice, which changes nothing. [CS-4]
 */
@Injectable()
export class Appender {
  /** Names this process to others, and to itself. */
  readonly process = newId()
  private readonly waiting = new Set<LiveDocument>()
  private running: Promise<void> | null = null
  private works = true
  private isStopping = false
  private lastLeftAt = -Infinity

  constructor(private readonly log: UpdateLog) {}

  wake(document: LiveDocument): void {
    this.waiting.add(document)
    this.running ??= this.run().finally(() => (this.running = null))
  }

  /** Forgets a text that was given up. */
  forget(document: LiveDocument): void {
    this.waiting.delete(document)
  }

  /** Waits until all is stored, or cannot be. */
  async stop(): Promise<void> {
    this.isStopping = true
    await this.running
  }

  private async run(): Promise<void> {
    // What came in with one read of the network leaves together.
    await new Promise(setImmediate)
    let pause = patience.first
    while (this.waiting.size > 0) {
      const rest = gatherMs - (performance.now() - this.lastLeftAt)
      if (rest > 0 && !this.isStopping) await new Promise((resolve) => setTimeout(resolve, rest))
      this.lastLeftAt = performance.now()
      const outgoing = new Map([...this.waiting].map((document) => [document, document.takeWaiting()]))
      this.waiting.clear()
      try {
        await this.store(outgoing)
        pause = patience.first
        this.tell(true, outgoing.keys())
      } catch (error) {
        // Going on is safe: nothing was acknowledged or passed on, and all of it waits again.
        if (this.works) reportFault('storing what people write; trying again', error)
        for (const [document, out] of outgoing) {
          document.putBack(out)
          this.waiting.add(document)
        }
        this.works = false
        if (this.isStopping) return
        await new Promise((resolve) => setTimeout(resolve, pause))
        pause = Math.min(pause * 2, patience.most)
      }
    }
  }

  private async store(outgoing: Map<LiveDocument, Outgoing>): Promise<void> {
    const batches = [...outgoing.values()].flatMap(({ batch }) => (batch ? [batch] : []))
    let numbers = new Map<string, number>()
    try {
      if (batches.length > 0) numbers = await this.log.append(batches, this.process)
    } catch (error) {
      if (isPassing(error)) throw error
      // Something in one text cannot be stored at all: the others must not wait for it.
      for (const [document, out] of outgoing) await this.storeAlone(document, out)
      return
    }
    for (const [document, out] of outgoing) this.done(document, out, numbers)
  }

  private async storeAlone(document: LiveDocument, out: Outgoing): Promise<void> {
    try {
      this.done(document, out, out.batch ? await this.log.append([out.batch], this.process) : new Map())
    } catch (error) {
      if (isPassing(error)) {
        document.putBack(out)
        this.waiting.add(document)
      } else document.giveUp(error)
    }
  }

  private done(document: LiveDocument, out: Outgoing, numbers: ReadonlyMap<string, number>): void {
    const seq = numbers.get(document.id)
    if (out.batch && seq === undefined) document.giveUp(null)
    else document.hasStored(out, seq ?? null)
  }

  private tell(works: boolean, documents: Iterable<LiveDocument>): void {
    if (this.works === works) return
    this.works = works
    for (const document of documents) document.tellStoring(works)
  }
}

const isPassing = (error: unknown): boolean => {
  const state = sqlState(error)
  return state === null || passing.test(state)
}
