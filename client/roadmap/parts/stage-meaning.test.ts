import { expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import { stageMeaning } from './stage-meaning.js'

const words = wordsFor('en')

it('explains the codes of a body in words', () => {
  expect(stageMeaning(words, 'iso', '60.60')).toBe('Published')
  expect(stageMeaning(words, 'iso-iec-jtc1', '40.20')).toBe('Enquiry ballot open, 12 weeks')
  expect(stageMeaning(words, 'itu-t', 'In force')).toBe('In force')
  expect(stageMeaning(words, 'ieee-sa', 'Active PAR')).toBe('Active project (PAR)')
})

it('says nothing about a stage that it does not know', () => {
  expect(stageMeaning(words, 'iso', '77.77')).toBeNull()
  expect(stageMeaning(words, 'oecd', '60.60')).toBeNull()
})
