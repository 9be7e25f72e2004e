/**
 * Messages as two kinds of servers want them: y-websocket's, which is ours as well, and Hocuspocus', which puts the name of the text before each
 * and wants to be shown a token first. Only as much as makes load.
 */
import * as encoding from 'lib0/encoding'
import { messageKinds, syncKinds } from '#schema/vocabulary/collaboration.js'

export type Dialect = 'y-websocket' | 'hocuspocus'

/** Hocuspocus' answer to a question that was itself an answer; read like a sync message. */
const SYNC_REPLY = 4

const emptyUpdate = new Uint8Array([0, 0])
const encoded = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export class Framing {
  private readonly prefix: Uint8Array
  /** To be sent before anything else; null where nothing is wanted. */
  readonly opening: Uint8Array | null

  constructor(dialect: Dialect, name: string) {
    const isHocuspocus = dialect === 'hocuspocus'
    this.prefix = isHocuspocus ? encoded((encoder) => encoding.writeVarString(encoder, name)) : new Uint8Array()
    this.opening = isHocuspocus
      ? this.message((encoder) => {
          encoding.writeVarUint(encoder, messageKinds.AUTH)
          encoding.writeVarUint(encoder, 0)
          encoding.writeVarString(encoder, '')
        })
      : null
  }

  step1(stateVector: Uint8Array): Uint8Array {
    return this.sync(syncKinds.STEP_1, stateVector)
  }

  step2(update: Uint8Array = emptyUpdate): Uint8Array {
    return this.sync(syncKinds.STEP_2, update)
  }

  update(update: Uint8Array): Uint8Array {
    return this.sync(syncKinds.UPDATE, update)
  }

  /** Looks at the first bytes only. */
  kindOf(frame: Uint8Array): 'step1' | 'step2' | 'update' | 'other' {
    const kind = frame[this.prefix.length]
    if (kind !== messageKinds.SYNC && kind !== SYNC_REPLY) return 'other'
    switch (frame[this.prefix.length + 1]) {
      case syncKinds.STEP_1:
        return 'step1'
      case syncKinds.STEP_2:
        return 'step2'
      case syncKinds.UPDATE:
        return 'update'
      default:
        return 'other'
    }
  }

  private sync(kind: number, payload: Uint8Array): Uint8Array {
    return this.message((encoder) => {
      encoding.writeVarUint(encoder, messageKinds.SYNC)
      encoding.writeVarUint(encoder, kind)
      encoding.writeVarUint8Array(encoder, payload)
    })
  }

  private message(write: (encoder: encoding.Encoder) => void): Uint8Array {
    return encoded((encoder) => {
      encoding.writeUint8Array(encoder, this.prefix)
      write(encoder)
    })
  }
}
