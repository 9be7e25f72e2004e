import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { MOST_IN_SERIES } from '#schema/vocabulary/meetings.js'
import { dayOfWeek, daysAfter, daysBetween } from '#server/platform/time/index.js'
import { someDay } from '../../../test/builders/days.js'
import { daysOff, offsetAt, overlap, seriesDays, titleInSeries } from './series.js'

const firsts = (series: Parameters<typeof seriesDays>[0]) => seriesDays(series).map(({ startsOn }) => startsOn)

it('[SE-1] repeats every so many weeks on the weekday of the first, each as long as the first', () => {
  const series = { startsOn: '2027-01-12', endsOn: '2027-01-14', every: 'WEEKS', step: 6, end: { count: 3 } } as const
  expect(seriesDays(series)).toEqual([
    { startsOn: '2027-01-12', endsOn: '2027-01-14' },
    { startsOn: '2027-02-23', endsOn: '2027-02-25' },
    { startsOn: '2027-04-06', endsOn: '2027-04-08' },
  ])
})

it('[SE-1] repeats every so many months on the same weekday of the month', () => {
  const second = {
    startsOn: '2027-01-12',
    endsOn: '2027-01-12',
    every: 'MONTHS',
    step: 1,
    end: { count: 4 },
  } as const
  expect(firsts(second)).toEqual(['2027-01-12', '2027-02-09', '2027-03-09', '2027-04-13'])
  // 30 March 2027 is the fifth Tuesday; April has four.
  expect(firsts({ ...second, startsOn: '2027-03-30', endsOn: '2027-03-30' })).toEqual([
    '2027-03-30',
    '2027-04-27',
    '2027-05-25',
    '2027-06-29',
  ])
})

it('[SE-1] ends after so many meetings, or with the last that begins on a day or before', () => {
  const weekly = { startsOn: '2027-01-12', endsOn: '2027-01-12', every: 'WEEKS', step: 1 } as const
  expect(firsts({ ...weekly, end: { until: '2027-01-26' } })).toEqual(['2027-01-12', '2027-01-19', '2027-01-26'])
  expect(firsts({ ...weekly, end: { until: '2027-01-25' } })).toEqual(['2027-01-12', '2027-01-19'])
  expect(firsts({ ...weekly, end: { until: '2027-01-11' } })).toEqual([])
  expect(firsts({ ...weekly, end: { until: '2199-12-31' } })).toHaveLength(MOST_IN_SERIES + 1)
  expect(firsts({ ...weekly, end: { count: 1000 } })).toHaveLength(MOST_IN_SERIES + 1)
})

it('[SE-1] keeps weekday and length, and comes later each time, whatever the first day', () =>
  fc.assert(
    fc.property(
      someDay,
      fc.constantFrom('WEEKS' as const, 'MONTHS' as const),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 5 }),
      (startsOn, every, step, count, length) => {
        const all = seriesDays({ startsOn, endsOn: daysAfter(startsOn, length), every, step, end: { count } })
        expect(all).toHaveLength(count)
        for (const [at, one] of all.entries()) {
          expect(dayOfWeek(one.startsOn)).toBe(dayOfWeek(startsOn))
          expect(daysBetween(one.startsOn, one.endsOn)).toBe(length)
          if (at > 0) expect(one.startsOn > all[at - 1]!.startsOn).toBe(true)
        }
      },
    ),
  ))

it('[SE-3] meets another meeting where they share a day', () => {
  const one = { startsOn: '2027-01-12', endsOn: '2027-01-14' }
  expect(overlap(one, { startsOn: '2027-01-14', endsOn: '2027-01-20' })).toBe(true)
  expect(overlap(one, { startsOn: '2027-01-15', endsOn: '2027-01-20' })).toBe(false)
})

it('[SE-3] knows the days of a meeting on which nobody works', () => {
  expect(daysOff({ startsOn: '2027-01-15', endsOn: '2027-01-18' })).toEqual(['2027-01-16', '2027-01-17'])
  expect(daysOff({ startsOn: '2027-01-12', endsOn: '2027-01-12' })).toEqual([])
})

it('[SE-1] puts the place in the series where the title asks for it', () => {
  expect([0, 1].map((at) => titleInSeries('Call {n} of FG-X', at))).toEqual(['Call 1 of FG-X', 'Call 2 of FG-X'])
  expect(titleInSeries('Monthly call', 4)).toBe('Monthly call')
})

it('[SE-3] knows that thirteen hours in Geneva are another instant when summer time has begun', () => {
  const thirteen = ['2027-03-16', '2027-04-20', '2027-11-16'].map((day) => offsetAt(day, '13:00', 'Europe/Zurich'))
  expect(thirteen).toEqual([60, 120, 60])
})
