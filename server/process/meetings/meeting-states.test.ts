import { expect, it } from '@jest/globals'
import { meetingStates, type MeetingState } from '#schema/vocabulary/meetings.js'
import { isPossible, meetingSteps, stateOn } from './meeting-states.js'

const meeting = { state: 'PLANNED', startsOn: '2026-03-10', endsOn: '2026-03-12' } as const

it('[MT-2] leads from PLANNED to every state of a meeting', () => {
  const reached = new Set<MeetingState>(['PLANNED'])
  for (const state of reached) meetingSteps[state].forEach((next) => reached.add(next))
  expect([...reached].sort()).toEqual([...meetingStates].sort())
})

it('[MT-2] runs from its first day to its last, both included, and then has ended', () => {
  const states = ['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13'].map((day) => stateOn(meeting, day))
  expect(states).toEqual(['PLANNED', 'RUNNING', 'RUNNING', 'ENDED'])
})

it('[MT-2] stays cancelled whatever day it is', () => {
  for (const day of ['2026-03-01', '2026-03-11', '2026-04-01']) {
    expect(stateOn({ ...meeting, state: 'CANCELLED' }, day)).toBe('CANCELLED')
  }
})

it('[MT-3] lets nobody move or cancel what is over, and mends its record', () => {
  expect(['MOVE', 'CANCEL', 'EDIT', 'PUBLISH_DATES'].map((what) => isPossible(what, 'ENDED'))).toEqual([
    false,
    false,
    true,
    true,
  ])
})

it('[MT-3] leaves of a cancelled meeting nothing to do but to read', () => {
  const all = ['READ', 'EDIT', 'MOVE', 'ANNOUNCE', 'CANCEL', 'PUBLISH_DATES']
  expect(all.filter((what) => isPossible(what, 'CANCELLED'))).toEqual(['READ'])
})
