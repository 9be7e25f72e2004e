import { expect, it } from '@jest/globals'
import { chosenPerson, knownPeople } from './known-people.js'

const role = (id: string, name: string | null, ...labels: string[]) => ({
  person: { id, name, affiliations: labels.map((label) => ({ id: `${id}-${label}`, label })) },
})

it('[FG-7] offers each person once, and each of several affiliations', () => {
  const people = knownPeople([
    role('b', 'Bo', 'One', 'Two'),
    role('a', 'Ada', 'Three'),
    role('b', 'Bo', 'One', 'Two'),
    role('x', null),
  ])
  expect(people).toEqual([
    { value: 'a', name: 'Ada', affiliation: null },
    { value: 'b', name: 'Bo', affiliation: null },
    { value: 'b b-One', name: 'Bo', affiliation: 'One' },
    { value: 'b b-Two', name: 'Bo', affiliation: 'Two' },
  ])
  expect(chosenPerson('b b-Two')).toEqual({ personId: 'b', affiliationId: 'b-Two' })
  expect(chosenPerson('a')).toEqual({ personId: 'a' })
})
