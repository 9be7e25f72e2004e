import { expect, it } from '@jest/globals'
import { inHours, readHours, writeHours } from './hours.js'

it('reads the hours of a meeting as people write them', () => {
  expect(readHours('2027-06-15 9.30 – 12:30\n\n2027-06-15, 14:00-17:00 ')).toEqual([
    { on: '2027-06-15', from: '09:30', to: '12:30' },
    { on: '2027-06-15', from: '14:00', to: '17:00' },
  ])
  expect(readHours('2027-06-15 09:30-12:30\ntomorrow')).toEqual({ line: 2, text: 'tomorrow' })
  expect(readHours('  ')).toEqual([])
})

it('writes them so that they are read again', () => {
  const hours = [{ on: '2027-06-15', from: '09:30', to: '12:30' }]
  expect(readHours(writeHours(hours))).toEqual(hours)
})

it('tells minutes in hours', () => {
  expect([0, 59, 60, 150].map(inHours)).toEqual([
    { hours: 0, minutes: 0 },
    { hours: 0, minutes: 59 },
    { hours: 1, minutes: 0 },
    { hours: 2, minutes: 30 },
  ])
})
