/** Facts for the tests of reports: a group of which nothing is recorded yet. */
import type { MeetingReportFacts, ProgressReportFacts } from './facts.js'
import { linesOf, type Section } from './said.js'

const group = { name: 'Focus group on examples', acronym: 'FG-EX', parent: 'Study Group 5' }
const lifetime = { startsOn: null, endsOn: null, months: null, extensions: [] }

export const barelyAMeeting = (more: Partial<MeetingReportFacts> = {}): MeetingReportFacts => ({
  group,
  meeting: {
    number: 1,
    title: 'First meeting',
    mode: 'HYBRID',
    startsOn: '2019-10-15',
    endsOn: '2019-10-16',
    place: 'Vienna',
    country: 'Austria',
    isPreparatory: false,
    opensAt: '09:30',
    zone: 'Europe/Vienna',
    host: null,
    collocatedWith: null,
    workingLanguage: 'en',
    announcedOn: null,
    announcement: null,
    objectives: [],
  },
  officers: [],
  attendance: { isNoted: false, onsite: 0, remote: 0, unnamed: 0, organisations: 0, countries: [], listed: [] },
  agenda: [],
  contributions: [],
  contributionCount: 0,
  documentsAt: '/groups/fg-ex/meetings/1/documents',
  hasMinutes: false,
  decisions: [],
  reservations: [],
  openActions: [],
  doneActions: [],
  deliverables: [],
  statements: [],
  patents: null,
  nextMeetings: [],
  parentMeetsOn: null,
  lifetime,
  ...more,
})

export const barelyAPeriod = (more: Partial<ProgressReportFacts> = {}): ProgressReportFacts => ({
  group,
  fromOn: '2019-10-15',
  untilOn: '2020-03-31',
  meetings: [],
  decisions: [],
  reservations: [],
  contributionCount: 0,
  contributionSources: 0,
  deliverables: [],
  transmissions: [],
  statements: [],
  openActions: [],
  nextMeetings: [],
  parentMeetsOn: null,
  lifetime,
  ...more,
})

/** The words of one clause, line by line. */
export const wordsOf = (sections: readonly Section[], key: Section['key']): string[] =>
  linesOf(sections.find((section) => section.key === key)!.said)
