import { expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import { purposeWord } from './purpose-word.js'

it('[GS-11] tells the usual purposes in words, and those of a group as the group does', () => {
  expect(['PROPOSAL', 'Measurement report'].map((one) => purposeWord(wordsFor('en'), one))).toEqual([
    'Proposal',
    'Measurement report',
  ])
})
