/** The closed lists of groups at work. The lists are SDL enums of the same members. Meanings and sources: docs/rules/process.md. */

/** What sort of group it is. */
export const groupKinds = ['FOCUS_GROUP', 'STUDY_GROUP', 'WORKING_GROUP'] as const
export type GroupKind = (typeof groupKinds)[number]

/** Where a group stands in its life. */
export const groupStates = ['PROPOSED', 'ESTABLISHED_PROVISIONAL', 'ESTABLISHED', 'EXTENDED', 'CONCLUDED'] as const
export type GroupState = (typeof groupStates)[number]

/** Offices and capacities in a group. */
export const groupRoleKinds = [
  'CHAIR',
  'VICE_CHAIR',
  'SECRETARIAT',
  'EDITOR',
  'CONTRIBUTOR',
  'LIAISON_OFFICER',
  'PARTICIPANT',
] as const
export type GroupRoleKind = (typeof groupRoleKinds)[number]

/** The fixed sections of terms of reference, in order: section 1 is the first. Headings are words of the catalogue, `terms.<key>`. */
export const termsSectionKeys = [
  'RATIONALE_AND_SCOPE',
  'OBJECTIVES',
  'STRUCTURE',
  'TASKS_AND_DELIVERABLES',
  'RELATIONSHIPS',
  'PARENT_GROUP',
  'LEADERSHIP',
  'PARTICIPATION',
  'ADMINISTRATIVE_SUPPORT',
  'FINANCING',
  'MEETINGS',
  'TECHNICAL_CONTRIBUTIONS',
  'WORKING_LANGUAGE',
  'APPROVAL_OF_DELIVERABLES',
  'WORKING_GUIDELINES',
  'PROGRESS_REPORTS',
  'ANNOUNCEMENT_OF_FORMATION',
  'MILESTONES_AND_DURATION',
  'PATENT_POLICY',
] as const
export type TermsSectionKey = (typeof termsSectionKeys)[number]
