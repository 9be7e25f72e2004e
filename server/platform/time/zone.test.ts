import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { someDayInZone } from '../../../test/builders/days.js'
import {
  closingInstant,
  daysAfter,
  dayIn,
  END_OF_DAY,
  endOfDayExclusive,
  instantAt,
  isZone,
  parseCutOff,
  parseZone,
  startOfDayIn,
} from './index.js'

const wallClock = (instant: Date, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
    instant,
  )

describe('zones', () => {
  it('knows names of the zone database and nothing else', () => {
    for (const zone of ['Europe/Zurich', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5']) {
      expect(isZone(zone)).toBe(true)
    }
    for (const text of ['Mars/Olympus', '+02:00', '', 'Europe/Zurich; drop', 'x'.repeat(10_000)]) {
      expect(isZone(text)).toBe(false)
    }
    expect(() => parseZone('+02:00', 'input.zone')).toThrow(
      expect.objectContaining({ code: 'NO_SUCH_ZONE', field: 'input.zone' }),
    )
  })

  it('says on which day an instant falls somewhere', () => {
    const instant = new Date('2019-10-02T22:00:00Z')
    expect(dayIn(instant, 'Europe/Zurich')).toBe('2019-10-03')
    expect(dayIn(instant, 'America/New_York')).toBe('2019-10-02')
  })

  it('[D-A-3] puts the end of a day on the next local midnight, summer and winter', () => {
    expect(endOfDayExclusive('2019-10-02', 'Europe/Zurich')).toEqual(new Date('2019-10-02T22:00:00Z'))
    expect(endOfDayExclusive('2019-12-02', 'Europe/Zurich')).toEqual(new Date('2019-12-02T23:00:00Z'))
    // Days of 25 and of 23 hours.
    expect(endOfDayExclusive('2019-10-27', 'Europe/Zurich')).toEqual(new Date('2019-10-27T23:00:00Z'))
    expect(endOfDayExclusive('2019-03-31', 'Europe/Zurich')).toEqual(new Date('2019-03-31T22:00:00Z'))
  })

  it('[D-A-3] takes the first moment of the next day where the clocks skip midnight', () => {
    expect(endOfDayExclusive('2018-11-03', 'America/Sao_Paulo')).toEqual(new Date('2018-11-04T03:00:00Z'))
    expect(wallClock(endOfDayExclusive('2018-11-03', 'America/Sao_Paulo'), 'America/Sao_Paulo')).toBe('01:00')
  })

  it('[D-A-3] is a boundary of days everywhere, across every change of clocks', () =>
    fc.assert(
      fc.property(someDayInZone, ({ day, zone }) => {
        const end = closingInstant(day, END_OF_DAY, zone)
        const before = new Date(end.getTime() - 1)
        // Samoa had no 30 December 2011: that day ends where it would have begun.
        if (!(zone === 'Pacific/Apia' && day === '2011-12-30')) expect(dayIn(before, zone)).toBe(day)
        if (!(zone === 'Pacific/Apia' && day === '2011-12-29')) expect(dayIn(end, zone)).toBe(daysAfter(day, 1))
        expect(end).toEqual(startOfDayIn(daysAfter(day, 1), zone))
        // Midnight on the wall, or the clocks went past it in that very moment.
        const minute = wallClock(end, zone)
        if (minute !== '00:00') {
          const [hours = 0, minutes = 0] = wallClock(before, zone).split(':').map(Number)
          expect([hours, minutes]).toEqual([23, 59])
          expect(minute).toBe('01:00')
        }
      }),
      { numRuns: 500 },
    ))

  it('[D-A-3] closes at another hour when the group says so, in its own zone', () => {
    expect(closingInstant('2019-10-02', '17:00', 'Europe/Zurich')).toEqual(new Date('2019-10-02T15:00:00Z'))
  })

  it('[D-A-3] lets nobody be late by a change of clocks', () => {
    // 02:30 comes twice on 27 October 2019 in Zurich, and not at all on 31 March 2019.
    expect(closingInstant('2019-10-27', '02:30', 'Europe/Zurich')).toEqual(new Date('2019-10-27T01:30:00Z'))
    expect(closingInstant('2019-03-31', '02:30', 'Europe/Zurich')).toEqual(new Date('2019-03-31T01:30:00Z'))
  })

  it.each(['00:00', '24:01', '7:30', '17:60', '17', ''])('refuses %p as a time to close at', (time) => {
    expect(() => parseCutOff(time)).toThrow(expect.objectContaining({ code: 'NO_SUCH_TIME' }))
  })
})

it('tells the instant of a time of day, after a gap when the clocks skip it and at the first of two when they repeat it', () => {
  const instants = [
    instantAt('2019-10-15', '09:30', 'Europe/Vienna'),
    instantAt('2026-03-29', '02:30', 'Europe/Vienna'),
    instantAt('2026-10-25', '02:30', 'Europe/Vienna'),
  ]
  expect(instants.map((instant) => instant.toISOString())).toEqual([
    '2019-10-15T07:30:00.000Z',
    '2026-03-29T01:30:00.000Z',
    '2026-10-25T00:30:00.000Z',
  ])
})
