/**
 * One open socket: what it may do, how many updates it has sent, how many of them are settled. Knows bytes, not documents.
 */
import type { WebSocket } from 'ws'
import { closeCodes, type CloseReason, type UpdateRefusal } from '#schema/vocabulary/collaboration.js'
import { Allowance } from './allowance.js'
import type { Identified } from './presence.js'
import { deniedFrame, refusedFrame, standingFrame, storedFrame, storingFrame, type Standing } from './wire.js'

/** Bytes that may wait for a reader beyond what it was sent on opening. */
export const mostWaiting = 4 * 1024 * 1024

const limits = {
  frames: { atOnce: 1000, perSecond: 250 },
  bytes: { atOnce: 8 * 1024 * 1024, perSecond: 1024 * 1024 },
}

export interface ConnectionFacts {
  /** Null for a stranger. */
  readonly who: Identified | null
  /** Version of the document schema that the program knows; null when it did not say. */
  readonly schemaVersion: number | null
  /** It asked for our own messages. */
  readonly hearsNotices: boolean
}

export class Connection {
  /** Whether the person may write in the text now. */
  mayEdit = false
  /** It asked for what it lacks, and was answered: it gets what comes after that. */
  hasAsked = false
  /** We asked for what we lack and have not been answered. */
  isAsked = false
  /** Updates received so far; the n of our notices. */
  received = 0
  /** Yjs clients under which it has written. */
  readonly writesAs = new Set<number>()
  private settledUpTo = 0
  /** Updates that are not settled: on their way to the disk, or waiting for what they build on. */
  private readonly unsettled = new Map<number, 'stored soon' | 'asked again'>()
  private wasDenied = false
  private allowedToWait = mostWaiting
  private readonly frames: Allowance
  private readonly bytes: Allowance

  constructor(
    private readonly socket: WebSocket,
    readonly facts: ConnectionFacts,
  ) {
    const now = performance.now()
    this.frames = new Allowance(limits.frames.atOnce, limits.frames.perSecond, now)
    this.bytes = new Allowance(limits.bytes.atOnce, limits.bytes.perSecond, now)
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN
  }

  /** Whether its updates count: a person who may, with a program that said which schema it knows. */
  get mayWrite(): boolean {
    return this.mayEdit && this.facts.schemaVersion !== null && this.facts.who !== null
  }

  /** Whether a frame of this size may come in now. */
  allows(size: number): boolean {
    const now = performance.now()
    return this.frames.take(1, now) && this.bytes.take(size, now)
  }

  /**
   * Sends frames that are ready as they are. They go past the library, in one write: the system call is what costs. Nothing of the library's own
   * can lie half-sent in between, because without compression it writes each frame at once.
   */
  send(frames: Uint8Array): void {
    if (!this.isOpen) return
    const stream = this.streamOf()
    if (stream.writableLength > this.allowedToWait) {
      this.close('TRY_AGAIN', 'too much is waiting for this reader')
      return
    }
    stream.write(frames)
  }

  /**
   * The same for the answer to a client that opens the text: it may be large, and must not count as slowness. Whoever asks again and again without
   * reading the answers does not get them.
   */
  sendWhole(frames: readonly Uint8Array[]): void {
    if (!this.isOpen) return
    const stream = this.streamOf()
    if (stream.writableLength > mostWaiting) {
      this.close('TRY_AGAIN', 'too much is waiting for this reader')
      return
    }
    const size = frames.reduce((sum, { length }) => sum + length, 0)
    this.allowedToWait = Math.max(this.allowedToWait, stream.writableLength + size + mostWaiting)
    // One write for the system, and no copy for each reader of what is the same for all.
    stream.cork()
    for (const frame of frames) stream.write(frame)
    stream.uncork()
  }

  close(reason: CloseReason, text = ''): void {
    if (this.isOpen) this.socket.close(closeCodes[reason], text)
  }

  /** Counts an update that was received. */
  count(): number {
    return ++this.received
  }

  /** The update is on its way. */
  await(n: number): void {
    this.unsettled.set(n, 'stored soon')
  }

  /** The update builds on something that is not here; the answer to our question will hold it. */
  awaitAnswer(n: number): void {
    this.unsettled.set(n, 'asked again')
  }

  /** The update is settled; as an answer it settles what it was asked for. */
  settle(n: number, isAnswer: boolean): void {
    this.unsettled.delete(n)
    if (!isAnswer) return
    for (const [earlier, state] of this.unsettled) {
      if (earlier < n && state === 'asked again') this.unsettled.delete(earlier)
    }
  }

  /** Says how far all is settled, when that is news. */
  tellSettled(): void {
    let upTo = this.received
    for (const n of this.unsettled.keys()) if (n <= upTo) upTo = n - 1
    if (upTo <= this.settledUpTo) return
    this.settledUpTo = upTo
    if (this.facts.hearsNotices) this.send(storedFrame(upTo))
  }

  /** Says that an update was dropped: to our own clients each time, to others once. */
  refuse(n: number, why: UpdateRefusal): void {
    if (this.facts.hearsNotices) this.send(refusedFrame(n, why))
    else if (!this.wasDenied) this.send(deniedFrame(why))
    this.wasDenied = true
    this.tellSettled()
  }

  tellStanding(standing: Standing): void {
    if (this.facts.hearsNotices) this.send(standingFrame(standing))
  }

  tellStoring(works: boolean): void {
    if (this.facts.hearsNotices) this.send(storingFrame(works))
  }

  private streamOf(): Stream {
    return (this.socket as unknown as { _socket: Stream })._socket
  }
}

interface Stream {
  readonly writableLength: number
  write(bytes: Uint8Array): boolean
  cork(): void
  uncork(): void
}
