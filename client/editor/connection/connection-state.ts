/**
 * What a connection to a shared text is doing, and how much of what was written here is on the server's disk. A pure function of what happened.
 *
 * "Saved" is claimed only when the server has said *stored* for everything that this copy holds. What is sent before the server's question (step
 * 1) was answered proves nothing by itself, since it may build on something that the server lacks; the answer (step 2) holds all of it.
 */
import type { UpdateRefusal } from '#schema/vocabulary/collaboration.js'
import { endingOf, type Ending } from './endings.js'

/** OPENING: for the first time. LIVE: has all that was stored, and sends as one writes. OFFLINE: comes back by itself. ENDED: somebody has to do something. */
export type Phase = 'OPENING' | 'LIVE' | 'OFFLINE' | 'ENDED'

/** What this connection may do, as the server says it. */
export interface Standing {
  readonly mayEdit: boolean
  readonly schemaVersion: number
  readonly epoch: number
}

export interface ConnectionState {
  readonly phase: Phase
  /** Why it is ENDED. */
  readonly ending: Ending | null
  /** Null until the server has said it once. */
  readonly standing: Standing | null
  /** False while the server cannot store, and says so. */
  readonly storingWorks: boolean
  /** Own changes since the text was opened here, and how many of them, from the first, the server says are stored. */
  readonly written: number
  readonly stored: number
  /** When the server last said that all of it is stored, in milliseconds; null: not yet. */
  readonly savedAt: number | null
  /** Why the server refused a change of this copy, which therefore holds what the text does not. */
  readonly refused: UpdateRefusal | null
  /** Of the socket that is open now. */
  readonly line: Line
}

interface Line {
  /** Updates sent, as the protocol counts them. */
  readonly sent: number
  /** The number of the first answer to the server's question; null before it. */
  readonly answer: number | null
  /** How many own changes were written when the n-th was sent. Those that are settled are gone. */
  readonly covers: readonly { readonly n: number; readonly written: number }[]
}

const newLine: Line = { sent: 0, answer: null, covers: [] }

export const opening: ConnectionState = {
  phase: 'OPENING',
  ending: null,
  standing: null,
  storingWorks: true,
  written: 0,
  stored: 0,
  savedAt: null,
  refused: null,
  line: newLine,
}

export type ConnectionEvent =
  /** A change was made here. */
  | { readonly type: 'written' }
  /** A message that counts has left: an update, or the answer to the server's question. */
  | { readonly type: 'sent'; readonly isAnswer: boolean }
  /** All that the server had is here. */
  | { readonly type: 'synced' }
  | { readonly type: 'stored'; readonly n: number; readonly at: number }
  | { readonly type: 'refused'; readonly why: UpdateRefusal }
  | { readonly type: 'standing'; readonly standing: Standing }
  | { readonly type: 'storing'; readonly works: boolean }
  /** The socket is closed; `code` is null when this side closed it, or nobody knows. */
  | { readonly type: 'closed'; readonly code: number | null }
  /** Somebody wants to try again after an end. */
  | { readonly type: 'again' }

export function after(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  switch (event.type) {
    case 'written':
      return { ...state, written: state.written + 1 }
    case 'sent':
      return sent(state, event.isAnswer)
    case 'synced':
      return { ...state, phase: 'LIVE', ending: null }
    case 'stored':
      return stored(state, event.n, event.at)
    case 'refused':
      return { ...state, refused: event.why }
    case 'standing':
      return { ...state, standing: event.standing }
    case 'storing':
      return { ...state, storingWorks: event.works }
    case 'closed': {
      const ending = endingOf(event.code)
      const phase = ending ? 'ENDED' : state.phase === 'LIVE' ? 'OFFLINE' : state.phase
      // Whether storing works is said anew on each socket, when it does not.
      return { ...state, phase, ending, storingWorks: true, line: newLine }
    }
    case 'again':
      return state.phase === 'ENDED' ? { ...state, phase: 'OFFLINE', ending: null } : state
  }
}

function sent(state: ConnectionState, isAnswer: boolean): ConnectionState {
  const { line, written } = state
  const n = line.sent + 1
  return {
    ...state,
    // The answer sends once more what was refused: whether it is still refused will be said.
    refused: isAnswer ? null : state.refused,
    line: { sent: n, answer: line.answer ?? (isAnswer ? n : null), covers: [...line.covers, { n, written }] },
  }
}

function stored(state: ConnectionState, n: number, at: number): ConnectionState {
  const { line } = state
  if (line.answer === null || n < line.answer) return state
  const settled = line.covers.findLast((cover) => cover.n <= n)
  const upTo = Math.max(state.stored, settled?.written ?? 0)
  const isAll = n >= line.sent && upTo === state.written && state.refused === null
  return {
    ...state,
    stored: upTo,
    savedAt: isAll ? at : state.savedAt,
    line: { ...line, covers: line.covers.filter((cover) => cover.n > n) },
  }
}

/** Own changes of which the server has not said that they are stored. */
export const waitingOf = ({ written, stored: upTo }: ConnectionState): number => written - upTo

/** Whether leaving now could lose what was written here. */
export const isAtRisk = (state: ConnectionState): boolean => waitingOf(state) > 0 || isDiverged(state)

/** This copy holds a change that the server refused. */
export const isDiverged = ({ refused }: ConnectionState): boolean => refused !== null

/** What the saved indicator says. */
export type Saved =
  | { readonly kind: 'OPENING' }
  /** Nothing of one's own, and nothing may be written. */
  | { readonly kind: 'READING' }
  /** `at` is null before the server has said so for the first time. */
  | { readonly kind: 'SAVED'; readonly at: number | null }
  | { readonly kind: 'SAVING'; readonly waiting: number }
  /** The server cannot store, and goes on trying. */
  | { readonly kind: 'STORING_FAILS'; readonly waiting: number }
  /** No connection; `waiting` may be 0. */
  | { readonly kind: 'OFFLINE'; readonly waiting: number; readonly at: number | null }
  | { readonly kind: 'REFUSED'; readonly why: UpdateRefusal }
  | { readonly kind: 'ENDED'; readonly waiting: number }

export function savedOf(state: ConnectionState): Saved {
  const waiting = waitingOf(state)
  if (state.phase === 'OPENING') return { kind: 'OPENING' }
  if (state.phase === 'ENDED') return { kind: 'ENDED', waiting }
  if (state.refused !== null) return { kind: 'REFUSED', why: state.refused }
  if (state.phase === 'OFFLINE') return { kind: 'OFFLINE', waiting, at: state.savedAt }
  if (!state.storingWorks) return { kind: 'STORING_FAILS', waiting }
  if (waiting > 0) return { kind: 'SAVING', waiting }
  if (!state.standing?.mayEdit) return { kind: 'READING' }
  return { kind: 'SAVED', at: state.savedAt }
}

/** Whether one may write here now: also while the line is broken, when one could before. */
export const mayWriteIn = ({ phase, standing, refused }: ConnectionState): boolean =>
  (phase === 'LIVE' || phase === 'OFFLINE') && standing?.mayEdit === true && refused === null
