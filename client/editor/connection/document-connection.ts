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
import { WebsocketProvider } from 'y-websocket'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { messageKinds, noticeKinds, syncKinds, type UpdateRefusal } from '#schema/vocabulary/collaboration.js'
import {
  after,
  opening,
  waitingOf,
  type ConnectionEvent,
  type ConnectionState,
  type Standing,
} from './connection-state.js'
import { endingOf, pauseBefore } from './endings.js'

type SocketClass = typeof WebSocket

export interface DocumentConnectionOptions {
  /** `wss://host/collab`. */
  readonly address: string
  readonly documentId: string
  readonly doc: Y.Doc
  /** Version of the document schema that this program knows. */
  readonly schemaVersion: number
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
  private attempts = 0
  private isOver = false

  constructor(options: DocumentConnectionOptions) {
    const { address, documentId, doc, schemaVersion, Socket = WebSocket, chance = Math.random } = options
    this.doc = doc
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

  destroy(): void {
    this.isOver = true
    clearInterval(this.watch)
    this.network?.removeEventListener('offline', this.onNetwork)
    this.network?.removeEventListener('online', this.onNetwork)
    this.doc.off('update', this.onUpdate)
    this.listeners.clear()
    this.awareness.destroy()
    this.provider.destroy()
  }

  private readonly onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin !== this.provider) this.happened({ type: 'written' })
  }

  private readonly onNetwork = (event: { type: string }): void => {
    if (event.type === 'online') this.again()
    else if (this.provider.wsconnected) this.reopen()
  }

  private onSend(message: Uint8Array): void {
    if (message[0] !== messageKinds.SYNC || message[1] === syncKinds.STEP_1) return
    this.happened({ type: 'sent', isAnswer: message[1] === syncKinds.STEP_2 })
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
    const isSilent = this.now() - this.provider.wsLastMessageReceived > silenceWithChangesWaitingMs
    if (this.provider.wsconnected && isSilent && waitingOf(this.state) > 0 && this.state.storingWorks) this.reopen()
  }

  private forgetOthers(): void {
    for (const client of this.awareness.meta.keys())
      if (client !== this.awareness.clientID) this.awareness.meta.delete(client)
    for (let step = 0; step < 2; step++) this.awareness.setLocalState(this.awareness.getLocalState())
  }

  private happened(event: ConnectionEvent): void {
    this.state = after(this.state, event)
    for (const listener of this.listeners) listener()
  }
}

/** A WebSocket that tells what it sends. */
function tellingOf(Socket: SocketClass, tell: (message: Uint8Array) => void): SocketClass {
  return class extends Socket {
    override send(message: Parameters<WebSocket['send']>[0]): void {
      if (message instanceof Uint8Array) tell(message)
      super.send(message)
    }
  }
}
