/**
 * Messages as bytes, and WebSocket frames around them. The format is y-websocket's; docs/collaboration-protocol.md writes it down. Frames are built
 * here so that what goes to a hundred readers is put together once.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageKinds, noticeKinds, syncKinds, type UpdateRefusal } from '#schema/vocabulary/collaboration.js'

/** What a client may send. */
export type Message =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly isAnswer: boolean }
  | { readonly kind: 'awareness'; readonly payload: Uint8Array }
  | { readonly kind: 'queryAwareness' }

/** Reads one message; null when it is none, or when something follows it. */
export function readMessage(bytes: Uint8Array): Message | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const message = messageOf(decoder)
    return message && decoder.pos === bytes.length ? message : null
  } catch {
    return null // lib0 throws at the end of the bytes: a truncated message is none
  }
}

function messageOf(decoder: decoding.Decoder): Message | null {
  switch (decoding.readVarUint(decoder)) {
    case messageKinds.SYNC: {
      const kind = decoding.readVarUint(decoder)
      const payload = decoding.readVarUint8Array(decoder)
      if (kind === syncKinds.STEP_1) return { kind: 'step1', stateVector: payload }
      if (kind === syncKinds.STEP_2) return { kind: 'update', update: payload, isAnswer: true }
      return kind === syncKinds.UPDATE ? { kind: 'update', update: payload, isAnswer: false } : null
    }
    case messageKinds.AWARENESS:
      return { kind: 'awareness', payload: decoding.readVarUint8Array(decoder) }
    case messageKinds.QUERY_AWARENESS:
      return { kind: 'queryAwareness' }
    default:
      return null
  }
}

/** A message as one binary WebSocket frame from server to client (RFC 6455, section 5.2: unmasked, unfragmented). */
export function frameOf(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return framed(encoding.toUint8Array(encoder))
}

function framed(payload: Uint8Array): Uint8Array {
  const { length } = payload
  const headLength = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = new Uint8Array(headLength + length)
  const view = new DataView(frame.buffer)
  view.setUint8(0, 0x82)
  if (headLength === 2) view.setUint8(1, length)
  else if (headLength === 4) {
    view.setUint8(1, 126)
    view.setUint16(2, length)
  } else {
    view.setUint8(1, 127)
    view.setBigUint64(2, BigInt(length))
  }
  frame.set(payload, headLength)
  return frame
}

const sync = (kind: number, payload: Uint8Array): Uint8Array =>
  frameOf((encoder) => {
    encoding.writeVarUint(encoder, messageKinds.SYNC)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, payload)
  })

export const step1Frame = (stateVector: Uint8Array): Uint8Array => sync(syncKinds.STEP_1, stateVector)
export const step2Frame = (update: Uint8Array): Uint8Array => sync(syncKinds.STEP_2, update)
export const updateFrame = (update: Uint8Array): Uint8Array => sync(syncKinds.UPDATE, update)

export const awarenessFrame = (payload: Uint8Array): Uint8Array =>
  frameOf((encoder) => {
    encoding.writeVarUint(encoder, messageKinds.AWARENESS)
    encoding.writeVarUint8Array(encoder, payload)
  })

/** What y-protocols says to somebody whose changes are dropped. */
export const deniedFrame = (reason: string): Uint8Array =>
  frameOf((encoder) => {
    encoding.writeVarUint(encoder, messageKinds.AUTH)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, reason)
  })

const notice = (kind: number, write: (encoder: encoding.Encoder) => void): Uint8Array =>
  frameOf((encoder) => {
    encoding.writeVarUint(encoder, messageKinds.NOTICE)
    encoding.writeVarUint(encoder, kind)
    write(encoder)
  })

export const storedFrame = (n: number): Uint8Array =>
  notice(noticeKinds.STORED, (encoder) => encoding.writeVarUint(encoder, n))

export const refusedFrame = (n: number, why: UpdateRefusal): Uint8Array =>
  notice(noticeKinds.REFUSED, (encoder) => {
    encoding.writeVarUint(encoder, n)
    encoding.writeVarString(encoder, why)
  })

/** What a connection may do, as JSON, so that it can grow. */
export interface Standing {
  readonly mayEdit: boolean
  readonly schemaVersion: number
  readonly epoch: number
}

export const standingFrame = (standing: Standing): Uint8Array =>
  notice(noticeKinds.STANDING, (encoder) => encoding.writeVarString(encoder, JSON.stringify(standing)))

export const storingFrame = (works: boolean): Uint8Array =>
  notice(noticeKinds.STORING, (encoder) => encoding.writeVarUint(encoder, works ? 1 : 0))

/** Several updates as the log keeps them in one row. */
export function packed(updates: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const update of updates) encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

export function unpacked(bytes: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(bytes)
  const updates: Uint8Array[] = []
  while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder))
  return updates
}
