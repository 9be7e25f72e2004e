import { expect, it } from '@jest/globals'
import { registrationBlockers, type RegistrationSeen } from './registration-blockers.js'

const seen: RegistrationSeen = {
  number: 3,
  title: 'Third meeting',
  startsOn: '2027-06-29',
  waiting: 0,
  visaWishes: 0,
  visaClosesOn: '2027-05-20',
  needsMissing: false,
}
const lines = (over: Partial<RegistrationSeen>, today = '2027-05-10') =>
  registrationBlockers('fg-x', { ...seen, ...over }, today).map(({ code, whose, dueOn }) => [code, whose.length, dueOn])

it('[GS-9, RG-3] tells those who keep the list of people who wait for a place', () => {
  expect(lines({})).toEqual([])
  expect(lines({ waiting: 2 })).toEqual([['WAITING', 3, '2027-06-29']])
  expect(registrationBlockers('fg-x', null, '2027-05-10')).toEqual([])
})

it('[GS-9, RG-6] tells the secretariat alone of wishes for a visa, from four weeks before their day until the meeting', () => {
  expect(lines({ visaWishes: 1 }, '2027-04-21')).toEqual([])
  expect(lines({ visaWishes: 1 }, '2027-04-22')).toEqual([['VISA_WISHES', 1, '2027-05-20']])
  expect(lines({ visaWishes: 1 }, '2027-06-29')).toHaveLength(1)
  expect(lines({ visaWishes: 1 }, '2027-06-30')).toEqual([])
  expect(lines({ visaWishes: 1, visaClosesOn: null })).toEqual([])
})

it('[GS-9, RG-6] tells whoever asked for a visa letter that it is not known what it needs', () => {
  expect(lines({ needsMissing: true })).toEqual([['VISA_NEEDS', 8, '2027-05-20']])
})
