import { describe, expect, it } from '@jest/globals'
import { rulesetById } from '#server/process/rulesets/index.js'
import { keyDateOf, meetingFacts, termsOfCircular191 } from '../../../test/builders/deadlines.js'
import { additionalReviewEndsOn, lastCallEndsOn } from './approval-windows.js'
import { deliverableCheck } from './deliverable-check.js'
import { firstMeetingNotBefore } from './first-meeting.js'
import { lifetimeEnd } from './lifetime.js'
import { postedBy } from './posting.js'
import { isRecentEvent, recentEventsAfter, temporaryDocumentDueOn } from './temporary-documents.js'

const a7 = rulesetById('itu-t-a7-2016')

describe('temporary documents', () => {
  const meeting = { kind: 'FOCUS_GROUP', startsOn: '2019-10-15' } as const
  const ordinary = { exemption: null, eventOn: null, agendaItemOn: null }

  it('[D-SG-4] T7 are available a week ahead; events after 24 September are recent', () => {
    expect(keyDateOf(meetingFacts(), 'TEMPORARY_DOCUMENTS').effectiveOn).toBe('2019-10-08')
    expect(recentEventsAfter('2019-10-15', a7)).toBe('2019-09-24')
    expect(isRecentEvent('2019-09-24', '2019-10-15', a7)).toBe(false)
    expect(isRecentEvent('2019-09-25', '2019-10-15', a7)).toBe(true)
  })

  it('[D-SG-4b] reports on a recent event are available two days before their agenda item', () => {
    const report = { exemption: 'RECENT_EVENT_REPORT', eventOn: '2019-10-01', agendaItemOn: '2019-10-17' } as const
    expect(temporaryDocumentDueOn(meeting, a7, report)).toBe('2019-10-15')
    expect(temporaryDocumentDueOn(meeting, a7, { ...report, agendaItemOn: null })).toBe('2019-10-13')
  })

  it('[D-SG-4a] lets off what the rules let off, and not an old event that is called recent', () => {
    expect(temporaryDocumentDueOn(meeting, a7, ordinary)).toBe('2019-10-08')
    expect(temporaryDocumentDueOn(meeting, a7, { ...ordinary, exemption: 'COMPILATION' })).toBeNull()
    const old = { ...ordinary, exemption: 'RECENT_EVENT_REPORT', eventOn: '2019-08-01' } as const
    expect(temporaryDocumentDueOn(meeting, a7, old)).toBe('2019-10-08')
  })

  it('[D-SG-3] are posted within three working days', () => {
    expect(postedBy('2019-10-04', 'STUDY_GROUP', a7)).toBe('2019-10-09')
    expect(postedBy('2019-10-04', 'STUDY_GROUP', a7, ['2019-10-07'])).toBe('2019-10-10')
    expect(postedBy('2019-10-04', 'ISO_COMMITTEE', rulesetById('iso'))).toBeNull()
  })
})

describe('the life of a group', () => {
  it('[FG-5] T8 ends two years after the first meeting', () => {
    expect(lifetimeEnd('2019-10-15', a7.lifetime!.months)).toBe('2021-10-15')
  })

  it('[FG-5] has no end before there is a first meeting', () => expect(lifetimeEnd(null, 24)).toBeNull())

  it('[FG-5] is extended by decisions of the parent, never shortened', () => {
    const extensions = [{ newEndsOn: '2022-12-31' }, { newEndsOn: '2022-06-30' }]
    expect(lifetimeEnd('2019-10-15', 24, extensions)).toBe('2022-12-31')
    expect(lifetimeEnd('2019-10-15', 24, [{ newEndsOn: '2020-01-01' }])).toBe('2021-10-15')
  })

  it('[D-ISO-6] lets an ISO working group first meet twelve weeks after the committee decided', () => {
    expect(firstMeetingNotBefore('2026-01-05', 'ISO_WORKING_GROUP', rulesetById('iso'))).toBe('2026-03-30')
    expect(firstMeetingNotBefore('2026-01-05', 'FOCUS_GROUP', a7)).toBeNull()
  })
})

describe('a deliverable for the parent group', () => {
  const facts = meetingFacts({ startsOn: '2022-09-20', termsOfReference: termsOfCircular191 })

  it('[D-FG-3] T14 is flagged one day inside the four weeks, with the two ways on', () => {
    expect(deliverableCheck('2022-09-20', '2022-10-17', facts)).toMatchObject({
      latestOn: '2022-09-19',
      isInTime: false,
      daysLate: 1,
      strength: 'FLAG',
      remedies: ['CARRY_TO_NEXT', 'RECORD_WAIVER'],
    })
  })

  it('[D-FG-3] is in time on the last day', () => {
    expect(deliverableCheck('2022-09-19', '2022-10-17', facts)).toMatchObject({ isInTime: true, remedies: [] })
  })

  it('[D-FG-3] is judged by no rule where there is none', () => {
    const iso = meetingFacts({ kind: 'ISO_COMMITTEE', ruleset: 'iso' })
    expect(deliverableCheck('2022-09-19', '2022-10-17', iso)).toBeNull()
  })
})

describe('the windows of the alternative approval process', () => {
  it('[AAP-1] count their first and their last day', () => {
    expect(lastCallEndsOn('2025-03-01')).toBe('2025-03-28')
    expect(additionalReviewEndsOn('2025-05-01')).toBe('2025-05-21')
  })
})
