/**
 * The line to one shared text: y-websocket's provider, with the notices of our protocol and some of its faults mended from outside:
 *
 * - After a reconnection others stay unseen, and oneself too, until the next renewal 15 seconds later, because no clock moves on (yjs/y-websocket
 *   #122). The own clock is moved two steps (the server has used one to say that we were gone), and what is known of others is forgotten.
 * - Everybody comes back from a restart in the same moments: its pauses have no chance in them. Ours have (endings.ts).
 * - It needs 30 seconds of silence to notice a dead line, however much waits to be stored. With changes waiting, 12 are enough.
 * - It does not listen to the browser's word that the network is gone or back.
 * - What it does not understand it writes to the console.
 *
 * To see whether one of them is mended: leave out the line and run test/drafting/provider.test.ts.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebsocketProvider } from 'y-websocket'
import type { Awareness } from 'y-protocols/awareness'
import { readSyncStep2 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { settleSplit, type SplitSettling } from '#schema/document/settle-split.js'
import { mayBeApart, splitsBetween, type Split } from '#schema/document/split-changes.js'
import { messageKinds, noticeKinds, syncKinds, type UpdateRefusal } from '#schema/vocabulary/collaboration.js'
import { answerTo } from './answer.js'
import {
  after,
  isSpoilt,
  opening,
  waitingOf,
  type ConnectionEvent,
  type ConnectionState,
  type Standing,
} from './connection-state.js'
import { endingOf, pauseBefore } from './endings.js'

type SocketClass = typeof WebSocket

/** Who keeps what is written here while the server does not have it. [OF-3] */
export interface Keeper {
  /** What was known of the text at the last time; null when it was never here as a whole. */
  readonly standing: Standing | null
  /** Changes of an earlier time of which nobody knows that they are stored, in order. The Y.Doc holds them. */
  readonly unsent: readonly Uint8Array[]
  readonly works: boolean
  /** Whether an update came out of the copy and was not written here now. */
  brought(origin: unknown): boolean
  /** `isLive`: the line is there, so it is probably stored in a moment. */
  wrote(update: Uint8Array, isLive: boolean): void
  /** The first so many of the changes that wait are settled. */
  stored(changes: number): void
  /** All of the text is here, and this is what is known of it. */
  knows(standing: Standing): void
  /** The copy holds what the text will not hold, or is of no use any more; or all is well again. */
  spoilt(isSpoilt: boolean): void
  /** Calls back once, when nothing can be kept any more. */
  onFailing(tell: () => void): void
}

/** Two versions of clauses, of which somebody has to choose. */
export interface Apart {
  readonly splits: readonly Split[]
  /** What everybody else has. */
  readonly theirs: Y.Doc
}

/** While it is asked whether the two sides have gone apart, and somebody chooses, nothing leaves, and what comes stays in a copy of its own. */
interface Holding {
  readonly theirs: Y.Doc
  /** What the server asked, once it has; it does not ask those who may not write. */
  question: Uint8Array | null
  isWhole: boolean
  splits: readonly Split[]
}

export interface DocumentConnectionOptions {
  /** `wss://host/collab`. */
  readonly address: string
  readonly documentId: string
  readonly doc: Y.Doc
  /** Version of the document schema that this program knows. */
  readonly schemaVersion: number
  /** Who keeps changes on this device; without one they live as long as the window. */
  readonly keeper?: Keeper | null
  /** Tells when the network goes (`offline`) and comes back (`online`): the window, in a browser. */
  readonly network?: EventTarget
  /** Another WebSocket than the platform's. */
  readonly Socket?: SocketClass
  /** From 0 to 1. */
  readonly chance?: () => number
  readonly now?: () => number
}

const silenceWithChangesWaitingMs = 12_000
const lookEveryMs = 3_000

/** Connects at once. `destroy` leaves; the Y.Doc stays as it is. */
export class DocumentConnection {
  state: ConnectionState = opening
  readonly awareness: Awareness
  private readonly provider: WebsocketProvider
  private readonly listeners = new Set<() => void>()
  private readonly doc: Y.Doc
  private readonly now: () => number
  private readonly network: EventTarget | undefined
  private readonly watch: ReturnType<typeof setInterval>
  private readonly keeper: Keeper | null
  /** Own changes of which the server has not said that they are stored, in order: as many as `waitingOf(state)`. */
  private unsent: Uint8Array[]
  private holding: Holding | null = null
  /** Said of the message that is being sent. */
  private sending: { readonly holds: number } | null = null
  /** How often two versions were put together here. What is shown is then made anew, and so is what can be undone. */
  settled = 0
  private attempts = 0
  private isOver = false

