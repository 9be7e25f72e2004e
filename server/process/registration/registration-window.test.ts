import { describe, expect, it } from '@jest/globals'
import { phaseAt, registrationWindow } from './registration-window.js'

// The meeting of the circular: Vienna, 15 October 2019, one day; pre-registration until 2 October, visa support until 16 September.
const facts = {
  opensOn: '2019-08-21',
  deadlineZone: 'Europe/Zurich',
  endsOn: '2019-10-15',
  zone: 'Europe/Vienna',
  registrationClosesAt: new Date('2019-10-02T22:00:00Z'),
  visaClosesAt: new Date('2019-09-16T22:00:00Z'),
}

describe('[RG-1] registration', () => {
  const window = registrationWindow(facts)

  it('opens with its first day in the zone of the group and closes by its key date', () => {
    expect(phaseAt(window, new Date('2019-08-20T21:59:59Z'))).toBe('NOT_YET')
    expect(phaseAt(window, new Date('2019-08-20T22:00:00Z'))).toBe('OPEN')
    expect(phaseAt(window, new Date('2019-10-02T21:59:59Z'))).toBe('OPEN')
    expect(phaseAt(window, new Date('2019-10-02T22:00:00Z'))).toBe('CLOSED')
  })

  it('is open at once where no first day was set', () => {
    expect(phaseAt(registrationWindow({ ...facts, opensOn: null }), new Date('2018-01-01T00:00:00Z'))).toBe('OPEN')
  })

  it('closes with the meeting where it has no key date, or one that lies after it', () => {
    const end = new Date('2019-10-15T22:00:00Z')
    expect(registrationWindow({ ...facts, registrationClosesAt: null }).closesAt).toEqual(end)
    expect(registrationWindow({ ...facts, registrationClosesAt: new Date('2020-01-01T00:00:00Z') }).closesAt).toEqual(
      end,
    )
  })
})

it('[RG-6] help with visas has a date of its own; without one it ends with registration', () => {
  expect(registrationWindow(facts).visaClosesAt).toEqual(facts.visaClosesAt)
  expect(registrationWindow({ ...facts, visaClosesAt: null }).visaClosesAt).toEqual(facts.registrationClosesAt)
})
