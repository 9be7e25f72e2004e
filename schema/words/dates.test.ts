import { expect, it } from '@jest/globals'
import { formatDay } from './dates.js'
import { wordsFor } from './index.js'

it('writes a date as precisely as it is known', () => {
  const words = wordsFor('en')
  expect(['2019-10-02', '2025-02', '2025'].map((day) => formatDay(day, words))).toEqual([
    '2 Oct 2019',
    'Feb 2025',
    '2025',
  ])
})

it('leaves out the year that the reader has just seen', () => {
  expect(formatDay('2019-10-02', wordsFor('en'), { beside: '2019-10-15' })).toBe('2 Oct')
})
