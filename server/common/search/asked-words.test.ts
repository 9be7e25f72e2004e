import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { askedWords, enoughOf } from './asked-words.js'

it.each([
  ['what is still open on water use of inference, and who is on it?', 'water use inference', true],
  ['Who is working on rebound effects?', 'rebound effects', false],
  ['gaps in water', 'water', true],
  ['open data', 'open data', false],
  ['ISO/IEC 21031:2024', 'iso iec 21031 2024', false],
  ['Écoconception', 'ecoconception', false],
  ['gaps', 'gaps', true],
  ['the who', 'the who', false],
  ['what is open?', 'what is open', true],
  ['水足迹', '水足迹', false],
])('[SE-2] looks in “%s” for “%s”', (text, words, isAboutGaps) => {
  expect(askedWords(text)).toEqual({ words: words.split(' '), isAboutGaps })
})

it('[SE-2] takes any text, and never more than eight words', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { words } = askedWords(text)
      expect(words.length).toBeLessThanOrEqual(8)
      for (const word of words) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
    }),
  ))

it('[SE-3] is content with half of the words', () => {
  expect([1, 2, 3, 4, 5, 8].map((count) => enoughOf(Array.from({ length: count }, () => 'word')))).toEqual([
    1, 1, 2, 2, 3, 4,
  ])
})
