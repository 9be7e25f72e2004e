import { expect, it } from '@jest/globals'
import { isDay } from './is-day.js'

it('knows the days that the calendar has', () => {
  expect(['2026-03-14', '2028-02-29', '1999-12-31'].every(isDay)).toBe(true)
  expect(['2026-02-29', '2026-13-01', '14.3.2026', '', '2026-3-4', '2026-04-31'].some(isDay)).toBe(false)
})
