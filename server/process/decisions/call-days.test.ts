import { expect, it } from '@jest/globals'
import { callClosesAt, earliestClosing, leastCallDays, stateAt } from './call-days.js'

it('[CC-2] is open for a week at least, for three days under rules of one’s own', () => {
  expect(earliestClosing('2027-06-16', 'itu-t-a7-2016')).toBe('2027-06-23')
  expect(earliestClosing('2027-06-16', 'own')).toBe('2027-06-19')
  expect(leastCallDays('iso')).toBe(7)
})

it('[CC-2] closes with its last day in the zone of the group, also when clocks change', () => {
  expect(callClosesAt('2027-06-23', 'Europe/Zurich').toISOString()).toBe('2027-06-23T22:00:00.000Z')
  expect(callClosesAt('2027-10-31', 'Europe/Zurich').toISOString()).toBe('2027-10-31T23:00:00.000Z')
})

it('[CC-2] is closed from that instant on, whether or not that was written down', () => {
  const call = { state: 'OPEN' as const, closesAt: new Date('2027-06-23T22:00:00Z') }
  expect(stateAt(call, new Date('2027-06-23T21:59:59.999Z'))).toBe('OPEN')
  expect(stateAt(call, new Date('2027-06-23T22:00:00Z'))).toBe('CLOSED')
  expect(stateAt({ ...call, state: 'WITHDRAWN' }, new Date('2027-07-01T00:00:00Z'))).toBe('WITHDRAWN')
})
