import { expect, it } from '@jest/globals'
import { closingInstant, END_OF_DAY, startOfDayIn } from '#server/platform/time/index.js'
import { reviewStanding } from './review-window.js'

const zone = 'Europe/Zurich'
const review = {
  state: 'REVIEW',
  reviewOpensAt: startOfDayIn('2026-09-27', zone),
  reviewClosesAt: closingInstant('2026-10-29', END_OF_DAY, zone),
} as const
const at = (instant: string) => reviewStanding(review, new Date(instant))

it('[ED-10] a review is open from the first moment of its first day to the last of its last, in its zone, across a change of clocks', () => {
  expect(at('2026-09-26T21:59:59.999Z')).toBe('TO_COME')
  expect(at('2026-09-26T22:00:00Z')).toBe('OPEN')
  // The clocks went back on 25 October.
  expect(at('2026-10-29T22:59:59.999Z')).toBe('OPEN')
  expect(at('2026-10-29T23:00:00Z')).toBe('OVER')
})

it('[ED-10] it is over when the edition is taken back or frozen, and none was called without days', () => {
  const during = new Date('2026-10-01T12:00:00Z')
  expect(reviewStanding({ ...review, state: 'FROZEN' }, during)).toBe('OVER')
  expect(reviewStanding({ ...review, state: 'DRAFT' }, during)).toBe('OVER')
  expect(reviewStanding({ state: 'DRAFT', reviewOpensAt: null, reviewClosesAt: null }, during)).toBe('NONE')
})
