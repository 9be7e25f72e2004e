import type { Citation, DeadlineRule } from './ruleset.js'
import { a1, circular191 } from './sources.js'

/** Clauses of one edition of A.7 on which the focus group rules stand. */
interface FocusGroupClauses {
  readonly contributions: Citation
  /** Null: this edition leaves the notice to the terms of reference. */
  readonly announcements: Citation | null
  readonly transfer: Citation
  readonly progressReports: Citation
}

const ours = { direction: 'BEFORE', bound: 'LATEST', basis: 'DEFAULT' } as const

/**
 * D-FG-1 to D-FG-4 as one edition numbers them. None gives a length in A.7 itself: they are our defaults, and each says where the length
 * was taken from. A group whose terms of reference give one states it there, which wins.
 */
export const focusGroupRules = (clauses: FocusGroupClauses): readonly DeadlineRule[] => [
  {
    ...ours,
    id: 'D-FG-1',
    obligation: 'CONTRIBUTIONS',
    appliesTo: ['FOCUS_GROUP'],
    offsets: [{ offset: { calendarDays: 12 } }],
    anchor: 'MEETING_START',
    strength: 'FLAG',
    citation: clauses.contributions,
    borrowedFrom: a1('3.1.8', 'V'),
  },
  {
    ...ours,
    id: 'D-FG-2',
    obligation: 'ANNOUNCEMENT',
    appliesTo: ['FOCUS_GROUP'],
    offsets: [{ offset: { weeks: 4 } }],
    anchor: 'MEETING_START',
    strength: 'FLAG',
    citation: clauses.announcements ?? circular191('11', 'V'),
    borrowedFrom: clauses.announcements && circular191('11', 'V'),
  },
  {
    ...ours,
    id: 'D-FG-3',
    obligation: 'DELIVERABLES_TO_PARENT',
    // Seen from both ends: the focus group hands over, the study group's meeting receives.
    appliesTo: ['FOCUS_GROUP', 'STUDY_GROUP'],
    offsets: [{ offset: { weeks: 4 } }],
    anchor: 'PARENT_MEETING_START',
    strength: 'FLAG',
    citation: clauses.transfer,
    borrowedFrom: circular191('4', 'V'),
  },
  {
    ...ours,
    id: 'D-FG-4',
    obligation: 'PROGRESS_REPORT',
    appliesTo: ['FOCUS_GROUP', 'STUDY_GROUP'],
    offsets: [{ offset: { calendarDays: 0 } }],
    anchor: 'PARENT_MEETING_START',
    strength: 'ADVISE',
    citation: clauses.progressReports,
    borrowedFrom: a1('2.3.3.6', 'V'),
  },
]
