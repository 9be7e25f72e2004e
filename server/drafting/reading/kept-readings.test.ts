import { expect, it } from '@jest/globals'
import { KeptReadings } from './kept-readings.js'

it('[RD-2] keeps the newest reading of a text, and answers only with the version that is asked for', () => {
  const kept = new KeptReadings<string>()
  kept.keep('a', '1.9', 'nine', 1)
  kept.keep('a', '1.10', 'ten', 1)
  expect([kept.get('a', '1.9'), kept.get('a', '1.10')]).toEqual([null, 'ten'])
  kept.keep('a', '1.9', 'late', 1)
  expect(kept.get('a', '1.10')).toBe('ten')
  kept.keep('a', '2.1', 'new epoch', 1)
  expect([kept.get('a', '1.10'), kept.get('a', '2.1')]).toEqual([null, 'new epoch'])
})

it('[RD-2] forgets the text that was not asked for longest when there is too much', () => {
  const kept = new KeptReadings<string>(10)
  kept.keep('a', '1.1', 'a', 4)
  kept.keep('b', '1.1', 'b', 4)
  kept.get('a', '1.1')
  kept.keep('c', '1.1', 'c', 4)
  expect(['a', 'b', 'c'].map((id) => kept.get(id, '1.1'))).toEqual(['a', null, 'c'])
  kept.keep('d', '1.1', 'too large', 11)
  expect(['a', 'c', 'd'].map((id) => kept.get(id, '1.1'))).toEqual(['a', 'c', null])
})
