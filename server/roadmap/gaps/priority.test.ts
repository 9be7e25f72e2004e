import { expect, it } from '@jest/globals'
import { chosenPriority, suggestionFor } from './priority.js'

const scored = { criticality: 3, achievability: 2, scope: 2, effect: 3 }
const notScored = { criticality: null, achievability: null, scope: null, effect: null }

it('[GA-1] suggests nothing for a gap without scores', () => {
  expect([suggestionFor(scored), suggestionFor(notScored)]).toEqual(['HIGH', null])
})

it('[GA-1] keeps a priority only where it says more than the scores', () => {
  const nothing = { priority: null, priorityReason: null }
  expect(chosenPriority(scored, { priority: 'HIGH', priorityReason: 'we think so' })).toEqual(nothing)
  expect(chosenPriority(scored, { priority: null, priorityReason: 'left over' })).toEqual(nothing)
  expect(chosenPriority(notScored, { priority: 'LOW', priorityReason: null })).toEqual({
    priority: 'LOW',
    priorityReason: null,
  })
})

it.each([null, '', '  '])('[GA-1] asks why when the priority differs and the reason is %j', (priorityReason) => {
  expect(() => chosenPriority(scored, { priority: 'LOW', priorityReason })).toThrow('REASON_NEEDED')
})
