import { expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import { slipInWords } from './slip-words.js'

const words = wordsFor('en')

it.each([
  [{ amount: 6, unit: 'MONTH' }, '6 months later'],
  [{ amount: -1, unit: 'DAY' }, '1 day earlier'],
  [{ amount: 1, unit: 'YEAR' }, '1 year later'],
  [{ amount: 0, unit: 'DAY' }, 'not moved'],
] as const)('[IT-13] says %j as "%s"', (slip, said) => {
  expect(slipInWords(words, slip)).toBe(said)
})

it('[IT-13] sums up how often a date was changed', () => {
  const sum = (changes: number) => words('item.plan.sum', { slip: '6 months later', changes })
  expect([sum(0), sum(1), sum(3)]).toEqual([
    '6 months later since the first date, never changed',
    '6 months later since the first date, changed once',
    '6 months later since the first date, changed 3 times',
  ])
})
