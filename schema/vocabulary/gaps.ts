import { readerOf } from './closed-list.js'

/** Why it counts as a gap. Starter gaps are UNKNOWN until somebody has looked. */
export const GAP_KINDS = ['NO_STANDARD', 'PARTIAL', 'OUTDATED', 'CONFLICT', 'NOT_MEASURABLE', 'UNKNOWN'] as const
export type GapKind = (typeof GAP_KINDS)[number]

/** Whether the gap is still there. "Still open" is everything but CLOSED, and only a recorded decision closes. [GA-3] */
export const GAP_STANDINGS = ['OPEN', 'PARTIALLY_ADDRESSED', 'IN_PROGRESS', 'CLOSED'] as const
export type GapStanding = (typeof GAP_STANDINGS)[number]
export const readGapStanding = readerOf('standing of a gap', GAP_STANDINGS)

/** How the work on a gap moves; each change is a dated update with a source. [GA-2] */
export const GAP_PROGRESS = ['CLOSED', 'GREEN', 'YELLOW', 'RED', 'NOT_STARTED', 'WITHDRAWN', 'UNKNOWN'] as const
export type GapProgress = (typeof GAP_PROGRESS)[number]

/** What has to happen before a standard can be written. */
export const READINESS = ['READY', 'NEEDS_WORKSHOPS', 'NEEDS_RESEARCH_OR_POLICY', 'UNKNOWN'] as const
export type Readiness = (typeof READINESS)[number]

export const PRIORITIES = ['HIGH', 'MEDIUM', 'LOW'] as const
export type Priority = (typeof PRIORITIES)[number]
export const readPriority = readerOf('priority', PRIORITIES)

/** How far an item answers a gap. NONE was looked at and found not to; UNKNOWN was not looked at. */
export const COVERAGE_DEGREES = ['FULL', 'PARTIAL', 'NONE', 'UNKNOWN'] as const
export type CoverageDegree = (typeof COVERAGE_DEGREES)[number]

/** What a body is to a gap. */
export const GAP_BODY_ROLES = ['LEAD', 'CANDIDATE', 'INTERESTED', 'UNKNOWN'] as const
export type GapBodyRole = (typeof GAP_BODY_ROLES)[number]

/** Why coverage is no better than it is, worst first. [GA-10] */
export const COVERAGE_WEAKNESSES = [
  'NO_EVIDENCE',
  'ITEM_GONE',
  'DOES_NOT_ANSWER',
  'NOT_YET_IN_FORCE',
  'STATE_UNKNOWN',
  'DEGREE_UNKNOWN',
  'ONLY_PARTIAL',
  'UNCONFIRMED',
  'UNDER_REVIEW',
] as const
export type CoverageWeakness = (typeof COVERAGE_WEAKNESSES)[number]

/** Whether anything at all is recorded for a cell of the coverage map. UNKNOWN is drawn hatched; it is not zero. [MAP-2] */
export const CELL_STATUSES = ['KNOWN', 'UNKNOWN'] as const
export type CellStatus = (typeof CELL_STATUSES)[number]
