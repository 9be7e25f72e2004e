import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as Y from 'yjs'
import { schemaVersion } from '#schema/document/index.js'
import { messageKinds, noticeKinds, syncKinds } from '#schema/vocabulary/collaboration.js'

export interface Entry {
  readonly url: string
  readonly documentId: string
  readonly token?: string
  readonly cookie?: string
  /** Null: not said. */
  readonly schema?: number | null
  readonly ack?: boolean
}

/** Waits for something to become so; the test's own time limit ends it. */
export async function until(isSo: () => unknown): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 3))
}

const headersOf = ({ token, cookie, url }: Entry): Record<string, string> => ({
  ...(token && { authorization: `Bearer ${token}` }),
  ...(cookie && { cookie, origin: url }),
})

const addressOf = ({ url, documentId, schema = schemaVersion, ack = true }: Entry): string => {
  const address = new URL(`/collab/${documentId}`, url.replace('http', 'ws'))
  if (schema !== null) address.searchParams.set('schema', String(schema))
  if (ack) address.searchParams.set('features', 'ack')
  return address.href
}

/** A client of our own protocol, as small as one can be: shows each step, loses nothing, and comes back only when told. */
export class Client {
  readonly sent: Uint8Array[] = []
  stored = 0
  readonly refused: { n: number; why: string }[] = []
  readonly standings: { mayEdit: boolean; schemaVersion: number; epoch: number }[] = []
  readonly storing: boolean[] = []
  readonly denied: string[] = []
  readonly awareness: awarenessProtocol.Awareness
  synced = false
  closed: { code: number; reason: string } | null = null
  socket: WebSocket | null = null
  /** Called for each update that came from the server. */
  onUpdate: (update: Uint8Array) => void = () => {}

  constructor(
    readonly entry: Entry,
    readonly doc = new Y.Doc(),
  ) {
    this.awareness = new awarenessProtocol.Awareness(doc)
    clearInterval((this.awareness as unknown as { _checkInterval: NodeJS.Timeout })._checkInterval)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.sendUpdate(update)
    })
  }

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN
  }

  async open(): Promise<this> {
    this.stored = 0
    this.sent.length = 0
    this.synced = false
    this.closed = null
    const socket = new WebSocket(addressOf(this.entry), { headers: headersOf(this.entry), perMessageDeflate: false })
    this.socket = socket
    socket.on('message', (data) => this.hear(new Uint8Array(data as Buffer)))
    socket.on('error', () => {})
    socket.on('close', (code, reason) => {
      if (this.socket === socket) this.closed = { code, reason: String(reason) }
    })
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    this.send(messageKinds.SYNC, (encoder) => {
      encoding.writeVarUint(encoder, syncKinds.STEP_1)
      encoding.writeVarUint8Array(encoder, Y.encodeStateVector(this.doc))
    })
    return this
  }

  /** Open, and all that the server had is here. */
  async ready(): Promise<this> {
    await this.open()
    await until(() => this.synced || this.closed)
    return this
  }

  async left(): Promise<{ code: number; reason: string }> {
    await until(() => this.closed)
    return this.closed!
  }

  async leave(): Promise<void> {
    this.socket?.terminate()
    await until(() => this.closed)
  }

  write(text: string, at?: number): void {
    const shared = this.doc.getText('t')
    shared.insert(at ?? shared.length, text)
  }

  get text(): string {
    return this.doc.getText('t').toString()
  }

  sendUpdate(update: Uint8Array): void {
    if (!this.isOpen) return
    this.sent.push(update)
    this.send(messageKinds.SYNC, (encoder) => {
      encoding.writeVarUint(encoder, syncKinds.UPDATE)
      encoding.writeVarUint8Array(encoder, update)
    })
  }

  point(state: Record<string, unknown>): void {
    this.awareness.setLocalState(state)
    this.send(messageKinds.AWARENESS, (encoder) =>
      encoding.writeVarUint8Array(
        encoder,
        awarenessProtocol.encodeAwarenessUpdate(this.awareness, [this.doc.clientID]),
      ),
    )
  }

  /** All that was sent is on disk. */
  async saved(): Promise<void> {
    await until(() => this.stored >= this.sent.length || this.closed)
    if (this.closed) throw new Error(`closed with ${this.closed.code} ${this.closed.reason} before all was stored`)
  }

  private send(kind: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, kind)
    write(encoder)
    this.socket!.send(encoding.toUint8Array(encoder))
  }

  private hear(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case messageKinds.SYNC: {
        const kind = decoding.readVarUint(decoder)
        const payload = decoding.readVarUint8Array(decoder)
        if (kind === syncKinds.STEP_1) {
          const update = Y.encodeStateAsUpdate(this.doc, payload)
          this.sent.push(update)
          this.send(messageKinds.SYNC, (encoder) => {
            encoding.writeVarUint(encoder, syncKinds.STEP_2)
            encoding.writeVarUint8Array(encoder, update)
          })
        } else {
          Y.applyUpdate(this.doc, payload, this)
          this.onUpdate(payload)
          if (kind === syncKinds.STEP_2) this.synced = true
        }
        return
      }
      case messageKinds.AWARENESS:
        return awarenessProtocol.applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this)
      case messageKinds.AUTH:
        decoding.readVarUint(decoder)
        this.denied.push(decoding.readVarString(decoder))
        return
      case messageKinds.NOTICE:
        switch (decoding.readVarUint(decoder)) {
          case noticeKinds.STORED:
            this.stored = decoding.readVarUint(decoder)
            return
          case noticeKinds.REFUSED: {
            const n = decoding.readVarUint(decoder)
            this.refused.push({ n, why: decoding.readVarString(decoder) })
            return
          }
          case noticeKinds.STANDING:
            this.standings.push(JSON.parse(decoding.readVarString(decoder)) as Client['standings'][number])
            return
          case noticeKinds.STORING:
            this.storing.push(decoding.readVarUint(decoder) === 1)
        }
    }
  }
}

/** The client that everybody uses, as it is. */
export function stockClient(entry: Entry, doc = new Y.Doc()): WebsocketProvider {
  class WithHeaders extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: headersOf(entry) })
    }
  }
  return new WebsocketProvider(`${entry.url.replace('http', 'ws')}/collab`, entry.documentId, doc, {
    WebSocketPolyfill: WithHeaders as never,
    disableBc: true,
    params: entry.schema === null ? {} : { schema: String(entry.schema ?? schemaVersion) },
  })
}
