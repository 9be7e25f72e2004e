import { expect, it } from '@jest/globals'
import { nextDate } from './next-date.js'

const date = (closesAt: string, hasPassed = false) => ({ closesAt, hasPassed })

it('finds the date that comes next, and none when all have passed', () => {
  const dates = [
    date('2026-03-01T23:00:00.000Z'),
    date('2026-01-01T23:00:00.000Z', true),
    date('2026-02-01T23:00:00.000Z'),
  ]
  expect(nextDate(dates)?.closesAt).toBe('2026-02-01T23:00:00.000Z')
  expect(nextDate([date('2026-01-01T23:00:00.000Z', true)])).toBeNull()
  expect(nextDate([])).toBeNull()
})
