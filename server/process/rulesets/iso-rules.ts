import type { MeetingKind } from '#schema/vocabulary/process.js'
import type { DeadlineRule } from './ruleset.js'
import { isoHelpdesk } from './sources.js'

const committee: readonly MeetingKind[] = ['ISO_COMMITTEE']
const workingGroup: readonly MeetingKind[] = ['ISO_WORKING_GROUP']

const advised = {
  direction: 'BEFORE',
  anchor: 'MEETING_START',
  bound: 'LATEST',
  strength: 'ADVISE',
  basis: 'INHERITED',
  citation: isoHelpdesk(null, 'V'),
  borrowedFrom: null,
} as const

/** What ISO asks of technical committees, subcommittees and their working groups. D-ISO-1 to D-ISO-6. */
export const isoRules: readonly DeadlineRule[] = [
  {
    ...advised,
    id: 'D-ISO-1',
    obligation: 'DRAFT_AGENDA',
    appliesTo: committee,
    offsets: [{ modes: ['ONSITE', 'HYBRID'], offset: { weeks: 16 } }, { offset: { weeks: 8 } }],
  },
  {
    ...advised,
    id: 'D-ISO-2',
    obligation: 'DOCUMENTS_FOR_DECISION',
    appliesTo: committee,
    offsets: [{ offset: { weeks: 6 } }],
  },
  {
    // The source says 48 hours; the hour at which a meeting closes is not recorded, so they are two calendar days here.
    ...advised,
    id: 'D-ISO-3',
    obligation: 'RESOLUTIONS',
    appliesTo: committee,
    offsets: [{ offset: { calendarDays: 2 } }],
    direction: 'AFTER',
    anchor: 'MEETING_END',
  },
  {
    ...advised,
    id: 'D-ISO-3',
    obligation: 'MINUTES',
    appliesTo: committee,
    offsets: [{ offset: { weeks: 4 } }],
    direction: 'AFTER',
    anchor: 'MEETING_END',
  },
  {
    ...advised,
    id: 'D-ISO-4',
    obligation: 'DRAFT_AGENDA',
    appliesTo: workingGroup,
    offsets: [{ modes: ['ONSITE', 'HYBRID'], offset: { weeks: 6 } }, { offset: { weeks: 4 } }],
  },
  {
    // The group's own choice; what is recommended is a span.
    ...advised,
    id: 'D-ISO-5',
    obligation: 'WORKING_DOCUMENTS',
    appliesTo: workingGroup,
    offsets: [{ offset: { weeks: 4 }, ideally: { weeks: 6 } }],
    basis: 'DEFAULT',
  },
  {
    ...advised,
    id: 'D-ISO-6',
    obligation: 'FIRST_MEETING',
    appliesTo: workingGroup,
    offsets: [{ offset: { weeks: 12 } }],
    direction: 'AFTER',
    anchor: 'COMMITTEE_DECISION',
    bound: 'EARLIEST',
  },
]
