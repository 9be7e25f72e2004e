import { expect, it } from '@jest/globals'
import { ratioOf, spreadOf } from './statistics.js'

it('takes the middle of several rounds, and how far they lay apart', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 })
  expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4 })
  expect(spreadOf([7])).toEqual({ median: 7, least: 7, most: 7 })
})

it('compares round by round, so that a slow round counts for both', () => {
  expect(ratioOf([100, 10, 100], [200, 20, 200])).toEqual({ median: 0.5, least: 0.5, most: 0.5 })
})
