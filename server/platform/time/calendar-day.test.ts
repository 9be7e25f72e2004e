import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { someDay } from '../../../test/builders/days.js'
import {
  daysAfter,
  daysBefore,
  daysBetween,
  isDay,
  isWorkingDay,
  lastDayOfWindow,
  monthsAfter,
  monthsBefore,
  parseDay,
  weeksAfter,
  weeksBefore,
  workingDaysAfter,
  workingDaysBefore,
} from './index.js'

describe('a calendar day', () => {
  it.each(['2023-02-29', '2026-13-01', '2026-04-31', '26-04-01', '2026-4-1', '2026-04-01T00:00', '+002026-04-01', ''])(
    'refuses %p, which is no day',
    (text) => {
      expect(isDay(text)).toBe(false)
      expect(() => parseDay(text, 'input.startsOn')).toThrow(
        expect.objectContaining({ code: 'NO_SUCH_DAY', args: { day: text }, field: 'input.startsOn' }),
      )
    },
  )

  it('takes a leap day in a leap year', () => expect(parseDay('2024-02-29')).toBe('2024-02-29'))

  it('names no more of a monstrous input than fits in a sentence', () => {
    expect(() => parseDay('9'.repeat(100_000))).toThrow(expect.objectContaining({ args: { day: '9'.repeat(40) } }))
  })

  it('[D-A-2] clips months to the end of a shorter month (T12)', () => {
    expect(monthsBefore('2024-04-30', 2)).toBe('2024-02-29')
    expect(monthsBefore('2023-04-30', 2)).toBe('2023-02-28')
    expect(monthsAfter('2024-01-31', 1)).toBe('2024-02-29')
  })

  it('[D-A-2] never takes months to a later day number, and always to the month meant', () =>
    fc.assert(
      fc.property(someDay, fc.nat(60), (day, count) => {
        const found = monthsBefore(day, count)
        expect(Number(found.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)))
        const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
        expect(monthOf(day) - monthOf(found)).toBe(count)
        // Clipped only when it had to be: the day after a clipped one begins a month.
        if (found.slice(8) !== day.slice(8)) expect(daysAfter(found, 1).slice(8)).toBe('01')
      }),
    ))

  it('[D-A-1] counts days and weeks forth and back alike', () =>
    fc.assert(
      fc.property(someDay, fc.nat(1000), (day, count) => {
        expect(daysAfter(daysBefore(day, count), count)).toBe(day)
        expect(daysBetween(daysBefore(day, count), day)).toBe(count)
        expect(weeksBefore(day, count)).toBe(daysBefore(day, 7 * count))
        expect(weeksAfter(weeksBefore(day, count), count)).toBe(day)
      }),
    ))

  it('[AAP-1] counts a window with its first and its last day', () => {
    expect(lastDayOfWindow('2025-03-01', 28)).toBe('2025-03-28')
    expect(lastDayOfWindow('2025-03-01', 1)).toBe('2025-03-01')
  })
})

describe('working days', () => {
  it('[D-A-4] leaves out week-ends and holidays', () => {
    expect(workingDaysAfter('2019-10-04', 3)).toBe('2019-10-09') // Friday to Wednesday
    expect(workingDaysAfter('2019-10-04', 3, ['2019-10-08'])).toBe('2019-10-10')
    expect(workingDaysBefore('2019-10-07', 1)).toBe('2019-10-04')
    expect(workingDaysAfter('2019-10-05', 0)).toBe('2019-10-05')
  })

  it('[D-A-4] lands on a working day with exactly as many between', () =>
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(80)), (day, count, off) => {
        const holidays = off.map((n) => daysAfter(day, n - 40))
        for (const [walk, step] of [
          [workingDaysAfter, 1],
          [workingDaysBefore, -1],
        ] as const) {
          const found = walk(day, count, holidays)
          expect(isWorkingDay(found, holidays)).toBe(true)
          let passed = 0
          for (let at = day; at !== found;) {
            at = daysAfter(at, step)
            if (isWorkingDay(at, holidays)) passed++
          }
          expect(passed).toBe(count)
        }
      }),
    ))
})
