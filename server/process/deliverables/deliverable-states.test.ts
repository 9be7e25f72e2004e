import { expect, it } from '@jest/globals'
import { deliverableStates, type DeliverableState } from '#schema/vocabulary/deliverables.js'
import { deliverableSteps, mayBecome } from './deliverable-states.js'

const reached = (first: DeliverableState): Set<DeliverableState> => {
  const seen = new Set([first])
  for (const state of seen) deliverableSteps[state].forEach((next) => seen.add(next))
  return seen
}

it('[DE-5] leads from PROPOSED to every state of a deliverable', () => {
  expect([...reached('PROPOSED')].sort()).toEqual([...deliverableStates].sort())
})

it('[DE-5] lets every text that is not finished still reach the parent', () => {
  const finished = ['TAKEN_UP', 'MERGED', 'DROPPED']
  for (const state of deliverableStates.filter((one) => !finished.includes(one))) {
    expect(reached(state)).toContain('TAKEN_UP')
  }
})

it('[DE-5] hands nothing to the parent that the group has not approved', () => {
  const before = deliverableStates.filter((state) => mayBecome(state, 'SUBMITTED_TO_PARENT'))
  expect(before).toEqual(['FG_APPROVED'])
})
