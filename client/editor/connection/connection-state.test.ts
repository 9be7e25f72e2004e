import { describe, expect, it } from '@jest/globals'
import { closeCodes } from '#schema/vocabulary/collaboration.js'
import {
  after,
  isAtRisk,
  isSpoilt,
  isThere,
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
    expect(savedOf(told(...live, closed(1006)))).toMatchObject({ kind: 'OFFLINE', waiting: 0, at: 1001 })
    const away = told(...live, closed(1006), written, written)
    expect(savedOf(away)).toMatchObject({ kind: 'OFFLINE', waiting: 2, at: 1001 })
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

describe('a text that is kept on this device', () => {
  const copy = (unsent: number): ConnectionEvent => ({ type: 'copy', standing, unsent })
  const piece = (holds: number): ConnectionEvent => ({ type: 'sent', isAnswer: true, holds })

  it('[OF-1] is there to be written in before the line is, if it could be written in the last time', () => {
    const opened = told(copy(0))
    expect([isThere(opened), mayWriteIn(opened)]).toEqual([true, true])
    expect(isThere(opening)).toBe(false)
    expect(mayWriteIn(told({ ...copy(0), standing: { ...standing, mayEdit: false } } as ConnectionEvent))).toBe(false)
    expect(savedOf(told(copy(3), closed(1006)))).toEqual({ kind: 'OFFLINE', waiting: 3, at: null, isKept: true })
  })

  it('[OF-3] counts what an earlier time left unsent, and runs down as the pieces of the answer are stored', () => {
    const back = [
      copy(10),
      written,
      { type: 'standing', standing },
      piece(5),
      piece(10),
      piece(11),
    ] as ConnectionEvent[]
    const counts = [[], [stored(1)], [stored(1), stored(2)]].map((heard) => waitingOf(told(...back, ...heard)))
    expect(counts).toEqual([11, 6, 1])
    const all = told(...back, { type: 'synced' }, stored(3, 4000))
    expect(savedOf(all)).toEqual({ kind: 'SAVED', at: 4000 })
  })

  it('[OF-4] loses nothing when one leaves, unless it could not be sent or the text is closed to us', () => {
    const away = [copy(0), ...opened, stored(1), closed(1006), written] as ConnectionEvent[]
    expect(isAtRisk(told(...away))).toBe(false)
    expect(isAtRisk(told(...away, { type: 'kept', works: false }))).toBe(true)
    expect(isAtRisk(told(...away, closed(closeCodes.SIGN_IN)))).toBe(false)
    expect(isAtRisk(told(...away, closed(closeCodes.NOT_FOUND)))).toBe(true)
    expect(isSpoilt(told(...away, closed(closeCodes.SCHEMA_TOO_OLD)))).toBe(false)
    expect(isSpoilt(told(...away, closed(closeCodes.NOT_APPLICABLE)))).toBe(true)
  })

  it('[OF-5] holds what the text will not hold when its author may not write any more: nobody asks for it', () => {
    const reading: ConnectionEvent = { type: 'standing', standing: { ...standing, mayEdit: false } }
    const back = told(copy(2), reading, { type: 'synced' })
    expect(savedOf(back)).toEqual({ kind: 'REFUSED', why: 'READ_ONLY' })
    expect([isAtRisk(back), isSpoilt(back)]).toEqual([true, true])
    expect(savedOf(told(copy(0), reading, { type: 'synced' }))).toEqual({ kind: 'READING' })
  })

  it('[OF-7] says that a choice waits, for as long as the line is there to make it', () => {
    const apart = [copy(60), { type: 'apart', clauses: 1 }] as ConnectionEvent[]
    expect(savedOf(told(...apart))).toEqual({ kind: 'CHOICE', waiting: 60, clauses: 1 })
    expect(mayWriteIn(told(...apart))).toBe(true)
    expect(isAtRisk(told(...apart))).toBe(false)
    expect(savedOf(told(...apart, closed(1006)))).toMatchObject({ kind: 'OFFLINE', waiting: 60 })
    expect(savedOf(told(...apart, { type: 'synced' }))).toEqual({ kind: 'SAVING', waiting: 60 })
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
