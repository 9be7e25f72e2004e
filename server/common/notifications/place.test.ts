import { expect, it } from '@jest/globals'
import { placeOf, writePlace } from './place.js'

const end = { transactionId: 1000, seq: 0 }

it('[NO-3] reads a place back', () => {
  expect(placeOf(writePlace({ transactionId: 812, seq: 44 }), end)).toEqual({ transactionId: 812, seq: 44 })
})

it('[NO-3] lets nobody mark as seen what has not happened yet, nor anything by a slip', () => {
  expect(placeOf('99999-1', end)).toEqual(end)
  for (const text of ['', '1', 'x-y', '1-2-3', '-5-1', '1e9-0'])
    expect(placeOf(text, end)).toEqual({ transactionId: 0, seq: 0 })
})
