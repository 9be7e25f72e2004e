import { expect, it } from '@jest/globals'
import { RELATION_TYPES, relationTraits } from '#schema/vocabulary/register.js'
import { wordsFor } from '#schema/words/index.js'
import { groupRelations, relationHeading } from './relation-groups.js'

const words = wordsFor('en')

it('[RE-1] says a directed relation from either end, and a symmetric one alike from both', () => {
  expect(relationHeading(words, { type: 'SUPERSEDES', isOutgoing: true })).toBe('Supersedes')
  expect(relationHeading(words, { type: 'SUPERSEDES', isOutgoing: false })).toBe('Is superseded by')
  for (const type of RELATION_TYPES) {
    const [there, back] = [true, false].map((isOutgoing) => relationHeading(words, { type, isOutgoing }))
    expect(there === back).toBe(relationTraits[type].isSymmetric)
  }
})

it('puts together what says the same, first what tells whether the item still counts', () => {
  const relations = [
    { id: 1, type: 'REFERENCES', isOutgoing: true },
    { id: 2, type: 'OVERLAPS', isOutgoing: false },
    { id: 3, type: 'SUPERSEDES', isOutgoing: false },
    { id: 4, type: 'OVERLAPS', isOutgoing: true },
    { id: 5, type: 'REFERENCES', isOutgoing: false },
  ] as const
  expect(
    groupRelations(words, relations).map(({ heading, relations: members }) => [heading, members.map(({ id }) => id)]),
  ).toEqual([
    ['Is superseded by', [3]],
    ['Refers to', [1]],
    ['Is referred to by', [5]],
    ['Overlaps with', [2, 4]],
  ])
})
