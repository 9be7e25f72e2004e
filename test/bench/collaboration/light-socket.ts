/**
 * A WebSocket client that costs next to nothing, so that a hundred of them leave the processors to what is measured: frames are told apart by their
 * heads and handed on where they lie. Servers without extensions and without fragments only (RFC 6455, section 5.2).
 */
import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Socket } from 'node:net'

const opcodes = { binary: 2, close: 8, ping: 9, pong: 10 } as const

/** What arrives on a connection, cut into frames. */
export class Frames {
  private pieces: Buffer[] = []
  private held = 0
  /** As many bytes must be there before it is worth looking. */
  private needed = 2

  /** Calls for each frame that is complete by now. The payload is a view; copy what is to be kept. */
  take(piece: Buffer, found: (opcode: number, payload: Buffer) => void): void {
    this.pieces.push(piece)
    this.held += piece.length
    if (this.held < this.needed) return
    const all = this.pieces.length === 1 ? piece : Buffer.concat(this.pieces, this.held)
    let at = 0
    this.needed = 2
    while (all.length - at >= 2) {
      const short = all[at + 1]! & 0x7f
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      if (all.length - at < head) {
        this.needed = head
        break
      }
      const length = head === 2 ? short : head === 4 ? all.readUInt16BE(at + 2) : Number(all.readBigUInt64BE(at + 2))
      if (all.length - at < head + length) {
        this.needed = head + length
        break
      }
      found(all[at]! & 0x0f, all.subarray(at + head, at + head + length))
      at += head + length
    }
    this.held = all.length - at
    this.pieces = this.held > 0 ? [all.subarray(at)] : []
  }
}

/** A frame as a client sends it: whole, and masked as it must be. */
export function clientFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.alloc(head + 4 + length)
  frame[0] = 0x80 | opcode
  frame[1] = 0x80 | (head === 2 ? length : head === 4 ? 126 : 127)
  if (head === 4) frame.writeUInt16BE(length, 2)
  if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  const mask = randomBytes(4)
  frame.set(mask, head)
  for (let i = 0; i < length; i++) frame[head + 4 + i] = payload[i]! ^ mask[i & 3]!
  return frame
}

/** Handed on to whoever opened the socket. */
export interface Heard {
  message(payload: Buffer): void
  /** Without having been asked to. */
  closed(code: number, reason: string): void
}

export class LightSocket {
  private readonly frames = new Frames()
  private isLeaving = false

  private constructor(
    private readonly socket: Socket,
    private readonly heard: Heard,
    head: Buffer,
  ) {
    socket.setNoDelay(true)
    const take = (piece: Buffer) => this.frames.take(piece, (opcode, payload) => this.receive(opcode, payload))
    socket.on('data', take)
    socket.on('error', () => socket.destroy()) // told by 'close'
    socket.on('close', () => this.end(1006, 'the connection was cut'))
    take(head)
  }

  /** Fails when the server does not answer with a socket. `heard` is called from the first frame on, which may be before this returns. */
  static open(url: string, headers: Readonly<Record<string, string>>, heard: Heard): Promise<LightSocket> {
    return new Promise((resolve, reject) => {
      const asking = request(url.replace('ws', 'http'), {
        headers: {
          ...headers,
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': randomBytes(16).toString('base64'),
        },
        agent: false,
      })
      asking.on('upgrade', (_, socket, head) => resolve(new LightSocket(socket as Socket, heard, head)))
      asking.on('response', ({ statusCode }) => reject(new Error(`${url} answered with ${statusCode}`)))
      asking.on('error', reject)
      asking.end()
    })
  }

  send(message: Uint8Array): void {
    this.socket.write(clientFrame(opcodes.binary, message))
  }

  /** Says good-bye and waits for the answer. */
  leave(): Promise<void> {
    this.isLeaving = true
    return new Promise((resolve) => {
      this.socket.once('close', () => resolve())
      this.socket.write(clientFrame(opcodes.close, Buffer.from([0x03, 0xe8])))
    })
  }

  private receive(opcode: number, payload: Buffer): void {
    switch (opcode) {
      case opcodes.binary:
        return this.heard.message(payload)
      case opcodes.ping:
        return void this.socket.write(clientFrame(opcodes.pong, payload))
      case opcodes.close:
        this.end(payload.length > 1 ? payload.readUInt16BE(0) : 1005, payload.subarray(2).toString())
        return void this.socket.end()
    }
  }

  private end(code: number, reason: string): void {
    if (!this.isLeaving) this.heard.closed(code, reason)
    this.isLeaving = true
  }
}
