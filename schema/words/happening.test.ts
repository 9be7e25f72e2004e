import { expect, it } from '@jest/globals'
import { wordsFor } from './index.js'
import { manySentence, sentenceOf, type Happening } from './happening.js'

const words = wordsFor('en')
const text = (happening: Partial<Happening>) => {
  const { before, object, after } = sentenceOf(words, {
    verb: 'gap.updated',
    objectType: 'gap',
    label: 'G-01',
    href: '/gaps/G-01',
    args: { fields: ['standing', 'priority'] },
    group: { name: 'Focus Group on Water', acronym: 'FG-W' },
    actor: { name: 'Ada Example' },
    ...happening,
  })
  return `${before}[${object}]${after}`
}

it('[AC-5] tells what happened, with the object where the link goes', () => {
  expect(text({})).toBe('Ada Example changed the gap [G-01]: standing and priority.')
})

it('[AC-5] tells an unknown verb by its name', () => {
  expect(text({ verb: 'milestone.reachedEarly', label: 'Draft 2' })).toBe(
    'Ada Example: milestone reached early, [Draft 2].',
  )
})

it('[AC-5] tells a known verb by its name when the event lacks what the sentence asks for', () => {
  expect(text({ verb: 'group.subgroupAdded', label: 'FG' })).toBe('Ada Example: group subgroup added, [FG].')
  expect(text({ verb: 'group.subgroupAdded', label: 'FG', args: { number: 2 } })).toBe(
    'Ada Example added working group 2 to [FG].',
  )
})

it('names the system, and does not name who was erased', () => {
  expect(text({ actor: null })).toMatch(/^The system changed/)
  expect(text({ actor: { name: null } })).toMatch(/^A former member changed/)
})

it('says what kind of thing it was when the thing has no name', () => {
  expect(text({ label: null })).toContain('the gap [a gap]')
  expect(text({ label: null, objectType: 'votingRecord' })).toContain('[voting record]')
})

it('[AC-7] says days and codes in words, and which group', () => {
  const meeting = { objectType: 'meeting', label: 'First meeting' }
  const to = { startsOn: '2026-05-20', endsOn: '2026-05-21' }
  const from = { startsOn: '2026-05-13', endsOn: '2026-05-14' }
  expect(text({ ...meeting, verb: 'meeting.moved', args: { from, to } })).toBe(
    'Ada Example moved a meeting of FG-W from 13 May 2026 to 20 May 2026, and the dates that hang on it: [First meeting].',
  )
  const role = { verb: 'role.assigned', objectType: 'role', label: 'Bo Example' }
  expect(text({ ...role, args: { role: 'VICE_CHAIR', from: null } })).toBe(
    'Ada Example recorded [Bo Example] as Vice-chair of FG-W.',
  )
  expect(text({ ...role, args: { role: 'CHAIR' }, group: null })).toContain('of a group.')
})

it('[AC-7] tells several in one sentence', () => {
  const happening = {
    verb: 'item.recorded',
    objectType: 'item',
    label: null,
    href: null,
    args: {},
    actor: null,
    group: null,
  }
  expect(manySentence(words, happening, 160)).toBe('The system recorded 160 items.')
})
