import type { MeetingKind, MeetingMode, Obligation, Offset, Strength } from '#schema/vocabulary/process.js'
import type { CalendarDay, CutOff, Zone } from '#server/platform/time/index.js'
import type { Citation, Ruleset } from '#server/process/rulesets/index.js'

/** What a meeting's deadlines depend on. */
export interface MeetingFacts {
  readonly kind: MeetingKind
  readonly startsOn: CalendarDay
  readonly endsOn: CalendarDay
  readonly mode: MeetingMode
  /** Not in the meeting plan that was announced. Absent: it was. */
  readonly isUnplanned?: boolean
  /** Opening day of the parent group's meeting to which this one reports. Null or absent while unknown: what counts from it has no date. */
  readonly parentStartsOn?: CalendarDay | null
}

/** What a group has chosen. Null offsets mean that it has chosen nothing and the rules speak. */
export interface DeadlineSettings {
  /** Zone in which the group's deadlines close, wherever it meets. */
  readonly deadlineZone: Zone
  readonly cutOff: CutOff
  readonly contributionOffsetDays: number | null
  readonly announcementOffsetWeeks: number | null
  readonly deliverablesOffsetWeeks: number | null
  readonly strengthOverrides: Readonly<Partial<Record<Obligation, Strength>>>
  /** Days off, for what is counted in working days. */
  readonly holidays?: readonly CalendarDay[]
}

/** The settings of a group that has chosen nothing. */
export const settingsOf = ({ defaults }: Ruleset): DeadlineSettings => ({
  deadlineZone: defaults.deadlineZone,
  cutOff: defaults.cutOff,
  contributionOffsetDays: null,
  announcementOffsetWeeks: null,
  deliverablesOffsetWeeks: null,
  strengthOverrides: {},
})

/** A date that somebody announced for this meeting; it beats every rule. */
export interface PublishedDate {
  readonly obligation: Obligation
  readonly on: CalendarDay
  /** Why it differs, in the words of who set it. */
  readonly reason?: string | null
  /** Where it was published, ready to follow "published by": `TSB Circular 191`. */
  readonly source?: string | null
}

/** A length that the group's terms of reference give; counted back from the same day as the ruleset's own rule on the matter. */
export interface TermsOfReferenceRule {
  readonly obligation: Obligation
  readonly offset: Offset
  readonly citation: Citation
  /** The rule of docs/rules/process.md that it restates, if it does. */
  readonly ruleId?: string | null
  /** Absent: as strong as the ruleset's own rule. */
  readonly strength?: Strength
}

/** Everything that a meeting's key dates are computed from. */
export interface DeadlineFacts {
  readonly meeting: MeetingFacts
  readonly settings: DeadlineSettings
  readonly ruleset: Ruleset
  /** One entry an obligation; of two, the later in the list is the correction and counts. */
  readonly published: readonly PublishedDate[]
  readonly termsOfReference: readonly TermsOfReferenceRule[]
}
