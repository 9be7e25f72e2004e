import { describe, expect, it } from '@jest/globals'
import { attestedStretch, countsForDecisions, endOf, isMeetingDay, spanOf, wasPresent } from './attendance.js'

const meeting = { startsOn: '2026-05-12', endsOn: '2026-05-14', zone: 'Asia/Bangkok' }
const at = (text: string) => new Date(text)

describe('[RG-10] presence', () => {
  it('can be noted on the days of the meeting, by the clocks of its place', () => {
    expect(isMeetingDay(meeting, at('2026-05-11T16:59:59Z'))).toBe(false)
    expect(isMeetingDay(meeting, at('2026-05-11T17:00:00Z'))).toBe(true)
    expect(isMeetingDay(meeting, at('2026-05-14T16:59:59Z'))).toBe(true)
    expect(isMeetingDay(meeting, at('2026-05-14T17:00:00Z'))).toBe(false)
  })

  it('lasts to the end of its day where nobody noted the end', () => {
    const stretch = { fromAt: at('2026-05-12T02:30:00Z'), toAt: null }
    expect(endOf(stretch, meeting.zone)).toEqual(at('2026-05-12T17:00:00Z'))
  })

  it('at an agenda item follows from the times of the item', () => {
    const stretch = { fromAt: at('2026-05-12T03:00:00Z'), toAt: at('2026-05-12T05:00:00Z') }
    const item = (from: string, to: string) =>
      wasPresent(stretch, meeting.zone, { from: at(`2026-05-12T${from}Z`), to: at(`2026-05-12T${to}Z`) })
    expect(item('02:00', '03:00')).toBe(false)
    expect(item('02:00', '03:01')).toBe(true)
    expect(item('04:59', '06:00')).toBe(true)
    expect(item('05:00', '06:00')).toBe(false)
    expect(item('03:00', '03:00')).toBe(true)
  })
})

it('[ME-12] from afar one is not counted where only the room is', () => {
  expect(countsForDecisions('REMOTE', 'ANY')).toBe(true)
  expect(countsForDecisions('REMOTE', 'ONSITE_ONLY')).toBe(false)
  expect(countsForDecisions('ONSITE', 'ONSITE_ONLY')).toBe(true)
})

describe('[RC-7] somebody of whom the minutes say that they were there', () => {
  it('was there for the day on which that is written, and after the meeting for all of it', () => {
    expect(attestedStretch(meeting, at('2026-05-12T03:00:00Z'))).toEqual({
      fromAt: at('2026-05-11T17:00:00Z'),
      toAt: null,
    })
    expect(attestedStretch(meeting, at('2026-05-20T03:00:00Z'))).toEqual({
      fromAt: at('2026-05-11T17:00:00Z'),
      toAt: at('2026-05-14T17:00:00Z'),
    })
  })

  it('is nobody before the meeting', () => {
    expect(attestedStretch(meeting, at('2026-05-11T16:59:59Z'))).toBeNull()
  })
})

it('[RO-10] the room was at a row as far as time has gone, and at most to the end of the day', () => {
  const visit = { fromAt: at('2026-05-12T03:00:00Z'), toAt: null }
  const now = at('2026-05-12T04:00:00Z')
  expect(spanOf(visit, meeting.zone, now)).toEqual({ from: visit.fromAt, to: now })
  expect(spanOf(visit, meeting.zone, at('2026-05-14T04:00:00Z')).to).toEqual(at('2026-05-12T17:00:00Z'))
  const ended = { ...visit, toAt: at('2026-05-12T03:30:00Z') }
  expect(spanOf(ended, meeting.zone, now).to).toEqual(ended.toAt)
})
