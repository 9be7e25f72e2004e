import type { MeetingKind } from '#schema/vocabulary/process.js'
import type { DeadlineRule, Exemption } from './ruleset.js'
import { a1, supplement5 } from './sources.js'

const studyGroups: readonly MeetingKind[] = ['STUDY_GROUP', 'WORKING_PARTY']
/** Focus groups meet as Rapporteur groups do (TSB Circular 191, section 15) and so inherit these. */
const alsoBelow: readonly MeetingKind[] = [...studyGroups, 'RAPPORTEUR_GROUP', 'FOCUS_GROUP']

const inherited = { direction: 'BEFORE', bound: 'LATEST', basis: 'INHERITED', borrowedFrom: null } as const

/** What A.1 asks of study groups, and of what meets below them. D-SG-1 to D-SG-9, and D-CT-1 of common teams. */
export const studyGroupRules: readonly DeadlineRule[] = [
  {
    ...inherited,
    id: 'D-SG-1',
    obligation: 'CONTRIBUTIONS',
    appliesTo: studyGroups,
    offsets: [{ offset: { calendarDays: 12 } }],
    anchor: 'MEETING_START',
    strength: 'BLOCK',
    citation: a1('3.1.8', 'V'),
  },
  {
    ...inherited,
    id: 'D-SG-2',
    obligation: 'CONTRIBUTIONS_FOR_TRANSLATION',
    appliesTo: studyGroups,
    offsets: [{ offset: { months: 2 } }],
    anchor: 'MEETING_START',
    strength: 'ADVISE',
    citation: a1('3.2.1', 'V'),
  },
  {
    ...inherited,
    id: 'D-SG-3',
    obligation: 'POSTING',
    appliesTo: alsoBelow,
    offsets: [{ offset: { workingDays: 3 } }],
    direction: 'AFTER',
    anchor: 'RECEIPT',
    strength: 'ADVISE',
    citation: a1('3.2.4', 'V'),
  },
  {
    ...inherited,
    id: 'D-SG-4',
    obligation: 'TEMPORARY_DOCUMENTS',
    appliesTo: alsoBelow,
    offsets: [{ offset: { calendarDays: 7 } }],
    anchor: 'MEETING_START',
    strength: 'ADVISE',
    citation: a1('3.3.3', 'V'),
  },
  {
    ...inherited,
    id: 'D-SG-4b',
    obligation: 'RECENT_EVENT_REPORTS',
    appliesTo: alsoBelow,
    offsets: [{ offset: { calendarDays: 2 } }],
    anchor: 'AGENDA_ITEM',
    strength: 'ADVISE',
    citation: a1('3.3.3', 'V'),
  },
  {
    ...inherited,
    id: 'D-SG-5',
    obligation: 'DRAFT_RECOMMENDATIONS',
    appliesTo: [...studyGroups, 'RAPPORTEUR_GROUP'],
    offsets: [{ offset: { weeks: 6 } }],
    anchor: 'PARENT_MEETING_START',
    strength: 'ADVISE',
    citation: a1('2.3.3.6', 'V'),
  },
  {
    ...inherited,
    id: 'D-SG-6',
    obligation: 'COLLECTIVE_LETTER',
    appliesTo: studyGroups,
    offsets: [{ unplanned: true, offset: { months: 3 } }, { offset: { months: 2 } }],
    anchor: 'MEETING_START',
    strength: 'ADVISE',
    citation: a1('1.3.2', 'V'),
  },
  {
    ...inherited,
    id: 'D-SG-7',
    obligation: 'REGISTRATION',
    appliesTo: studyGroups,
    offsets: [{ offset: { months: 1 } }],
    anchor: 'MEETING_START',
    strength: 'ADVISE',
    citation: a1('1.3.2', 'V'),
  },
  {
    ...inherited,
    id: 'D-SG-8',
    obligation: 'ANNOUNCEMENT',
    appliesTo: ['RAPPORTEUR_GROUP', 'FOCUS_GROUP'],
    offsets: [{ offset: { months: 2 } }],
    anchor: 'MEETING_START',
    strength: 'ADVISE',
    citation: a1('2.3.3.10', 'V'),
  },
  {
    ...inherited,
    id: 'D-SG-9',
    obligation: 'CORRESPONDENCE_END',
    appliesTo: alsoBelow,
    offsets: [{ offset: { calendarDays: 0 } }],
    anchor: 'CONTRIBUTION_DEADLINE',
    strength: 'FLAG',
    citation: a1('1.6', 'V'),
  },
  {
    ...inherited,
    id: 'D-CT-1',
    obligation: 'CONTRIBUTIONS',
    appliesTo: ['COMMON_TEAM'],
    offsets: [{ offset: { calendarDays: 12 } }],
    anchor: 'MEETING_START',
    strength: 'FLAG',
    citation: supplement5('III.3.2', 'V'),
  },
]

/** Temporary documents that D-SG-4 lets off. */
export const temporaryDocumentsExempt: Exemption = {
  id: 'D-SG-4a',
  from: 'D-SG-4',
  categories: ['ADMINISTRATIVE', 'RECENT_EVENT_REPORT', 'CHAIR_PROPOSAL', 'COMPILATION', 'ASKED_FOR_BY_MEETING'],
  recentEventDays: 21,
  citation: a1('3.3.3', 'V'),
}
