import { expect, it } from '@jest/globals'
import { compareWords } from './word-diff.js'

const shown = (one: string, other: string) => {
  const both = compareWords(one, other)
  return [both.one, both.other].map((all) => all.map(({ text, isOwn }) => (isOwn ? `[${text}]` : text)).join(''))
}

it('[OF-8] marks the words that only one version has', () => {
  expect(shown('The scope is wide.', 'The scope is narrow and clear.')).toEqual([
    'The scope is [wide.]',
    'The scope is [narrow and clear.]',
  ])
  expect(shown('one two three', 'two three four')).toEqual(['[one ]two three', 'two three[ four]'])
  expect(shown('the same', 'the same')).toEqual(['the same', 'the same'])
  expect(shown('', 'new\nwords')).toEqual(['', '[new\nwords]'])
})

it('[OF-8] leaves nothing of either version out, also of those too long to compare', () => {
  const long = Array.from({ length: 3000 }, (_, i) => `a${i}`).join(' ')
  const other = Array.from({ length: 3000 }, (_, i) => `b${i}`).join(' ')
  const both = compareWords(long, other)
  expect(both.one).toEqual([{ text: long, isOwn: false }])
  expect(both.other).toEqual([{ text: other, isOwn: false }])
})
