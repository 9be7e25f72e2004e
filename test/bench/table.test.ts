import { expect, it } from '@jest/globals'
import { aimsTable, figure, spread } from './table.js'

it('writes figures with three digits', () => {
  expect([0, 0.0123, 0.456, 3.14159, 42.42, 12345.6].map(figure)).toEqual([
    '0.00',
    '0.012',
    '0.46',
    '3.14',
    '42.4',
    '12,346',
  ])
})

it('writes the middle of the rounds with the ends beside it', () => {
  expect(spread([3, 1, 2])).toBe('2.00 (1.00–3.00)')
  expect(spread([2])).toBe('2.00')
})

it('writes aims as a table that can be pasted', () => {
  const aims = [{ name: 'time', aim: { atMost: 1 }, rounds: [0.5, 0.4, 0.6] }]
  expect(aimsTable(aims).split('\n')).toEqual([
    '| What should be so | aim |         measured |     |',
    '| ----------------- | --: | ---------------: | --: |',
    '| time              | ≤ 1 | 0.50 (0.40–0.60) | met |',
  ])
})
