import { expect, it } from '@jest/globals'
import { positionsOf } from './positions.js'

it('[AC-10] tells each clause its place among those with the same parent', () => {
  const lines = ['a', 'b>', 'c>', 'd>>', 'e', 'f>'].map((one) => ({ id: one[0]!, level: one.length }))
  const told = [...positionsOf(lines)].map(([id, { place, of }]) => `${id} ${place}/${of}`)
  expect(told).toEqual(['a 1/2', 'b 1/2', 'c 2/2', 'd 1/1', 'e 2/2', 'f 1/1'])
})
