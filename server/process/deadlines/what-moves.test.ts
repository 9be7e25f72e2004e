import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { meetingFacts, someFacts, termsOfCircular191 } from '../../../test/builders/deadlines.js'
import type { DeadlineFacts } from './facts.js'
import { keyDates } from './key-dates.js'
import { whatMoves, type MovePreview } from './what-moves.js'

const before = meetingFacts({
  termsOfReference: termsOfCircular191,
  published: [{ obligation: 'CONTRIBUTIONS', on: '2019-10-02' }],
})
const movedTo = (startsOn: string, facts: DeadlineFacts = before): DeadlineFacts => ({
  ...facts,
  meeting: { ...facts.meeting, startsOn, endsOn: startsOn },
})
const known = { asOf: '2019-09-01', announcedOn: '2019-08-21' }
const about = (preview: MovePreview, obligation: string) =>
  preview.keyDates.find((date) => date.obligation === obligation)

describe('what moves with a meeting', () => {
  it('[D-M-1] moves computed dates along and leaves published ones where they are', () => {
    const preview = whatMoves(before, movedTo('2019-10-22'), known)
    expect(about(preview, 'TEMPORARY_DOCUMENTS')).toMatchObject({
      move: 'MOVES',
      oldOn: '2019-10-08',
      newOn: '2019-10-15',
      movesByDays: 7,
    })
    expect(about(preview, 'CONTRIBUTIONS')).toMatchObject({
      move: 'PINNED',
      oldOn: '2019-10-02',
      newOn: '2019-10-02',
      movesByDays: 0,
      differenceDays: 8,
    })
  })

  it('[D-M-2] says which new dates are over already, the day itself being still open', () => {
    const on = (asOf: string) =>
      about(whatMoves(before, movedTo('2019-09-20'), { ...known, asOf }), 'TEMPORARY_DOCUMENTS')
    expect(on('2019-09-13')).toMatchObject({ newOn: '2019-09-13', isPast: false })
    expect(on('2019-09-14')).toMatchObject({ isPast: true })
  })

  it('[D-M-1] says when a date that is pinned would fall after the meeting opens', () => {
    expect(about(whatMoves(before, movedTo('2019-09-30'), known), 'CONTRIBUTIONS')).toMatchObject({
      move: 'PINNED',
      fallsAfterOpening: true,
    })
    expect(about(whatMoves(before, movedTo('2019-10-02'), known), 'CONTRIBUTIONS')?.fallsAfterOpening).toBe(false)
  })

  it('[D-M-3] says when the notice already given becomes too short', () => {
    expect(whatMoves(before, movedTo('2019-09-18'), known).noticeBecomesTooShort).toBe(false)
    const preview = whatMoves(before, movedTo('2019-09-17'), known)
    expect(preview.noticeBecomesTooShort).toBe(true)
    expect(preview.announcementAfter).toMatchObject({ latestOn: '2019-08-20', daysAhead: 27, isInTime: false })
    expect(whatMoves(before, movedTo('2019-09-17'), { ...known, announcedOn: null }).noticeBecomesTooShort).toBeNull()
  })

  it('[D-M-1] tells a date that is new or no longer due', () => {
    const withParent = { ...before, meeting: { ...before.meeting, parentStartsOn: '2020-05-11' } }
    expect(about(whatMoves(before, withParent, known), 'PROGRESS_REPORT')).toMatchObject({ move: 'ADDED', oldOn: null })
    expect(about(whatMoves(withParent, before, known), 'PROGRESS_REPORT')).toMatchObject({
      move: 'REMOVED',
      newOn: null,
      movesByDays: null,
      isPast: false,
    })
  })

  it('[D-M-1] shows a change of mode or zone as it shows a change of day', () => {
    const iso = meetingFacts({ kind: 'ISO_COMMITTEE', ruleset: 'iso', startsOn: '2026-06-08', mode: 'HYBRID' })
    const remote = { ...iso, meeting: { ...iso.meeting, mode: 'REMOTE' as const } }
    const preview = whatMoves(iso, remote, { asOf: '2026-01-01', announcedOn: null })
    expect(about(preview, 'DRAFT_AGENDA')).toMatchObject({ move: 'MOVES', movesByDays: 56 })
    expect(about(preview, 'DOCUMENTS_FOR_DECISION')).toMatchObject({ move: 'STAYS' })
    const elsewhere = { ...iso, settings: { ...iso.settings, deadlineZone: 'Asia/Bangkok' } }
    const zoned = about(whatMoves(iso, elsewhere, { asOf: '2026-01-01', announcedOn: null }), 'DRAFT_AGENDA')
    expect(zoned).toMatchObject({ move: 'MOVES', movesByDays: 0 })
  })

  it('[D-M-1] foretells exactly what the move then does, and the way back undoes it', () =>
    fc.assert(
      fc.property(someFacts, someFacts, (one, other) => {
        const known = { asOf: one.meeting.startsOn, announcedOn: null }
        const there = whatMoves(one, other, known).keyDates
        const back = whatMoves(other, one, known).keyDates
        const foretold = new Map(there.map(({ obligation, newOn }) => [obligation, newOn]))
        for (const { obligation, effectiveOn } of keyDates(other)) expect(foretold.get(obligation)).toBe(effectiveOn)
        expect(back).toHaveLength(there.length)
        for (const date of there) {
          const reverse = back.find(({ obligation }) => obligation === date.obligation)!
          expect([reverse.oldOn, reverse.newOn]).toEqual([date.newOn, date.oldOn])
          if (date.movesByDays !== null) expect(date.movesByDays + reverse.movesByDays!).toBe(0)
        }
        for (const { move } of whatMoves(one, one, known).keyDates) expect(['PINNED', 'STAYS']).toContain(move)
      }),
    ))
})
