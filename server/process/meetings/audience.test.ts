import { expect, it } from '@jest/globals'
import { audienceOf, countByCapacity, gathered, type Concerned } from './audience.js'

const people: Concerned[] = [
  { personId: 'chair', as: ['CHAIR'] },
  { personId: 'editor', as: ['EDITOR', 'PARTICIPANT'] },
  { personId: 'guest', as: ['REGISTERED'] },
]
const names = (some: readonly Concerned[]) => some.map(({ personId }) => personId)

it('[RM-2] tells everybody, those who write with the management, or the management alone', () => {
  expect(names(audienceOf(people, 'EVERYBODY'))).toEqual(['chair', 'editor', 'guest'])
  expect(names(audienceOf(people, 'DRAFTERS'))).toEqual(['chair', 'editor'])
  expect(names(audienceOf(people, 'MANAGEMENT'))).toEqual(['chair'])
})

it('[MT-9] counts each capacity, and nobody twice in one', () => {
  expect(countByCapacity(people)).toEqual([
    { as: 'CHAIR', people: 1 },
    { as: 'EDITOR', people: 1 },
    { as: 'PARTICIPANT', people: 1 },
    { as: 'REGISTERED', people: 1 },
  ])
  expect(gathered([...people, { personId: 'chair', as: ['REGISTERED', 'CHAIR'] }])[0]).toEqual({
    personId: 'chair',
    as: ['CHAIR', 'REGISTERED'],
  })
})
