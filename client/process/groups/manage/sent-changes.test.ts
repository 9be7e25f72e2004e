import { expect, it } from '@jest/globals'
import { SentForm } from '../../../app/forms.js'
import { fieldsOf, notNumbers, sentChanges } from './sent-changes.js'

const group = {
  name: 'Focus group',
  acronym: 'FG-X',
  aim: null,
  url: null,
  visibility: 'PUBLIC',
  deadlineZone: 'Europe/Zurich',
  termsApprovedOn: '2019-05-22',
  announcedOn: null,
  workingLanguages: ['en', 'fr'],
  parent: { slug: 'itu-t-sg5' },
  ruleset: { id: 'itu-t-a7-2016' },
  chosen: {
    contributionOffsetDays: null,
    contributionStrength: null,
    announcementOffsetWeeks: 4,
    deliverablesOffsetWeeks: null,
    cutOff: '24:00',
    contributionPattern: '{seq}',
    purposes: null,
    holidays: ['2027-12-24', '2027-12-31'],
    defaultVisibility: null,
    decisionPresence: 'ANY',
    figureNumbers: null,
    lifetimeMonths: 24,
    lifetimeAnchor: 'FIRST_MEETING',
  },
} as never

const sent = (over: Record<string, string>) => new SentForm(new URLSearchParams({ ...fieldsOf(group), ...over }))

it('[D-A-4] sends the days off a line each', () => {
  expect(sentChanges(sent({ holidays: '2027-12-24\r\n\r\n2028-01-06' }), group)).toEqual({
    holidays: ['2027-12-24', '2028-01-06'],
  })
  expect(sentChanges(sent({ holidays: '' }), group)).toEqual({ holidays: [] })
})

it('[GS-1] asks for nothing that the form left as it was', () => {
  expect(sentChanges(sent({}), group)).toEqual({})
  // Browsers send other ends of lines than they were given.
  expect(sentChanges(sent({ workingLanguages: 'en\r\nfr' }), group)).toEqual({})
})

it('[GS-1] lets the rules speak again where a field was emptied', () => {
  const changes = sentChanges(
    sent({ announcementOffsetWeeks: '', contributionOffsetDays: '14', purposes: 'A\n\nB' }),
    group,
  )
  expect(changes).toEqual({ announcementOffsetWeeks: null, contributionOffsetDays: 14, purposes: ['A', 'B'] })
})

it('finds what is no number before the server is asked', () => {
  expect(notNumbers(sent({ contributionOffsetDays: 'soon', lifetimeMonths: '-3' }))).toEqual([
    'contributionOffsetDays',
    'lifetimeMonths',
  ])
})
