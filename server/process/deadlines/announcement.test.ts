import { describe, expect, it } from '@jest/globals'
import { meetingFacts, termsOfCircular191 } from '../../../test/builders/deadlines.js'
import { announcementCheck } from './announcement.js'

const vienna = meetingFacts({ termsOfReference: termsOfCircular191 })

describe('the notice of a meeting', () => {
  it('[D-FG-2] T5 passes a meeting announced 55 days ahead, 17 September being the last day', () => {
    expect(announcementCheck(vienna, '2019-08-21')).toMatchObject({
      latestOn: '2019-09-17',
      daysAhead: 55,
      isInTime: true,
      ruleId: 'D-FG-2',
      strength: 'FLAG',
    })
    expect(announcementCheck(vienna, '2019-09-17').isInTime).toBe(true)
    expect(announcementCheck(vienna, '2019-09-18').isInTime).toBe(false)
  })

  it('[D-SG-8] T6 misses the two-month norm, which only advises since the terms of reference say four weeks', () => {
    const check = announcementCheck(vienna, '2019-08-21')
    expect(check.norms).toEqual([{ ruleId: 'D-SG-8', on: '2019-08-15', isMet: false }])
    expect(check.isInTime).toBe(true)
    expect(announcementCheck(vienna, '2019-08-15').norms).toMatchObject([{ isMet: true }])
  })

  it('[D-FG-2] says by when a meeting is to be announced that is not announced yet', () => {
    expect(announcementCheck(vienna, null)).toMatchObject({
      latestOn: '2019-09-17',
      isInTime: null,
      daysAhead: null,
      explanation: { code: 'ANNOUNCE_BY' },
    })
  })

  it('asks nothing where no rule does', () => {
    expect(announcementCheck(meetingFacts({ kind: 'ISO_COMMITTEE', ruleset: 'iso' }), '2019-10-14')).toMatchObject({
      latestOn: null,
      isInTime: null,
      explanation: null,
    })
  })
})
