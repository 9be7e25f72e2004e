import { expect, it } from '@jest/globals'
import { participantsOn } from './participants.js'

const role = (personId: string, fromOn: string | null, toOn: string | null) => ({ personId, fromOn, toOn })
const atWork = { state: 'ESTABLISHED', concludedOn: null } as const

const roles = [
  role('ada', '2026-01-01', null),
  role('ada', '2026-03-01', '2026-06-01'),
  role('bo', '2025-01-01', '2026-03-01'),
  role('cy', null, null),
]
const on = (day: string, group: Parameters<typeof participantsOn>[3] = atWork) =>
  participantsOn(roles, day, '2026-09-01', group).map(({ personId, roles: held }) => `${personId} ${held.length}`)

it('[PA-2, GS-6] lists each person once, with what they held on the day', () => {
  expect(on('2026-04-01')).toEqual(['ada 2', 'cy 1'])
  expect(on('2026-02-28')).toEqual(['ada 1', 'bo 1', 'cy 1'])
  expect(on('2025-06-01')).toEqual(['bo 1', 'cy 1'])
})

it('[GR-4, GS-6] lists nobody from the last day of a group on', () => {
  const concluded = { state: 'CONCLUDED', concludedOn: '2026-05-01' } as const
  expect(on('2026-04-30', concluded)).toEqual(['ada 2', 'cy 1'])
  expect(on('2026-05-01', concluded)).toEqual([])
  expect(on('2026-08-31', { state: 'CONCLUDED', concludedOn: null })).toEqual(['ada 1', 'cy 1'])
  expect(on('2026-09-01', { state: 'CONCLUDED', concludedOn: null })).toEqual([])
})
