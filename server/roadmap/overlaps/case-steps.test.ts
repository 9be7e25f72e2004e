import { expect, it } from '@jest/globals'
import { CASE_STATES, isLiveCase } from '#schema/vocabulary/register.js'
import { caseSteps, needsNote, needsVerdict } from './case-steps.js'

it('[OV-2] every state can be reached from the beginning, and none is a dead end', () => {
  const reached = new Set(['OPEN'])
  for (const state of reached) for (const next of caseSteps[state as keyof typeof caseSteps]) reached.add(next)
  expect([...reached].sort()).toEqual([...CASE_STATES].sort())
  expect(CASE_STATES.filter((state) => caseSteps[state].length === 0)).toEqual([])
})

it('[OV-2] what is over is taken up again only by being opened', () => {
  for (const state of CASE_STATES.filter((one) => !isLiveCase(one))) expect(caseSteps[state]).toEqual(['OPEN'])
})

it('[RE-5] a case is agreed or closed on a verdict; one that was opened by mistake needs none', () => {
  expect(CASE_STATES.filter(needsVerdict)).toEqual(['AGREED', 'CLOSED'])
})

it('[OV-2] only that talks began needs no words', () => {
  expect(CASE_STATES.filter((state) => !needsNote(state))).toEqual(['IN_DISCUSSION'])
})