  constructor(options: DocumentConnectionOptions) {
    const { address, documentId, doc, schemaVersion, Socket = WebSocket, chance = Math.random, keeper = null } = options
    this.doc = doc
    this.keeper = keeper
    this.unsent = [...(keeper?.unsent ?? [])]
    if (keeper?.standing)
      this.state = after(this.state, { type: 'copy', standing: keeper.standing, unsent: this.unsent.length })
    else for (let n = 0; n < this.unsent.length; n++) this.state = after(this.state, { type: 'written' })
    if (keeper) this.state = after(this.state, { type: 'kept', works: keeper.works })
    keeper?.onFailing(() => this.happened({ type: 'kept', works: false }))
    this.now = options.now ?? Date.now
    this.network = options.network
    // Before the provider listens, so that a change is counted before it is sent.
    doc.on('update', this.onUpdate)
    this.provider = new WebsocketProvider(address, documentId, doc, {
      connect: false,
      // Nothing may be seen before it is on disk, not even in another window of the same browser.
      disableBc: true,
      params: { schema: String(schemaVersion), features: 'ack' },
      WebSocketPolyfill: tellingOf(Socket, (message) => this.onSend(message)),
      shouldReconnect: ({ code }) => endingOf(code) === null,
    })
    this.awareness = this.provider.awareness
    // A state with the clock at 0 is news to nobody: whoever only looks on would be unseen for 15 seconds.
    this.awareness.setLocalState({})
    this.provider.messageHandlers[messageKinds.SYNC] = (_encoder, decoder) => this.onSync(decoder)
    this.provider.messageHandlers[messageKinds.NOTICE] = (_encoder, decoder) => this.onNotice(decoder)
    // Our notices say the same and more.
    this.provider.messageHandlers[messageKinds.AUTH] = () => {}
    this.provider.on('sync', (isSynced: boolean) => {
      if (!isSynced) return
      this.attempts = 0
      this.happened({ type: 'synced' })
    })
    this.provider.on('connection-close', (event: { code?: number } | null) => {
      const code = event?.code ?? null
      // The provider waits 2^n * 100 ms, at most `maxBackoffTime`: with a large n the latter is the pause.
      this.provider.maxBackoffTime = pauseBefore(this.attempts, code, chance())
      this.provider.wsUnsuccessfulReconnects = 20
      this.attempts += 1
      this.letGo()
      if (!this.isOver) this.happened({ type: 'closed', code })
    })
    this.provider.on('status', ({ status }: { status: string }) => {
      if (status === 'disconnected') this.forgetOthers()
    })
    this.network?.addEventListener('offline', this.onNetwork)
    this.network?.addEventListener('online', this.onNetwork)
    this.watch = setInterval(() => this.lookAtLine(), lookEveryMs)
    this.provider.connect()
  }

  /** Calls back after each change of `state`; answers how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Tries at once instead of at the end of a pause, and after an end, when a person has done something about it. */
  again(): void {
    if (this.isOver || this.state.phase === 'LIVE') return
    this.attempts = 0
    this.happened({ type: 'again' })
    this.provider.connect()
  }

  /** The versions of which somebody has to choose before anything is sent; null while there are none. */
  get apart(): Apart | null {
    return this.holding && this.holding.splits.length > 0
      ? { splits: this.holding.splits, theirs: this.holding.theirs }
      : null
  }

  /**
   * Puts the two sides together as somebody chose, and sends it in one go. False when there is nothing to choose any more, or when a clause has
   * come to it meanwhile of which was not chosen: `apart` says which.
   */
  settle(how: Omit<SplitSettling, 'received' | 'origin'>): boolean {
    const { holding } = this
    if (!holding?.question) return false
    this.compare(holding)
    if (holding.splits.some(({ clause }) => !how.choices.has(clause))) return false
    settleSplit(this.doc, holding.theirs, { ...how, received: this.provider, origin: settling })
    this.letGo()
    this.settled += 1
    this.send(syncKinds.STEP_2, Y.encodeStateAsUpdate(this.doc, holding.question), this.state.written)
    this.provider.synced = true
    return true
  }

  destroy(): void {
    this.isOver = true
    this.letGo()
    clearInterval(this.watch)
    this.network?.removeEventListener('offline', this.onNetwork)
    this.network?.removeEventListener('online', this.onNetwork)
    this.doc.off('update', this.onUpdate)
    this.listeners.clear()
    this.awareness.destroy()
    this.provider.destroy()
  }

