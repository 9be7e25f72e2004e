import { expect, it } from '@jest/globals'
import { isOverdue, nextMilestone, slippedDays } from './milestones.js'

it('[DV-3] counts a slip from the day that was planned first, however often it moved', () => {
  const slips = [{ fromOn: '2027-03-01' }, { fromOn: '2027-04-01' }]
  expect(slippedDays('2027-03-01', [])).toBe(0)
  expect(slippedDays('2027-04-15', slips)).toBe(45)
  expect(slippedDays('2027-02-22', slips)).toBe(-7)
})

it('[DV-3] is overdue the day after, unless it is done', () => {
  expect(isOverdue({ plannedOn: '2027-03-01', doneOn: null }, '2027-03-01')).toBe(false)
  expect(isOverdue({ plannedOn: '2027-03-01', doneOn: null }, '2027-03-02')).toBe(true)
  expect(isOverdue({ plannedOn: '2027-03-01', doneOn: '2027-05-01' }, '2027-06-01')).toBe(false)
})

it('[DV-3] names the earliest that is not done as the next', () => {
  const [draft, stable, review] = [
    { plannedOn: '2027-01-01', doneOn: '2027-01-03' },
    { plannedOn: '2027-04-01', doneOn: null },
    { plannedOn: '2027-03-01', doneOn: null },
  ]
  expect(nextMilestone([draft, stable, review])).toBe(review)
  expect(nextMilestone([draft])).toBeNull()
})
