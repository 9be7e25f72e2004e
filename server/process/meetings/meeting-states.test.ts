import { describe, expect, it } from '@jest/globals'
import {
  isOffered,
  isPossible,
  meetingActions,
  meetingStates,
  meetingTable,
  permissionOf,
  type MeetingState,
} from '#schema/vocabulary/meetings.js'
import { meetingAccess } from './meetings.access.js'
import { meetingSteps, stateOn } from './meeting-states.js'

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

it('[MT-2, MT-11] stays cancelled, or closed, whatever day it is', () => {
  for (const state of ['CANCELLED', 'CLOSED'] as const) {
    for (const day of ['2026-03-01', '2026-03-11', '2026-04-01'])
      expect(stateOn({ ...meeting, state }, day)).toBe(state)
  }
})

describe('the table of what each state allows', () => {
  it('[MT-3] lets nobody move or cancel what is over, and mends its record', () => {
    expect(['MOVE', 'CANCEL', 'EDIT', 'PUBLISH_DATES'].map((what) => isPossible(what, 'ENDED'))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  it('[MT-3] leaves of a cancelled meeting nothing to do but to read', () => {
    expect(meetingActions.filter((what) => isPossible(what, 'CANCELLED'))).toEqual(['READ'])
  })

  it('[MT-11] leaves of a closed meeting nothing but to read, to be reminded of what follows it, and to open it again', () => {
    expect(meetingActions.filter((what) => isPossible(what, 'CLOSED'))).toEqual(['READ', 'REMIND', 'REOPEN'])
  })

  it('[MT-10] is what the server asks: each action has its permission, and there is no other', () => {
    expect(Object.keys(meetingAccess).sort()).toEqual(
      meetingActions.map((action) => `meeting.${permissionOf(action)}`).sort(),
    )
  })

  it('[MT-10] offers nothing that is not possible, and leads only where a meeting can go', () => {
    for (const action of meetingActions) {
      const { states, leadsTo } = meetingTable[action]
      for (const state of meetingStates) {
        if (isOffered(action, state)) expect(isPossible(action, state)).toBe(true)
        if (isOffered(action, state) && leadsTo) expect(meetingSteps[state]).toContain(leadsTo)
      }
      expect(Object.values(states)).toContain('OFFERED')
    }
    expect(isPossible('NO_SUCH_ACTION', 'PLANNED')).toBe(false)
  })
})
