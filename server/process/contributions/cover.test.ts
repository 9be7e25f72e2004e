import { expect, it } from '@jest/globals'
import { namesInOrder, personAmong, purposeNotOffered, purposesInOrder } from './cover.js'

it('[CO-4] keeps sources in the order in which they were given, each once', () => {
  expect(namesInOrder(['  Ministry of  Water', 'École des Mines', '', 'ministry of water', 'Ecole des mines'])).toEqual(
    ['Ministry of Water', 'École des Mines'],
  )
})

it('[CO-4] finds a person among the sources, however they write their name', () => {
  expect(personAmong(['Example Ltd', 'camila novák'], ['Camila Novak', null])).toBe('camila novák')
  expect(personAmong(['Example Ltd'], ['Camila Novak', null])).toBeNull()
})

it('[CO-3] tells purposes in one order', () => {
  const offered = ['DISCUSSION', 'PROPOSAL']
  expect(purposesInOrder(['PROPOSAL', 'DISCUSSION', 'PROPOSAL'], offered)).toEqual(offered)
  expect(purposesInOrder(['Survey', 'PROPOSAL', 'Survey'], offered)).toEqual(['PROPOSAL', 'Survey'])
})

it('[GS-11] takes purposes that the group offers, or that are on the cover already', () => {
  expect(purposeNotOffered(['DISCUSSION', 'Survey'], ['DISCUSSION'], ['Survey'])).toBeNull()
  expect(purposeNotOffered(['DISCUSSION', 'Survey'], ['DISCUSSION'], [])).toBe('Survey')
})
