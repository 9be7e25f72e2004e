import { expect, it } from '@jest/globals'
import { deliverableStates, type DeliverableState } from '#schema/vocabulary/deliverables.js'
import { deliverableSteps, mannerOf, mayBecome, needsReason, straightWay } from './deliverable-states.js'

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

it('[DE-5] approval, hand-over and the answer of the parent are acts of their own, all else is a step', () => {
  expect(mannerOf('FG_APPROVED')).toBe('APPROVAL')
  expect(mannerOf('SUBMITTED_TO_PARENT')).toBe('HAND_OVER')
  for (const state of deliverableSteps.SUBMITTED_TO_PARENT) expect(mannerOf(state)).toBe('ANSWER')
  for (const state of ['IN_DRAFTING', 'WG_STABLE', 'FG_REVIEW', 'ON_HOLD', 'MERGED', 'DROPPED'] as const) {
    expect(mannerOf(state)).toBe('STEP')
  }
})

it('[DV-2] asks for a reason where a deliverable leaves the way or goes back on it', () => {
  expect(needsReason('PROPOSED', 'IN_DRAFTING')).toBe(false)
  expect(needsReason('IN_DRAFTING', 'FG_REVIEW')).toBe(false)
  expect(needsReason('ON_HOLD', 'IN_DRAFTING')).toBe(false)
  for (const aside of ['ON_HOLD', 'MERGED', 'DROPPED'] as const) expect(needsReason('WG_STABLE', aside)).toBe(true)
  expect(needsReason('FG_REVIEW', 'WG_STABLE')).toBe(true)
  expect(needsReason('FG_APPROVED', 'IN_DRAFTING')).toBe(true)
})

it('[DE-5] the straight way is walked by steps of the table', () => {
  straightWay.slice(1).forEach((state, at) => {
    expect(reached(straightWay[at]!)).toContain(state)
  })
})
