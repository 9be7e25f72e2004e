import { expect, it } from '@jest/globals'
import { readSide } from './side.js'

it('[ED-9] reads a side as today, a number, a day, an instant or the address of an edition', () => {
  expect(readSide('today')).toEqual({ kind: 'TODAY' })
  expect(readSide('2')).toEqual({ kind: 'NUMBER', number: 2 })
  expect(readSide('2026-03-01')).toEqual({ kind: 'MOMENT', at: '2026-03-01T23:59:59.999Z' })
  expect(readSide('2026-03-01T12:00:00+01:00')).toEqual({ kind: 'MOMENT', at: '2026-03-01T11:00:00.000Z' })
  expect(readSide('first-edition')).toEqual({ kind: 'SLUG', slug: 'first-edition' })
})

it('[ED-9] reads nothing from what can be none', () => {
  for (const text of ['', 'Ünknown', 'a b', '../x', 'x'.repeat(200), '\0']) expect(readSide(text)).toBeNull()
  // A day that does not exist may still be asked for: there is no edition of that address.
  expect(readSide('2026-02-30')).toEqual({ kind: 'SLUG', slug: '2026-02-30' })
})
