/** What one frame of a client does. */
import { decodeStateVector } from 'yjs'
import type { Connection } from './connection.js'
import type { LiveDocument } from './live-document.js'
import { readMessage } from './wire.js'

/**
 * Handles a frame. Not null: the update in it may build on something that another process has stored; call the answer once we have caught up, and
 * handle no other frame of this connection before.
 */
export function handleFrame(connection: Connection, live: LiveDocument, frame: Uint8Array): (() => void) | null {
  const message = readMessage(frame)
  switch (message?.kind) {
    case undefined:
      connection.close('BAD_MESSAGE', 'this is no message')
      return null
    case 'step1': {
      const stateVector = stateVectorOf(message.stateVector)
      if (stateVector) live.answer(connection, stateVector)
      else connection.close('BAD_MESSAGE', 'no state vector')
      return null
    }
    case 'awareness':
      live.hearPresence(connection, message.payload)
      return null
    case 'queryAwareness':
      live.tellPresence(connection)
      return null
    case 'update': {
      const { update, isAnswer } = message
      const n = connection.count()
      if (live.receive(connection, update, isAnswer, n, false) === 'done') return null
      return () => void live.receive(connection, update, isAnswer, n, true)
    }
  }
}

function stateVectorOf(bytes: Uint8Array): Map<number, number> | null {
  try {
    return decodeStateVector(bytes)
  } catch {
    return null // truncated
  }
}