  private readonly onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider || this.keeper?.brought(origin)) return
    this.unsent.push(update)
    this.keeper?.wrote(update, this.state.phase === 'LIVE')
    this.happened({ type: 'written' })
  }

  private onSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    const { holding } = this
    if (kind === syncKinds.STEP_1) {
      const question = decoding.readVarUint8Array(decoder)
      if (holding) holding.question = question
      else this.answer(question)
      return
    }
    readSyncStep2(decoder, holding ? holding.theirs : this.doc, this.provider)
    if (kind === syncKinds.STEP_2 && !holding) this.provider.synced = true
    if (!holding) return
    holding.isWhole ||= kind === syncKinds.STEP_2
    if (!holding.isWhole) return
    this.compare(holding)
    if (holding.splits.length === 0) this.merge(holding)
    else this.happened({ type: 'apart', clauses: holding.splits.length })
  }

  private compare(holding: Holding): void {
    holding.splits = holding.question ? splitsBetween(this.doc, holding.theirs, this.unsent) : []
  }

  /** Nothing is to be chosen: we answer, and take in what came, in this order. */
  private merge({ question, theirs }: Holding): void {
    this.holding = null
    if (question) this.answer(question)
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(this.doc)), this.provider)
    theirs.destroy()
    this.provider.synced = true
  }

  private letGo(): void {
    this.holding?.theirs.destroy()
    this.holding = null
  }

  private answer(question: Uint8Array): void {
    const before = this.state.stored
    for (const { update, changes, isLast } of answerTo(this.doc, question, this.unsent))
      this.send(isLast ? syncKinds.STEP_2 : syncKinds.UPDATE, update, before + changes)
  }

  /** Sends an answer, or a piece of it, with which the server has the first `holds` of the own changes. */
  private send(kind: number, update: Uint8Array, holds: number): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageKinds.SYNC)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, update)
    this.sending = { holds }
    this.provider.ws?.send(encoding.toUint8Array(encoder))
    this.sending = null
  }

  private readonly onNetwork = (event: { type: string }): void => {
    if (event.type === 'online') this.again()
    else if (this.provider.wsconnected) this.reopen()
  }

  /** What leaves instead of a message; null: nothing. */
  private onSend(message: Uint8Array): Uint8Array | null {
    if (message[0] !== messageKinds.SYNC) return message
    if (message[1] === syncKinds.STEP_1) {
      if (!mayBeApart(this.doc, this.unsent)) return message
      // All that the server has, so that it can be told from what is here.
      this.holding = { theirs: new Y.Doc(), question: null, isWhole: false, splits: [] }
      return askingForAll
    }
    if (this.holding) return null
    this.happened({ type: 'sent', isAnswer: this.sending !== null, ...this.sending })
    return message
  }

  private onNotice(decoder: decoding.Decoder): void {
    switch (decoding.readVarUint(decoder)) {
      case noticeKinds.STORED:
        return this.happened({ type: 'stored', n: decoding.readVarUint(decoder), at: this.now() })
      case noticeKinds.REFUSED:
        decoding.readVarUint(decoder)
        return this.happened({ type: 'refused', why: decoding.readVarString(decoder) as UpdateRefusal })
      case noticeKinds.STANDING:
        return this.happened({
          type: 'standing',
          standing: JSON.parse(decoding.readVarString(decoder)) as Standing,
        })
      case noticeKinds.STORING:
        return this.happened({ type: 'storing', works: decoding.readVarUint(decoder) === 1 })
    }
  }

  /** Gives up a line that does not answer, and opens another. */
  private reopen(): void {
    this.provider.disconnect()
    this.provider.connect()
  }

  private lookAtLine(): void {
    // Whoever chooses may take their time.
    if (this.holding?.isWhole) return
    const isSilent = this.now() - this.provider.wsLastMessageReceived > silenceWithChangesWaitingMs
    if (this.provider.wsconnected && isSilent && waitingOf(this.state) > 0 && this.state.storingWorks) this.reopen()
  }

  private forgetOthers(): void {
    for (const client of this.awareness.meta.keys())
      if (client !== this.awareness.clientID) this.awareness.meta.delete(client)
    for (let step = 0; step < 2; step++) this.awareness.setLocalState(this.awareness.getLocalState())
  }

  private happened(event: ConnectionEvent): void {
    const before = this.state
    this.state = after(before, event)
    this.tellKeeper(before, this.state)
    for (const listener of this.listeners) listener()
  }

  private tellKeeper(before: ConnectionState, now: ConnectionState): void {
    if (now.stored > before.stored) {
      this.unsent.splice(0, now.stored - before.stored)
      this.keeper?.stored(now.stored - before.stored)
    }
    if (!this.keeper) return
    const isNews = before.phase !== 'LIVE' || before.standing !== now.standing
    if (now.phase === 'LIVE' && now.standing && isNews) this.keeper.knows(now.standing)
    if (isSpoilt(before) !== isSpoilt(now)) this.keeper.spoilt(isSpoilt(now))
  }
}

/** Origin of what is written when two versions are put together. */
const settling = { settling: true }

/** Step 1 of somebody who has nothing. */
const askingForAll = Uint8Array.of(messageKinds.SYNC, syncKinds.STEP_1, 1, 0)

/** A WebSocket that asks what is to leave instead of each message. */
function tellingOf(Socket: SocketClass, ask: (message: Uint8Array) => Uint8Array | null): SocketClass {
  return class extends Socket {
    override send(message: Parameters<WebSocket['send']>[0]): void {
      const leaves = message instanceof Uint8Array ? ask(message) : message
      if (leaves !== null) super.send(leaves as Parameters<WebSocket['send']>[0])
    }
  }
}
