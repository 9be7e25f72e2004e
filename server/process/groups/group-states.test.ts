import { expect, it } from '@jest/globals'
import { groupStates, type GroupState } from '#schema/vocabulary/groups.js'
import { groupSteps, isOpen, mayBecome, stepTable } from './group-states.js'

const reached = (first: GroupState): Set<GroupState> => {
  const seen = new Set([first])
  for (const state of seen) groupSteps[state].forEach((next) => seen.add(next))
  return seen
}

it('[FG-2] leads from PROPOSED to every state of a group', () => {
  expect([...reached('PROPOSED')].sort()).toEqual([...groupStates].sort())
})

it('[FG-2] leads from every state to CONCLUDED, and from there nowhere', () => {
  for (const state of groupStates) expect(reached(state)).toContain('CONCLUDED')
  expect(groupSteps.CONCLUDED).toEqual([])
})

it('[FG-2] lets a group be extended again and again, but not before it is confirmed', () => {
  expect(mayBecome('EXTENDED', 'EXTENDED')).toBe(true)
  expect(mayBecome('ESTABLISHED_PROVISIONAL', 'EXTENDED')).toBe(false)
})

it('[GS-8] offers exactly the steps that the table of states allows', () => {
  const offered = Object.values(stepTable).flatMap(({ from, to }) => from.map((state) => `${state} ${to}`))
  const allowed = groupStates.flatMap((from) => groupSteps[from].map((to) => `${from} ${to}`))
  expect([...new Set(offered)].sort()).toEqual(allowed.sort())
  expect(isOpen('EXTEND', 'PROPOSED')).toBe(false)
  expect(isOpen('EXTEND', 'EXTENDED')).toBe(true)
  expect(isOpen('READ', 'CONCLUDED')).toBe(true)
})
