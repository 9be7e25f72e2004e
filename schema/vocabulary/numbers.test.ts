import { expect, it } from '@jest/globals'
import { readNumber, writeNumber } from './numbers.js'

it.each([
  ['G-01', 1],
  ['g1', 1],
  ['G 034', 34],
  ['G-1234', 1234],
  ['G-00', null],
  ['P-01', null],
  ['01', null],
  ['G-01x', null],
  ['G-9999999999', null],
  [' '.repeat(2000), null],
])('reads the number of a gap "%.20s" as %s', (text, number) => expect(readNumber('G', text)).toBe(number))

it('writes numbers with two digits at least', () => {
  expect([writeNumber('G', 1), writeNumber('P', 16), writeNumber('G', 100)]).toEqual(['G-01', 'P-16', 'G-100'])
})
