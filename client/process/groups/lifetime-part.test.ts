import { expect, it } from '@jest/globals'
import { lifetimePart } from './lifetime-part.js'

it('[FG-5] runs from the first meeting to the end, and not beyond either', () => {
  expect(lifetimePart('2026-01-01', '2028-01-01', '2026-01-01')).toBe(0)
  expect(lifetimePart('2026-01-01', '2028-01-01', '2027-01-01')).toBe(0.5)
  expect(lifetimePart('2026-01-01', '2028-01-01', '2025-06-01')).toBe(0)
  expect(lifetimePart('2026-01-01', '2028-01-01', '2030-01-01')).toBe(1)
})

it('is not known before the first meeting, or without an end', () => {
  expect(lifetimePart(null, null, '2026-01-01')).toBeNull()
  expect(lifetimePart('2026-01-01', null, '2026-01-01')).toBeNull()
})
