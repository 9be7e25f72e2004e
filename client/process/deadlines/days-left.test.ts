import { describe, expect, it } from '@jest/globals'
import { lastMoment } from '#schema/words/dates.js'
import { wordsFor } from '#schema/words/index.js'
import { daysBetween, daysLeft } from './days-left.js'

const zone = 'Europe/Zurich'
// The end of 2 October 2019 in Geneva.
const closesAt = '2019-10-02T22:00:00.000Z'

describe('days left', () => {
  it('counts on the clocks of the deadline, up to its last moment', () => {
    expect(daysLeft(closesAt, zone, '2019-10-02T21:59:59.000Z')).toBe(0)
    expect(daysLeft(closesAt, zone, '2019-10-01T21:59:59.000Z')).toBe(1)
    expect(daysLeft(closesAt, zone, '2019-10-01T22:00:00.000Z')).toBe(0)
    expect(daysLeft(closesAt, zone, '2019-10-02T22:00:00.000Z')).toBe(-1)
    expect(daysLeft(closesAt, zone, '2019-09-20T12:00:00.000Z')).toBe(12)
  })

  it('counts whole days across a change of clocks', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysLeft('2026-03-29T22:00:00.000Z', zone, '2026-03-28T12:00:00.000Z')).toBe(1)
    expect(daysLeft('2026-10-25T23:00:00.000Z', zone, '2026-10-24T12:00:00.000Z')).toBe(1)
  })

  it('says them as people do', () => {
    const words = wordsFor('en')
    expect(words('meeting.left', { days: 0 })).toBe('today')
    expect(words('meeting.left', { days: 1 })).toBe('tomorrow')
    expect(words('meeting.left', { days: 12 })).toBe('in 12 days')
    expect(words('meeting.passed', { days: 0 })).toBe('over since today')
    expect(words('meeting.passed', { days: 1 })).toBe('over since yesterday')
    expect(words('meeting.passed', { days: 40 })).toBe('over for 40 days')
  })
})

it('tells the end of a day as 23:59 of that day, and any other time as it is', () => {
  expect(lastMoment(closesAt, zone).toISOString()).toBe('2019-10-02T21:59:00.000Z')
  expect(lastMoment('2019-10-02T15:00:00.000Z', zone).toISOString()).toBe('2019-10-02T15:00:00.000Z')
})
