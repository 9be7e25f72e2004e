import { expect, it } from '@jest/globals'
import { namesIn } from './people-named.js'

it.each([
  ['Anna Berg', ['Anna Berg']],
  ['Anna Berg, Example Works', ['Anna Berg, Example Works', 'Anna Berg']],
  [
    'Dr. Anna Berg (Example Works)',
    ['Dr. Anna Berg (Example Works)', 'Anna Berg (Example Works)', 'Dr. Anna Berg', 'Anna Berg'],
  ],
  ['Jean-Luc Roth – Example Works.', ['Jean-Luc Roth – Example Works', 'Jean-Luc Roth']],
  ['Drew Mrozek', ['Drew Mrozek']],
  ['  ', []],
])('[RC-7] reads whom %j may mean', (words, names) => {
  expect(namesIn(words)).toEqual(names)
})
