import { describe, expect, it } from '@jest/globals'
import { closeCodes } from '#schema/vocabulary/collaboration.js'
import {
  after,
  isAtRisk,
  mayWriteIn,
  opening,
  savedOf,
  waitingOf,
  type ConnectionEvent,
  type ConnectionState,
} from './connection-state.js'
import { endingOf, longestPauseMs, pauseBefore } from './endings.js'

const standing = { mayEdit: true, schemaVersion: 1, epoch: 1 }
const told = (...events: ConnectionEvent[]): ConnectionState => events.reduce(after, opening)
const written: ConnectionEvent = { type: 'written' }
const update: ConnectionEvent = { type: 'sent', isAnswer: false }
const answer: ConnectionEvent = { type: 'sent', isAnswer: true }
const stored = (n: number, at = 1000 + n): ConnectionEvent => ({ type: 'stored', n, at })
const closed = (code: number | null = null): ConnectionEvent => ({ type: 'closed', code })
const opened: ConnectionEvent[] = [{ type: 'standing', standing }, { type: 'synced' }, answer]
/** Opened, everything known to the server. */
const live = [...opened, stored(1)]

describe('what the saved indicator says', () => {
  it('[CS-4] is "saved" only when the server has said so for all that was written here', () => {
    expect(savedOf(told())).toEqual({ kind: 'OPENING' })
    expect(savedOf(told(...opened))).toEqual({ kind: 'SAVED', at: null })
    expect(savedOf(told(...live))).toEqual({ kind: 'SAVED', at: 1001 })
    const typed = [...live, written, update, written, update]
    expect(savedOf(told(...typed))).toEqual({ kind: 'SAVING', waiting: 2 })
    expect(savedOf(told(...typed, stored(2)))).toEqual({ kind: 'SAVING', waiting: 1 })
    expect(savedOf(told(...typed, stored(2), stored(3)))).toEqual({ kind: 'SAVED', at: 1003 })
  })

  it('[CS-11] does not believe an update that was sent before the answer: it may build on what the server lacks', () => {
    const back = [...live, closed(), written, update, stored(1)]
    expect(waitingOf(told(...back))).toBe(1)
    const all = told(...back, { type: 'synced' }, answer, stored(2, 5000))
    expect(savedOf(all)).toEqual({ kind: 'SAVED', at: 5000 })
  })

  it('counts from 1 again on each connection', () => {
    const back = [...live, written, update, closed(), written, { type: 'synced' }, answer] as ConnectionEvent[]
    expect(savedOf(told(...back))).toEqual({ kind: 'SAVING', waiting: 2 })
    expect(savedOf(told(...back, stored(1, 7000)))).toEqual({ kind: 'SAVED', at: 7000 })
  })

  it('says how much waits while the line is broken, and when all was saved last when nothing does', () => {
    expect(savedOf(told(...live, closed(1006)))).toEqual({ kind: 'OFFLINE', waiting: 0, at: 1001 })
    const away = told(...live, closed(1006), written, written)
    expect(savedOf(away)).toEqual({ kind: 'OFFLINE', waiting: 2, at: 1001 })
    expect(isAtRisk(away)).toBe(true)
    expect(mayWriteIn(away)).toBe(true)
  })

  it('[CS-5] says that the server cannot store, until it can', () => {
    const failing = [...live, written, update, { type: 'storing', works: false }] as ConnectionEvent[]
    expect(savedOf(told(...failing))).toEqual({ kind: 'STORING_FAILS', waiting: 1 })
    expect(savedOf(told(...failing, { type: 'storing', works: true }, stored(2)))).toEqual({ kind: 'SAVED', at: 1002 })
  })

  it('[CS-3] says that a change was refused although it counts as settled, and asks for nothing more to be written', () => {
    const refused = told(...live, written, update, { type: 'refused', why: 'READ_ONLY' }, stored(2))
    expect(savedOf(refused)).toEqual({ kind: 'REFUSED', why: 'READ_ONLY' })
    expect(refused.savedAt).toBe(1001)
    expect(isAtRisk(refused)).toBe(true)
    expect(mayWriteIn(refused)).toBe(false)
    // Given the role again, one's answer holds what was refused.
    const back = [closed(), { type: 'standing', standing }, { type: 'synced' }, answer, stored(1, 9000)] as const
    expect(savedOf(back.reduce(after, refused))).toEqual({ kind: 'SAVED', at: 9000 })
  })

  it('is no claim for somebody who only reads', () => {
    const reading = told({ type: 'standing', standing: { ...standing, mayEdit: false } }, { type: 'synced' })
    expect(savedOf(reading)).toEqual({ kind: 'READING' })
    expect(mayWriteIn(reading)).toBe(false)
    expect(isAtRisk(reading)).toBe(false)
  })
})

describe('the end of a connection', () => {
  const comesBack = new Set(['GOING_AWAY', 'FAULT', 'TRY_AGAIN', 'TOO_FAST'])

  it.each(Object.entries(closeCodes))('is known for each code of the closed list: %s (%d)', (reason, code) => {
    expect(endingOf(code) === null).toBe(comesBack.has(reason))
    const state = told(...live, written, closed(code))
    expect(state.phase).toBe(comesBack.has(reason) ? 'OFFLINE' : 'ENDED')
    expect(waitingOf(state)).toBe(1)
  })

  it('is final also for a code of the range that this program does not know', () => {
    expect(endingOf(4477)).toBe('UNKNOWN')
    expect(endingOf(4577)).toBeNull()
    expect(endingOf(null)).toBeNull()
  })

  it('can be left when somebody has done something about it', () => {
    const ended = told(...live, closed(closeCodes.SIGN_IN))
    expect(after(ended, { type: 'again' }).phase).toBe('OFFLINE')
    expect(after(after(ended, { type: 'again' }), { type: 'synced' })).toMatchObject({ phase: 'LIVE', ending: null })
  })

  it('keeps what opens for the first time in its phase until it has opened', () => {
    expect(told(closed(1006)).phase).toBe('OPENING')
    expect(told(closed(closeCodes.NOT_FOUND)).phase).toBe('ENDED')
  })
})

describe('the pause before coming back', () => {
  it('doubles up to ten seconds, and is half of that at least', () => {
    expect([0, 1, 2, 3].map((attempts) => pauseBefore(attempts, 1006, 1))).toEqual([200, 400, 800, 1600])
    expect(pauseBefore(0, 1006, 0)).toBe(100)
    expect(pauseBefore(50, 1006, 1)).toBe(longestPauseMs)
    expect(pauseBefore(50, 1006, 0)).toBe(longestPauseMs / 2)
  })

  it('is longer for somebody who was turned away for haste', () => {
    expect(pauseBefore(0, closeCodes.TOO_FAST, 0)).toBe(2500)
  })
})
