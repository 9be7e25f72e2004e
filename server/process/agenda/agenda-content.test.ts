import { expect, it } from '@jest/globals'
import { agendaChanges, type AgendaContentRow } from './agenda-content.js'

const row = (number: string, id: string, more: Partial<AgendaContentRow> = {}): AgendaContentRow => ({
  id,
  number,
  parentId: null,
  title: id,
  note: null,
  minutes: null,
  presenterId: null,
  presenter: null,
  subject: null,
  visibility: 'PUBLIC',
  ...more,
})
const told = (before: AgendaContentRow[], now: AgendaContentRow[]) =>
  agendaChanges(before, now).map(({ kind, number, title, before: was, after }) =>
    [kind, number, title, was, after].filter((part) => part !== null).join(' '),
  )
const first = [row('1', 'Opening'), row('2', 'Work'), row('3', 'Closing')]

it('[AG-7] says nothing of an agenda that is as it was', () => {
  expect(told(first, first)).toEqual([])
})

it('[AG-7] says what came and what went, and whom that only counts differently', () => {
  const now = [row('1', 'Opening'), row('2', 'News'), row('3', 'Closing')]
  expect(told(first, now)).toEqual(['ADDED 2 News', 'REMOVED 2 Work 2'])
  expect(told(first, [row('1', 'Work'), row('2', 'Closing')])).toEqual([
    'RENUMBERED 1 Work 2 1',
    'RENUMBERED 2 Closing 3 2',
    'REMOVED 1 Opening 1',
  ])
})

it('[AG-7] names the one row that was moved, not all that made room', () => {
  const now = [row('1', 'Closing'), row('2', 'Opening'), row('3', 'Work')]
  expect(told(first, now)).toEqual(['MOVED 1 Closing 3 1', 'RENUMBERED 2 Opening 1 2', 'RENUMBERED 3 Work 2 3'])
  const under = [row('1', 'Opening'), row('2', 'Work'), row('2.1', 'Closing', { parentId: 'Work' })]
  expect(told(first, under)).toEqual(['MOVED 2.1 Closing 3 2.1'])
})

it('[AG-7] says another title, time, presenter, subject and note', () => {
  const now = [
    row('1', 'Opening', { title: 'Welcome', minutes: 10 }),
    row('2', 'Work', { presenter: 'the editor', subject: { kind: 'GAP', id: 'g' }, note: 'Bring the draft.' }),
    row('3', 'Closing'),
  ]
  expect(told(first, now)).toEqual([
    'RENAMED 1 Welcome Opening Welcome',
    'TIME 1 Welcome 10',
    'PRESENTER 2 Work the editor',
    'SUBJECT 2 Work',
    'NOTE 2 Work',
  ])
})
