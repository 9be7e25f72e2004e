/**
 * The closed lists of the meeting process: what server, client and SDL must agree on. The lists are SDL enums of the same members. Meanings
 * and sources: docs/rules/process.md.
 */

/** The packs of process rules that a group can pin. In the SDL: `ITU_T_A7_2016` and so on, see `rulesetEnum`. */
export const rulesetIds = ['itu-t-a7-2016', 'itu-t-a7-2024', 'iso', 'own'] as const
export type RulesetId = (typeof rulesetIds)[number]

/** The SDL enum member of a ruleset: `itu-t-a7-2016` is `ITU_T_A7_2016`. */
export const rulesetEnum = (id: RulesetId): string => id.toUpperCase().replaceAll('-', '_')

/** What a key date asks for. */
export const obligations = [
  /** Written contributions reach the secretariat. */
  'CONTRIBUTIONS',
  /** Contributions that the source wants translated reach the secretariat. */
  'CONTRIBUTIONS_FOR_TRANSLATION',
  /** A received document is posted. */
  'POSTING',
  /** The meeting is announced, or its convening letter sent. */
  'ANNOUNCEMENT',
  /** The collective letter that convenes a study group leaves. */
  'COLLECTIVE_LETTER',
  /** Participants are registered, their names known. */
  'REGISTRATION',
  /** Requests for visa support reach the host. */
  'VISA',
  /** Temporary documents are available. */
  'TEMPORARY_DOCUMENTS',
  /** Reports on events too recent for the ordinary date are available. */
  'RECENT_EVENT_REPORTS',
  /** Draft Recommendations are available to the parent group. */
  'DRAFT_RECOMMENDATIONS',
  /** Final deliverables reach the parent group. */
  'DELIVERABLES_TO_PARENT',
  /** The progress report reaches the parent group. */
  'PROGRESS_REPORT',
  /** Activities by correspondence end. */
  'CORRESPONDENCE_END',
  /** The draft agenda circulates. */
  'DRAFT_AGENDA',
  /** Documents on which the committee decides circulate. */
  'DOCUMENTS_FOR_DECISION',
  /** Documents of a working group circulate. */
  'WORKING_DOCUMENTS',
  /** Resolutions circulate. */
  'RESOLUTIONS',
  /** Minutes circulate. */
  'MINUTES',
  /** The first meeting may take place. */
  'FIRST_MEETING',
] as const
export type Obligation = (typeof obligations)[number]

/** What follows from being late. BLOCK: held for the next meeting. FLAG: taken as late, the meeting decides. ADVISE: a warning only. */
export const strengths = ['BLOCK', 'FLAG', 'ADVISE'] as const
export type Strength = (typeof strengths)[number]

/** Where an effective date comes from, strongest first: a stronger one beats a weaker one, and both are shown when they differ. */
export const provenances = ['PUBLISHED', 'TERMS_OF_REFERENCE', 'GROUP_SETTING', 'INHERITED', 'DEFAULT'] as const
export type Provenance = (typeof provenances)[number]

/** How a meeting is held. REMOTE is what ISO calls virtual. */
export const meetingModes = ['ONSITE', 'HYBRID', 'REMOTE'] as const
export type MeetingMode = (typeof meetingModes)[number]

/** Whose meeting it is: rules differ by it. TSAG counts as STUDY_GROUP, an ISO TC or SC as ISO_COMMITTEE. */
export const meetingKinds = [
  'FOCUS_GROUP',
  'STUDY_GROUP',
  'WORKING_PARTY',
  'RAPPORTEUR_GROUP',
  'COMMON_TEAM',
  'ISO_COMMITTEE',
  'ISO_WORKING_GROUP',
] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** How a contribution stands against its deadline. The first two are computed, the others decided. */
export const contributionStandings = ['ON_TIME', 'LATE_PENDING', 'ADMITTED_LATE', 'HELD_FOR_NEXT'] as const
export type ContributionStanding = (typeof contributionStandings)[number]

/** How sure we are of a rule. V: read in the source. C: catalogue, contents page or extract. M: from memory. P: our own decision. */
export const confidences = ['V', 'C', 'M', 'P'] as const
export type Confidence = (typeof confidences)[number]

/** What an offset is counted from. */
export const anchors = [
  'MEETING_START',
  'MEETING_END',
  'PARENT_MEETING_START',
  'CONTRIBUTION_DEADLINE',
  'RECEIPT',
  'AGENDA_ITEM',
  'COMMITTEE_DECISION',
] as const
export type Anchor = (typeof anchors)[number]

export const directions = ['BEFORE', 'AFTER'] as const
export type Direction = (typeof directions)[number]

/** What happens to a key date when its meeting moves. PINNED: published, stays where it is until somebody changes it. */
export const keyDateMoves = ['MOVES', 'PINNED', 'STAYS', 'ADDED', 'REMOVED'] as const
export type KeyDateMove = (typeof keyDateMoves)[number]

/** Temporary documents that need not keep the ordinary date. */
export const temporaryDocumentExemptions = [
  'ADMINISTRATIVE',
  'RECENT_EVENT_REPORT',
  'CHAIR_PROPOSAL',
  'COMPILATION',
  'ASKED_FOR_BY_MEETING',
] as const
export type TemporaryDocumentExemption = (typeof temporaryDocumentExemptions)[number]

/** What the chair may do with a deliverable that is too late for the parent's meeting. */
export const deliverableRemedies = ['CARRY_TO_NEXT', 'RECORD_WAIVER'] as const
export type DeliverableRemedy = (typeof deliverableRemedies)[number]

/** A length of time in the unit in which the rule is written; never converted, for months and working days have no fixed length. */
export type Offset =
  | { readonly months: number }
  | { readonly weeks: number }
  | { readonly calendarDays: number }
  | { readonly workingDays: number }

/** Why a date is what it is. Stored and sent as code + arguments; `schema/words/explain.ts` makes the sentence. */
export const explanationCodes = [
  'PUBLISHED',
  'BY_RULE',
  'ON_TIME',
  'LATE_PENDING',
  'LATE_HELD',
  'LATE_ADVISED',
  'ANNOUNCE_BY',
  'ANNOUNCED_IN_TIME',
  'ANNOUNCED_TOO_LATE',
  'DELIVERABLE_IN_TIME',
  'DELIVERABLE_TOO_LATE',
] as const
export type ExplanationCode = (typeof explanationCodes)[number]

/** `...On` is a day, `...At` an instant (ISO), `zone` the zone in which instants are told; a list holds the other rules that speak. */
export type ExplanationValue = string | number | boolean | null | Offset | readonly ExplanationArgs[]
export interface ExplanationArgs {
  readonly [name: string]: ExplanationValue
}
export interface Explanation {
  readonly code: ExplanationCode
  readonly args: ExplanationArgs
}
