import type {
  Anchor,
  Confidence,
  Direction,
  MeetingKind,
  MeetingMode,
  Obligation,
  Offset,
  Provenance,
  RulesetId,
  Strength,
  TemporaryDocumentExemption,
} from '#schema/vocabulary/process.js'

/** Where a rule is written. */
export interface Citation {
  /** Full designation with its edition: `Recommendation ITU-T A.7 (10/2016)`. */
  readonly document: string
  /** How people call it in a sentence: `A.7`. */
  readonly short: string
  /** Null when the document has no numbered clauses. */
  readonly clause: string | null
  readonly confidence: Confidence
}

/** One length of a rule, and for which meetings it holds. What is absent does not matter. */
export interface OffsetCase {
  readonly modes?: readonly MeetingMode[]
  /** True: only for a meeting that was not in the plan. */
  readonly unplanned?: boolean
  readonly offset: Offset
  /** Where the source recommends a span, its far end; `offset` is the near one, which still keeps the rule. */
  readonly ideally?: Offset
}

/** A rule that yields a date. */
export interface DeadlineRule {
  /** Stable id of docs/rules/process.md. */
  readonly id: string
  readonly obligation: Obligation
  /** The meetings that it speaks of. */
  readonly appliesTo: readonly MeetingKind[]
  /** The first case that fits the meeting holds. */
  readonly offsets: readonly OffsetCase[]
  readonly direction: Direction
  readonly anchor: Anchor
  /** LATEST: done by that day. EARLIEST: not before that day. */
  readonly bound: 'LATEST' | 'EARLIEST'
  readonly strength: Strength
  /** INHERITED: a text that binds the group says so. DEFAULT: we propose it where the texts are silent. */
  readonly basis: Extract<Provenance, 'INHERITED' | 'DEFAULT'>
  readonly citation: Citation
  /** Where the length comes from, when the cited clause does not give one. */
  readonly borrowedFrom: Citation | null
}

/** Documents to which a deadline rule does not apply. */
export interface Exemption {
  readonly id: string
  readonly from: string
  readonly categories: readonly TemporaryDocumentExemption[]
  /** An event fewer than so many days before the meeting is recent. */
  readonly recentEventDays: number
  readonly citation: Citation
}

/** How long a group lives. */
export interface LifetimeRule {
  readonly start: 'FIRST_MEETING'
  readonly months: number
  readonly citation: Citation
}

/** What a clause of the working methods is about. */
export type ClauseTopic =
  | 'ESTABLISHMENT'
  | 'TERMS_OF_REFERENCE'
  | 'LEADERSHIP'
  | 'PARTICIPATION'
  | 'FINANCING'
  | 'ADMINISTRATIVE_SUPPORT'
  | 'MEETING_LOGISTICS'
  | 'MEETING_ANNOUNCEMENTS'
  | 'WORKING_LANGUAGE'
  | 'CONTRIBUTIONS'
  | 'PATENTS'
  | 'DELIVERABLE_FORM'
  | 'DELIVERABLE_APPROVAL'
  | 'DELIVERABLE_TRANSFER'
  | 'PROGRESS_REPORTS'
  | 'WORKING_GUIDELINES'

/** Values a group starts with and may change; the offsets are in the rules. */
export interface RulesetDefaults {
  readonly deadlineZone: string
  /** Wall-clock time at which a deadline closes; `24:00` is the end of the day. */
  readonly cutOff: string
  readonly workingLanguages: readonly string[]
  /** Tokens: group, meetingLetter, type, seq, rev. */
  readonly contributionNumbers: string
  readonly contributionPurposes: readonly string[]
  /** Whose presence counts when the meeting decides. */
  readonly decisionPresence: 'ANY' | 'ONSITE_ONLY'
  /** RUNNING: Figure 1, 2, 3. BY_CLAUSE: Figure 4-3. */
  readonly figureNumbers: 'RUNNING' | 'BY_CLAUSE'
}

/** A pack of process rules that a group pins. Data: what it means is computed in `deadlines`. */
export interface Ruleset {
  readonly id: RulesetId
  /** Designation of the text that the pack follows, edition included; null for a group's own rules. */
  readonly document: string | null
  readonly rules: readonly DeadlineRule[]
  readonly exemptions: readonly Exemption[]
  /** Where the text speaks of what; null when it does not, or has no clauses we could cite. */
  readonly clauses: Readonly<Record<ClauseTopic, Citation | null>>
  readonly lifetime: LifetimeRule | null
  /** Strength of a date to which no rule gives one. */
  readonly unstatedStrength: Strength
  readonly defaults: RulesetDefaults
}
