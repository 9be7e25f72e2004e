import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { keyDateOf, meetingFacts, someFacts } from '../../../test/builders/deadlines.js'
import { keyDates } from './key-dates.js'
import { explainStanding, standingAt } from './standing.js'

const contributions = keyDateOf(
  meetingFacts({ published: [{ obligation: 'CONTRIBUTIONS', on: '2019-10-02' }] }),
  'CONTRIBUTIONS',
)

describe('the standing of a contribution', () => {
  it('[D-L-1] T3 is on time in the last second of the day in Geneva', () => {
    expect(standingAt(new Date('2019-10-02T23:59:59+02:00'), contributions)).toBe('ON_TIME')
  })

  it('[D-L-1] T4 is late at the first instant of the next day in Geneva', () => {
    expect(standingAt(new Date('2019-10-02T22:00:00Z'), contributions)).toBe('LATE_PENDING')
  })

  it('[D-L-2] waits for nobody where the deadline only advises', () => {
    const advised = { ...contributions, strength: 'ADVISE' as const }
    const late = new Date('2019-10-05T12:00:00Z')
    expect(standingAt(late, advised)).toBe('ON_TIME')
    expect(explainStanding(late, advised).code).toBe('LATE_ADVISED')
  })

  it('[D-L-2] says that a blocking deadline holds what is late for the next meeting', () => {
    const late = new Date('2019-10-05T12:00:00Z')
    expect(explainStanding(late, { ...contributions, strength: 'BLOCK' }).code).toBe('LATE_HELD')
    expect(explainStanding(late, contributions).code).toBe('LATE_PENDING')
  })

  it('[D-L-1] turns from on time to late in one millisecond, whatever the zone', () =>
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const date of keyDates(facts).filter(({ strength }) => strength !== 'ADVISE')) {
          expect(standingAt(new Date(date.closesAt.getTime() - 1), date)).toBe('ON_TIME')
          expect(standingAt(date.closesAt, date)).toBe('LATE_PENDING')
        }
      }),
    ))
})
