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
  /** A copy of the text from an earlier time is here: it is shown, and written in, before the line is there. [OF-1] */
  readonly hasCopy: boolean
  /** Whether what is written here is also kept on this device, so that closing the window loses nothing. */
  readonly isKept: boolean
  /** Clauses that were changed much here and elsewhere meanwhile: nothing is sent before somebody has chosen. [OF-7] */
  readonly choices: number
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
  hasCopy: false,
  isKept: false,
  choices: 0,
  line: newLine,
}

export type ConnectionEvent =
  /** A change was made here. */
  | { readonly type: 'written' }
  /** The text was opened from this device, with what was known then and the changes of which nobody knows that they are stored. */
  | { readonly type: 'copy'; readonly standing: Standing; readonly unsent: number }
  /** From now on what is written here is kept on this device, or is not any more. */
  | { readonly type: 'kept'; readonly works: boolean }
  /** So many clauses wait for somebody to choose; 0: no more. */
  | { readonly type: 'apart'; readonly clauses: number }
  /**
   * A message that counts has left: an update, or the answer to the server's question. An answer in pieces says with each how many own changes,
   * from the first, the server has with it.
   */
  | { readonly type: 'sent'; readonly isAnswer: boolean; readonly holds?: number }
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
    case 'copy': {
      const { standing, unsent } = event
      return { ...state, standing, hasCopy: true, isKept: true, written: state.written + unsent }
    }
    case 'kept':
      return { ...state, isKept: event.works }
    case 'apart':
      return { ...state, choices: event.clauses }
    case 'written':
      return { ...state, written: state.written + 1 }
    case 'sent':
      return sent(state, event.isAnswer, event.holds)
    case 'synced':
      return { ...state, phase: 'LIVE', ending: null, choices: 0 }
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
      const wasHere = state.phase === 'LIVE' || state.hasCopy
      const phase = ending ? 'ENDED' : state.phase !== 'ENDED' && wasHere ? 'OFFLINE' : state.phase
      // Whether storing works, and what was changed meanwhile, is said anew on each socket.
      return { ...state, phase, ending, storingWorks: true, choices: 0, line: newLine }
    }
    case 'again':
      return state.phase === 'ENDED' ? { ...state, phase: 'OFFLINE', ending: null } : state
  }
}

function sent(state: ConnectionState, isAnswer: boolean, holds = state.written): ConnectionState {
  const { line } = state
  const n = line.sent + 1
  return {
    ...state,
    // The answer sends once more what was refused: whether it is still refused will be said.
    refused: isAnswer ? null : state.refused,
    line: { sent: n, answer: line.answer ?? (isAnswer ? n : null), covers: [...line.covers, { n, written: holds }] },
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

/**
 * Why this copy holds what the text does not and will not; null while it does not. Changes of an earlier time also count as refused when their
 * author may not write any more: the server does not even ask for them.
 */
export const refusalOf = (state: ConnectionState): UpdateRefusal | null =>
  state.refused ??
  (state.phase === 'LIVE' && state.standing?.mayEdit === false && waitingOf(state) > 0 ? 'READ_ONLY' : null)

/** Endings after which a copy on this device is of no use: the text is not to be read any more, or what was sent cannot become part of it. */
const spoilt: ReadonlySet<Ending> = new Set([
  'NOT_FOUND',
  'NOT_YOURS',
  'NOT_APPLICABLE',
  'TOO_BIG',
  'BAD_MESSAGE',
  'EPOCH_OVER',
])

/** The copy on this device is not to be opened again: what waits in it is only to be read and copied. */
export const isSpoilt = (state: ConnectionState): boolean =>
  refusalOf(state) !== null || (state.ending !== null && spoilt.has(state.ending))

/** Whether leaving now could lose what was written here. What is kept on this device is sent another time. [OF-4] */
export const isAtRisk = (state: ConnectionState): boolean =>
  isDiverged(state) || (waitingOf(state) > 0 && (!state.isKept || isSpoilt(state)))

/** This copy holds a change that the server refused. */
export const isDiverged = (state: ConnectionState): boolean => refusalOf(state) !== null

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
  /** No connection; `waiting` may be 0. Kept on this device, or only in this window. */
  | { readonly kind: 'OFFLINE'; readonly waiting: number; readonly at: number | null; readonly isKept: boolean }
  /** Somebody has to choose between two versions of so many clauses before anything is sent. */
  | { readonly kind: 'CHOICE'; readonly waiting: number; readonly clauses: number }
  | { readonly kind: 'REFUSED'; readonly why: UpdateRefusal }
  | { readonly kind: 'ENDED'; readonly waiting: number }

export function savedOf(state: ConnectionState): Saved {
  const waiting = waitingOf(state)
  if (state.phase === 'OPENING' && state.choices === 0) return { kind: 'OPENING' }
  if (state.phase === 'ENDED') return { kind: 'ENDED', waiting }
  const why = refusalOf(state)
  if (why !== null) return { kind: 'REFUSED', why }
  if (state.choices > 0) return { kind: 'CHOICE', waiting, clauses: state.choices }
  if (state.phase === 'OFFLINE') return { kind: 'OFFLINE', waiting, at: state.savedAt, isKept: state.isKept }
  if (!state.storingWorks) return { kind: 'STORING_FAILS', waiting }
  if (waiting > 0) return { kind: 'SAVING', waiting }
  if (!state.standing?.mayEdit) return { kind: 'READING' }
  return { kind: 'SAVED', at: state.savedAt }
}

/** Whether the text may be shown: all of it is here, perhaps as it was some time ago. */
export const isThere = ({ phase, hasCopy }: ConnectionState): boolean =>
  phase === 'LIVE' || phase === 'OFFLINE' || (phase === 'OPENING' && hasCopy)

/** Whether one may write here now: also while the line is broken, when one could before. */
export const mayWriteIn = (state: ConnectionState): boolean =>
  isThere(state) && state.standing?.mayEdit === true && state.refused === null
