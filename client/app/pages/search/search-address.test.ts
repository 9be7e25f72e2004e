import { expect, it } from '@jest/globals'
import { readSearch, searchAddress } from './search-address.js'

const read = (search: string) => readSearch(new URLSearchParams(search))

it('[AD-1] reads back what it writes', () => {
  const address = searchAddress('who is on water use?', 'GAP', '2026-03-01T23:59:59.999Z')
  expect(read(address.split('?')[1]! + '')).toEqual({
    query: 'who is on water use?',
    kind: 'GAP',
    asOf: '2026-03-01T23:59:59.999Z',
    unread: [],
  })
})

it('[AD-2] leaves out what it cannot read, and names it', () => {
  expect(read('q=a%00b&kind=soup&asOf=2026-02-30')).toEqual({
    query: '',
    kind: null,
    asOf: null,
    unread: [
      { name: 'asOf', value: '2026-02-30' },
      { name: 'q', value: 'a\0b' },
      { name: 'kind', value: 'soup' },
    ],
  })
  expect(read(`q=${'a'.repeat(201)}`).query).toBe('')
})
