import { expect, it } from '@jest/globals'
import { readDeliverableList } from './deliverable-address.js'

const read = (query: string) => readDeliverableList(new URLSearchParams(query))

it('[AD-1] reads what an address asks for', () => {
  expect(read('state=IN_DRAFTING&state=WG_STABLE&type=ROADMAP&subgroup=2&q=water&overdue=true&after=x')).toEqual({
    filter: { state: ['IN_DRAFTING', 'WG_STABLE'], type: ['ROADMAP'], subgroup: [2], search: 'water', isOverdue: true },
    after: 'x',
    unread: [],
  })
  expect(read('')).toEqual({ filter: {}, after: null, unread: [] })
})

it('[AD-1] names what it does not understand, and leaves it out', () => {
  const { filter, unread } = read('state=LOST&subgroup=x&planet=mars&q=')
  expect(filter).toEqual({})
  expect(unread).toEqual([
    { name: 'state', value: 'LOST' },
    { name: 'subgroup', value: 'x' },
    { name: 'planet', value: 'mars' },
  ])
})
