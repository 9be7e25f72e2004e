import { expect, it } from '@jest/globals'
import { namesInOrder, personAmong, purposesInOrder } from './cover.js'

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
  expect(purposesInOrder(['PROPOSAL', 'DISCUSSION', 'PROPOSAL'])).toEqual(['DISCUSSION', 'PROPOSAL'])
})
