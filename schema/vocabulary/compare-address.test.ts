import { expect, it } from '@jest/globals'
import { changeAddress, compareAddress, readCompare, writeCompare } from './compare-address.js'

const read = (query: string) => readCompare(new URLSearchParams(query))

it('[ED-9] the address of a comparison holds its whole view, and is read back from it', () => {
  const view = read('from=first&to=2026-03-01&kind=gap-closed&topic=WATER&body=iso&after=x')
  expect(view).toEqual({
    from: 'first',
    to: '2026-03-01',
    filter: { kind: ['GAP_CLOSED'], topic: ['WATER'], body: ['iso'] },
    after: 'x',
    before: null,
    unread: [],
  })
  expect(readCompare(writeCompare(view))).toEqual({ ...view, after: null })
})

it('[ED-9] without a second side it is compared with today; a day counts before the choice beside it', () => {
  expect(read('from=first')).toMatchObject({ from: 'first', to: 'today' })
  expect(read('from=first&fromOn=2026-03-01&to=today&toOn=')).toMatchObject({ from: '2026-03-01', to: 'today' })
  expect(read('')).toMatchObject({ from: null, to: 'today' })
})

it('[AD-2] what cannot be understood is named and left out', () => {
  expect(read('from=a&kind=SOUP&topic=X&body=../b')).toMatchObject({
    filter: {},
    unread: [
      { name: 'body', value: '../b' },
      { name: 'kind', value: 'SOUP' },
      { name: 'topic', value: 'X' },
    ],
  })
})

it('[ED-9] one change has an address under the two sides', () => {
  expect(compareAddress('a', 'today', { kind: ['ITEM_ADDED'] })).toBe(
    '/editions/compare?from=a&to=today&kind=ITEM_ADDED',
  )
  expect(changeAddress('gap-closed.g-02', 'a', 'today')).toBe('/editions/compare/gap-closed.g-02?from=a&to=today')
})
