import { expect, it } from '@jest/globals'
import { actionStates } from '#schema/vocabulary/decisions.js'
import { actionSteps, isOverdue, isToBeDone } from './action-states.js'

it('[AC-1] reaches every state, ends nowhere for good, and stays nowhere by a step', () => {
  const reached = new Set(actionStates.flatMap((state) => actionSteps(state)))
  expect([...reached].sort()).toEqual([...actionStates].sort())
  for (const state of actionStates) expect(actionSteps(state)).not.toContain(state)
  expect(actionStates.filter((state) => actionSteps(state).length === 0)).toEqual([])
})

it('[AC-3] is late the day after its day, and not once it is done or called off', () => {
  const late = (state: Parameters<typeof isOverdue>[0], today: string) => isOverdue(state, '2027-06-15', today)
  expect(late('NEEDS_ACTION', '2027-06-15')).toBe(false)
  expect(late('IN_PROCESS', '2027-06-16')).toBe(true)
  expect(late('COMPLETED', '2027-06-16')).toBe(false)
  expect(isOverdue('NEEDS_ACTION', null, '2027-06-16')).toBe(false)
  expect(actionStates.filter(isToBeDone)).toEqual(['NEEDS_ACTION', 'IN_PROCESS'])
})
