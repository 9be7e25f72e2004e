/** The closed lists of reports. Those that the API tells are SDL enums of the same members. Meanings and sources: docs/rules/process.md (RP). */

/** What a report tells of: one meeting, or the work since the last report to the parent group. */
export const reportKinds = ['MEETING', 'PROGRESS'] as const
export type ReportKind = (typeof reportKinds)[number]

/** How a report of a meeting was approved: before the meeting ended, or by its chair afterwards. ITU-T A.1 cl. 1.7.3. [RP-5] */
export const reportApprovals = ['AT_MEETING', 'BY_CHAIR'] as const
export type ReportApproval = (typeof reportApprovals)[number]

/** Clauses that a report of a meeting begins with, in their order. ITU-T A.1 cl. 2.3.3.12 and 1.4.6. [RP-1] */
export const meetingSections = [
  'SUMMARY',
  'MEETING',
  'ATTENDANCE',
  'AGENDA',
  'INPUTS',
  'DISCUSSION',
  'RESULTS',
  'RESERVATIONS',
  'ACTIONS',
  'DELIVERABLES',
  'STATEMENTS',
  'PATENTS',
  'NEXT',
  'LIFETIME',
  'PARTICIPANTS',
] as const

/** Clauses that a progress report begins with, in the order of ITU-T A.1 Appendix I. [RP-2] */
export const progressSections = [
  'SUMMARY',
  'ASKED',
  'PLAN',
  'OUTPUTS',
  'STATEMENTS',
  'INPUTS',
  'RESULTS',
  'RESERVATIONS',
  'OPEN',
  'NEXT',
  'PATENTS',
  'ATTENDANCE',
  'LIFETIME',
] as const

export type SectionKey = (typeof meetingSections)[number] | (typeof progressSections)[number]
