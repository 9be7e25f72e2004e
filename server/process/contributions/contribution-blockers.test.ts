import { expect, it } from '@jest/globals'
import { contributionBlockers, type ContributionsSeen } from './contribution-blockers.js'

const nothing: ContributionsSeen = { latePending: 0, closing: null, reserved: [], asked: [] }
const lines = (over: Partial<ContributionsSeen>, today = '2027-06-10') =>
  contributionBlockers('fg-x', { ...nothing, ...over }, today)

it('[GS-9, D-L-1] tells those who lead the group of late contributions on which nobody said a word', () => {
  expect(lines({})).toEqual([])
  expect(lines({ latePending: 2 })).toMatchObject([
    { code: 'LATE_PENDING', args: { count: 2 }, whose: ['CHAIR', 'VICE_CHAIR', 'SECRETARIAT'] },
  ])
})

it('[GS-9, CN-1] tells somebody of the numbers that they took, within four weeks of the deadline', () => {
  const reserved = [{ number: 'FGX-I-007', title: 'Water' }]
  const closing = { meeting: 'Third meeting', on: '2027-06-20' }
  expect(lines({ reserved, closing })).toMatchObject([
    { code: 'RESERVED', dueOn: '2027-06-20', settle: { href: '/groups/fg-x/contributions/FGX-I-007' } },
  ])
  expect(lines({ reserved, closing }, '2027-06-20')).toHaveLength(1)
  expect(lines({ reserved, closing }, '2027-06-21')).toEqual([])
  expect(lines({ reserved, closing }, '2027-05-22')).toEqual([])
})

it('[GS-9, CN-4] tells somebody that they were asked to sign, as long as they have not answered', () => {
  expect(lines({ asked: [{ number: 'FGX-I-008', title: 'Energy' }] })).toMatchObject([
    { code: 'COSIGN', args: { number: 'FGX-I-008', title: 'Energy' }, dueOn: null },
  ])
})
