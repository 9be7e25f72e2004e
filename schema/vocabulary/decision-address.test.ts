import { expect, it } from '@jest/globals'
import { decisionFilter, readDecisions, writeDecisions } from './decision-address.js'

const read = (query: string) => readDecisions(new URLSearchParams(query))

it('[AD-1] reads what is understood, names what is not, and writes it again', () => {
  const view = read('kind=approved&kind=LOVED&meeting=2&reversed=false&reservations=maybe&q=water&meeting=x')
  expect(decisionFilter('example', view)).toEqual({
    group: 'example',
    search: 'water',
    kind: ['APPROVED'],
    meeting: 2,
    isReversed: false,
  })
  expect(view.unread).toEqual([
    { name: 'kind', value: 'LOVED' },
    { name: 'meeting', value: 'x' },
    { name: 'reservations', value: 'maybe' },
  ])
  expect(writeDecisions(view).toString()).toBe('q=water&kind=APPROVED&meeting=2&reversed=false')
})

it('[AD-1] does not narrow by both of two choices, nor by none', () => {
  expect(decisionFilter('example', read('reversed=true&reversed=false&kind='))).toEqual({ group: 'example' })
})

it('[AD-1] goes one way in the list', () => {
  expect(read('after=a&before=b')).toMatchObject({ after: 'a', before: null })
  expect(read('before=b')).toMatchObject({ after: null, before: 'b' })
})
