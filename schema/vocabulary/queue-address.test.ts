import { expect, it } from '@jest/globals'
import { readFact, readQueue } from './queue-address.js'

it('[AD-2] reads a queue from its address, and is not narrowed by what it does not understand, which it names', () => {
  expect(readQueue(new URLSearchParams('kind=STAGE&body=itu-t&why=STALE&reported=true&after=x&before=y'))).toEqual({
    kind: 'STAGE',
    body: 'itu-t',
    why: 'STALE',
    isReported: true,
    after: 'x',
    before: null,
    unread: [],
  })
  expect(readQueue(new URLSearchParams('kind=SOUP&body=%2500&why=&before=y'))).toEqual({
    kind: null,
    body: null,
    why: null,
    isReported: false,
    after: null,
    before: 'y',
    unread: [
      { name: 'kind', value: 'SOUP' },
      { name: 'body', value: '%00' },
    ],
  })
})

it('reads a fact from its address', () => {
  const id = '01900000-0000-7000-8000-0000000000a1'
  expect(readFact({ kind: 'ITEM', id })).toEqual({ kind: 'ITEM', id })
  for (const params of [{ kind: 'SOUP', id }, { kind: 'ITEM', id: 'x' }, {}]) expect(readFact(params)).toBeNull()
})
