import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { earliestDay, isSurelyBefore, latestDay } from './partial-dates.js'
import { planHistory, slipBetween } from './slips.js'

describe('how far a planned date moved', () => {
  it.each([
    ['2026-03-14', '2026-03-20', { amount: 6, unit: 'DAY' }],
    ['2026-03-14', '2026-03-14', { amount: 0, unit: 'DAY' }],
    ['2026-12', '2027-02-14', { amount: 2, unit: 'MONTH' }],
    ['2027-02', '2026-12', { amount: -2, unit: 'MONTH' }],
    ['2026', '2027-02-14', { amount: 1, unit: 'YEAR' }],
    ['2024-02-28', '2024-03-01', { amount: 2, unit: 'DAY' }],
    [null, '2026', null],
    ['2026', null, null],
  ] as const)('[IT-13] from %s to %s: %j', (before, after, slip) => {
    expect(slipBetween(before, after)).toEqual(slip)
  })

  it('[IT-13] is told from the first date to the last, or to the day it happened', () => {
    const plans = ['2025-06', '2025-12', null, '2026-06']
    expect(planHistory(plans, null, '2026-06-30')).toEqual({
      firstOn: '2025-06',
      lastOn: '2026-06',
      slip: { amount: 12, unit: 'MONTH' },
      changes: 3,
      isOverdue: false,
    })
    expect(planHistory(plans, null, '2026-07-01').isOverdue).toBe(true)
    expect(planHistory(plans, '2026-09-02', '2027-01-01')).toMatchObject({
      slip: { amount: 15, unit: 'MONTH' },
      isOverdue: false,
    })
    expect(planHistory(['2025-06', null], null, '2027-01-01')).toMatchObject({ lastOn: null, isOverdue: false })
    expect(planHistory([], null, '2027-01-01')).toEqual({
      firstOn: null,
      lastOn: null,
      slip: null,
      changes: 0,
      isOverdue: false,
    })
  })

  it('[SO-4] takes a date for as much as it says', () => {
    expect([earliestDay('2024'), latestDay('2024'), latestDay('2024-02'), latestDay('2023-02')]).toEqual([
      '2024-01-01',
      '2024-12-31',
      '2024-02-29',
      '2023-02-28',
    ])
    const date = fc.constantFrom('2024', '2025', '2024-02', '2024-11', '2025-01', '2024-02-29', '2025-01-01')
    fc.assert(
      fc.property(date, date, (one, other) => {
        expect(isSurelyBefore(one, other) && isSurelyBefore(other, one)).toBe(false)
        expect(isSurelyBefore(one, one)).toBe(false)
      }),
    )
  })
})
