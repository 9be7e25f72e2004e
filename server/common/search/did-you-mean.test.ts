import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { distance } from '#schema/vocabulary/spelling.js'
import { didYouMean } from './did-you-mean.js'

const said = ['Water footprint of AI services', 'Metered inference', 'Information technology: sustainability of water']

it.each([
  ['watter footprint', 'water footprint'],
  ['infrence', 'inference'],
  ['wtaer', 'water'],
  ['sustainabilty', 'sustainability'],
  ['sustain', null],
  ['water', null],
  ['metering', null],
  ['zebra', null],
  ['21031', null],
])('[SE-4] takes “%s” for “%s”', (typed, meant) => {
  expect(didYouMean(typed.split(' '), said)).toBe(meant)
})

it('[SE-4] offers nothing where nothing is said', () => {
  expect(didYouMean(['water'], [])).toBeNull()
})

it('measures the same way in both directions, and nothing from a word to itself', () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
      expect(distance(one, other)).toBe(distance(other, one))
      expect(distance(one, one)).toBe(0)
    }),
  ))
