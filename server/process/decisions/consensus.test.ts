import { expect, it } from '@jest/globals'
import { decisionKinds, reservationStates } from '#schema/vocabulary/decisions.js'
import { mayMoveTo, needsConsensus, objectionsLeft, standsInTheWay, unanswered, type Held } from './consensus.js'

const held = (state: Held['state'], kind: Held['kind'] = 'OBJECTION', id = 'one'): Held => ({ id, kind, state })

it('[DC-8] finds no consensus while an objection is unanswered or upheld, and one when it is answered or withdrawn', () => {
  const left = (state: Held['state']) => objectionsLeft('APPROVED', [held(state)], []).length
  expect(reservationStates.map((state) => [state, left(state)])).toEqual([
    ['OPEN', 1],
    ['ANSWERED', 0],
    ['SUSTAINED', 1],
    ['WITHDRAWN', 0],
  ])
})

it('[DC-8] lets a reservation stand beside a decision, in whatever state', () => {
  for (const state of reservationStates) expect(standsInTheWay(held(state, 'RESERVATION'))).toBe(false)
})

it('[DC-8] asks for the objections that are not kept with the decision as reservations', () => {
  const both = [held('SUSTAINED'), held('OPEN', 'OBJECTION', 'other')]
  expect(objectionsLeft('AGREED', both, ['one']).map(({ id }) => id)).toEqual(['other'])
  expect(objectionsLeft('AGREED', both, ['one', 'other'])).toEqual([])
})

it('[DC-8] needs no consensus to take notice, to put off or to disagree', () => {
  expect(decisionKinds.filter((kind) => !needsConsensus(kind))).toEqual(['NOTED', 'NOT_AGREED', 'DEFERRED'])
  expect(objectionsLeft('NOTED', [held('SUSTAINED')], [])).toEqual([])
})

it('[CC-4] leaves no objection to a call without an answer, and asks none of a reservation', () => {
  const open = (kind: Held['kind']) => reservationStates.filter((state) => unanswered([held(state, kind)]).length > 0)
  expect([open('OBJECTION'), open('RESERVATION')]).toEqual([['OPEN'], []])
})

it('[DC-7] can reach every state of a reservation, upholds only what was answered, and ends with the withdrawal', () => {
  const reached = new Set(reservationStates.flatMap((state) => mayMoveTo(state)))
  expect(reservationStates.filter((state) => state !== 'OPEN' && !reached.has(state))).toEqual([])
  expect(reservationStates.filter((state) => mayMoveTo(state).includes('SUSTAINED'))).toEqual(['ANSWERED'])
  expect(mayMoveTo('WITHDRAWN')).toEqual([])
})
