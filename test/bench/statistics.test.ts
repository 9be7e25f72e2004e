import { expect, it } from '@jest/globals'
import { percentile, ratioOf, spreadOf, verdictOf } from './statistics.js'

it('takes the middle of several rounds, and how far they lay apart', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 })
  expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4 })
  expect(spreadOf([7])).toEqual({ median: 7, least: 7, most: 7 })
})

it('compares round by round, so that a slow round counts for both', () => {
  expect(ratioOf([100, 10, 100], [200, 20, 200])).toEqual({ median: 0.5, least: 0.5, most: 0.5 })
})

it('finds the value that so many percent do not exceed', () => {
  const hundred = Float64Array.from({ length: 100 }, (_, i) => i + 1)
  expect([0, 1, 50, 99, 99.5, 100].map((percent) => percentile(hundred, percent))).toEqual([1, 1, 50, 99, 100, 100])
  expect(percentile([5], 99)).toBe(5)
})

it('calls an aim met or missed only when four rounds of five agree with the middle one', () => {
  const atMost = (...rounds: number[]) => verdictOf({ aim: { atMost: 1 }, rounds })
  expect(atMost(0.9, 1, 0.8)).toBe('met')
  expect(atMost(0.9, 0.9, 0.9, 0.9, 5)).toBe('met')
  expect(atMost(0.9, 0.9, 1.1)).toBe('undecided')
  expect(atMost(0.9, 1.1, 1.1)).toBe('undecided')
  expect(atMost(0.1, 1.1, 1.1, 1.2, 1.3)).toBe('missed')
  expect(verdictOf({ aim: { atLeast: 5 }, rounds: [5, 6, 7] })).toBe('met')
  expect(verdictOf({ aim: { atLeast: 5 }, rounds: [4] })).toBe('missed')
})
