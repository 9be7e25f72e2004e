/** The closed lists of groups at work. The lists are SDL enums of the same members. Meanings and sources: docs/rules/process.md. */

/** What sort of group it is. */
export const groupKinds = ['FOCUS_GROUP', 'STUDY_GROUP', 'WORKING_GROUP'] as const
export type GroupKind = (typeof groupKinds)[number]

/** Where a group stands in its life. */
export const groupStates = ['PROPOSED', 'ESTABLISHED_PROVISIONAL', 'ESTABLISHED', 'EXTENDED', 'CONCLUDED'] as const
export type GroupState = (typeof groupStates)[number]

/** States in which somebody can find a group when they enter it; extended and concluded it becomes by what is recorded then. */
export const firstGroupStates = ['PROPOSED', 'ESTABLISHED_PROVISIONAL', 'ESTABLISHED'] as const satisfies GroupState[]

/** Whether figures and tables are numbered through the text (Figure 3) or by clause (Figure 4-3). */
export const figureNumberings = ['RUNNING', 'BY_CLAUSE'] as const
export type FigureNumbers = (typeof figureNumberings)[number]

/** From what the lifetime of a group is counted. */
export const lifetimeAnchors = ['FIRST_MEETING', 'TERMS_APPROVED'] as const
export type LifetimeAnchor = (typeof lifetimeAnchors)[number]

/** Whose presence counts when a meeting decides. */
export const decisionPresences = ['ANY', 'ONSITE_ONLY'] as const
export type DecisionPresence = (typeof decisionPresences)[number]

/** What a group works by unless something stronger holds, in the order in which it is shown. */
export const groupDefaultKeys = [
  'CONTRIBUTION_OFFSET',
  'CONTRIBUTION_STRENGTH',
  'ANNOUNCEMENT_OFFSET',
  'DELIVERABLES_OFFSET',
  'DEADLINE_ZONE',
  'CUT_OFF',
  'CONTRIBUTION_PATTERN',
  'PURPOSES',
  'HOLIDAYS',
  'WORKING_LANGUAGES',
  'DEFAULT_VISIBILITY',
  'DECISION_PRESENCE',
  'FIGURE_NUMBERS',
  'RULESET',
  'LIFETIME',
  'LIFETIME_ANCHOR',
] as const
export type GroupDefaultKey = (typeof groupDefaultKeys)[number]

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
