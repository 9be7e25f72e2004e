/** What the close codes of docs/collaboration-protocol.md mean to somebody who writes: come back by itself, or say what a person has to do. */
import { closeCodes } from '#schema/vocabulary/collaboration.js'

/**
 * Why a connection does not come back by itself. Each has a sentence (`editor.end.*`) and one thing to do:
 * SIGN_IN leads to signing in, RELOAD loads program and text anew, LEAVE has nothing to offer here.
 */
export const endings = {
  SIGN_IN: 'SIGN_IN',
  NOT_FOUND: 'LEAVE',
  NOT_YOURS: 'RELOAD',
  SCHEMA_TOO_OLD: 'RELOAD',
  EPOCH_OVER: 'RELOAD',
  NOT_APPLICABLE: 'RELOAD',
  TOO_BIG: 'RELOAD',
  BAD_MESSAGE: 'RELOAD',
  /** A code of the range that means "do not come back", unknown to this program. */
  UNKNOWN: 'RELOAD',
} as const
export type Ending = keyof typeof endings
export type EndingCure = (typeof endings)[Ending]

const protocolError = 1002
const notUtf8 = 1007

const byCode = new Map<number, Ending>([
  [closeCodes.SIGN_IN, 'SIGN_IN'],
  [closeCodes.NOT_FOUND, 'NOT_FOUND'],
  [closeCodes.NOT_YOURS, 'NOT_YOURS'],
  [closeCodes.SCHEMA_TOO_OLD, 'SCHEMA_TOO_OLD'],
  [closeCodes.EPOCH_OVER, 'EPOCH_OVER'],
  [closeCodes.NOT_APPLICABLE, 'NOT_APPLICABLE'],
  [closeCodes.TOO_BIG, 'TOO_BIG'],
  [closeCodes.BAD_MESSAGE, 'BAD_MESSAGE'],
  // The same frame would be sent again: coming back repeats the fault.
  [closeCodes.NOT_BINARY, 'BAD_MESSAGE'],
  [protocolError, 'BAD_MESSAGE'],
  [notUtf8, 'BAD_MESSAGE'],
])

/** Why it is over; null when the connection comes back by itself, also for a line that broke without a code. */
export const endingOf = (code: number | null): Ending | null =>
  code === null ? null : (byCode.get(code) ?? (code >= 4400 && code < 4500 ? 'UNKNOWN' : null))

/** The longest pause between two attempts, and after being turned away for haste. */
export const longestPauseMs = 10_000
const pauseWhenTooFastMs = 5_000

/**
 * How long to wait before the next attempt, in milliseconds: twice as long each time, and between half and all of that by chance, so that
 * after a restart not everybody comes back in the same moment. `chance` is from 0 to 1, `attempts` counts those that failed since it last worked.
 */
export function pauseBefore(attempts: number, code: number | null, chance: number): number {
  const least = code === closeCodes.TOO_FAST ? pauseWhenTooFastMs : 0
  const most = Math.min(longestPauseMs, Math.max(least, 200 * 2 ** Math.min(attempts, 10)))
  return Math.round(most * (0.5 + chance / 2))
}
