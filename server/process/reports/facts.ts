/** What reports are composed of, as the records tell it. People are signs (printed-people.ts); everything else is words, numbers and days. */
import type { AgendaOutcome, AgendaProgress } from '#schema/vocabulary/agenda.js'
import type { ActionState, DecisionKind, ReservationKind, ReservationState } from '#schema/vocabulary/decisions.js'
import type { DeliverableState, MilestoneKind, TransmissionKind } from '#schema/vocabulary/deliverables.js'
import type { DocumentResult } from '#schema/vocabulary/document-list.js'
import type { MeetingMode } from '#schema/vocabulary/process.js'
import type { StatementPurpose } from '#schema/vocabulary/statements.js'
import type { CalendarDay } from '#server/platform/time/index.js'

export interface GroupFacts {
  readonly name: string
  readonly acronym: string | null
  readonly parent: string
}

export interface AgendaRowFact {
  readonly number: string
  readonly title: string
  readonly progress: AgendaProgress
  readonly outcome: AgendaOutcome | null
}

export interface ContributionFact {
  readonly number: string
  readonly title: string
  readonly sources: readonly string[]
  readonly abstract: string | null
  /** Where it stands: `contribution.phase.*`. */
  readonly phase: string
  readonly agendaItem: string | null
  readonly result: DocumentResult | null
  /** Number of the document in which it goes on, as a revision or merged. */
  readonly goesOnIn: string | null
}

export interface DecisionFact {
  readonly number: number
  readonly kind: DecisionKind
  readonly text: string
  readonly decidedOn: CalendarDay
  /** Number of the row of the agenda; null when none is known. */
  readonly agendaItem: string | null
  /** The frozen text that it approved. */
  readonly approved: { readonly what: string; readonly version: number; readonly hash: string } | null
  readonly reservations: number
  /** Number of the decision that undid it. */
  readonly reversedBy: number | null
}

export interface ReservationFact {
  readonly kind: ReservationKind
  readonly state: ReservationState
  /** A person as a sign, an organisation, or both. */
  readonly holder: string
  readonly text: string
  readonly answer: string | null
  /** Number of the decision it is kept with. */
  readonly decision: number | null
}

export interface ActionFact {
  readonly number: number
  readonly text: string
  readonly state: ActionState
  readonly owner: string | null
  readonly dueOn: CalendarDay | null
  readonly dueMeeting: string | null
}

export interface MilestoneFact {
  readonly kind: MilestoneKind
  readonly label: string | null
  readonly plannedOn: CalendarDay
  readonly doneOn: CalendarDay | null
  /** Days between the first day that was planned and the one planned now; negative: brought forward. */
  readonly slippedDays: number
  readonly isOverdue: boolean
}

export interface DeliverableFact {
  /** Code and title. */
  readonly name: string
  readonly state: DeliverableState
  readonly milestones: readonly MilestoneFact[]
  readonly openIssues: readonly string[]
  readonly target: string | null
}

export interface TransmissionFact {
  readonly what: string
  readonly kind: TransmissionKind
  readonly version: number
  readonly sentOn: CalendarDay
  readonly target: string | null
  readonly answer: string | null
}

export interface StatementFact {
  readonly title: string
  readonly to: string
  readonly purpose: StatementPurpose
  readonly replyBy: CalendarDay | null
  /** Null while it is a draft. */
  readonly sentOn: CalendarDay | null
}

export interface PatentFact {
  readonly wasAsked: boolean
  readonly askedOn: CalendarDay | null
  readonly note: string | null
  readonly answers: readonly { readonly text: string; readonly declaration: string | null }[]
}

export interface MeetingFact {
  readonly number: number
  readonly title: string
  readonly mode: MeetingMode
  readonly startsOn: CalendarDay
  readonly endsOn: CalendarDay
  readonly place: string | null
  readonly country: string | null
}

export interface LifetimeFact {
  readonly startsOn: CalendarDay | null
  readonly endsOn: CalendarDay | null
  readonly months: number | null
  readonly extensions: readonly {
    readonly by: string
    readonly decidedOn: CalendarDay
    readonly newEndOn: CalendarDay
  }[]
}

/** How many were there, and those who agreed to be printed. */
export interface AttendanceFacts {
  /** Whether it was noted who was there; else these are the ones who had registered. */
  readonly isNoted: boolean
  readonly onsite: number
  readonly remote: number
  readonly unnamed: number
  readonly organisations: number
  readonly countries: readonly { readonly country: string | null; readonly count: number }[]
  /** In full, as signs. */
  readonly listed: readonly string[]
}

export interface MeetingReportFacts {
  readonly group: GroupFacts
  readonly meeting: MeetingFact & {
    readonly isPreparatory: boolean
    readonly opensAt: string | null
    readonly zone: string
    readonly host: string | null
    readonly collocatedWith: string | null
    readonly workingLanguage: string
    readonly announcedOn: CalendarDay | null
    readonly announcement: string | null
    readonly objectives: readonly string[]
  }
  readonly officers: readonly { readonly role: string; readonly who: string; readonly isActing: boolean }[]
  readonly attendance: AttendanceFacts
  readonly agenda: readonly AgendaRowFact[]
  /** The first ones of the list. */
  readonly contributions: readonly ContributionFact[]
  readonly contributionCount: number
  /** Address of the list of documents, where all of them are. */
  readonly documentsAt: string
  readonly hasMinutes: boolean
  readonly decisions: readonly DecisionFact[]
  readonly reservations: readonly ReservationFact[]
  readonly openActions: readonly ActionFact[]
  readonly doneActions: readonly ActionFact[]
  readonly deliverables: readonly DeliverableFact[]
  readonly statements: readonly StatementFact[]
  readonly patents: PatentFact | null
  readonly nextMeetings: readonly MeetingFact[]
  /** First day of the next meeting of the parent group; null when none is known. */
  readonly parentMeetsOn: CalendarDay | null
  readonly lifetime: LifetimeFact
}

/** A meeting that was held, in a progress report. */
export interface HeldMeeting extends MeetingFact {
  readonly onsite: number
  readonly remote: number
  readonly contributions: number
  readonly patents: PatentFact | null
}

export interface ProgressReportFacts {
  readonly group: GroupFacts
  readonly fromOn: CalendarDay
  readonly untilOn: CalendarDay
  readonly meetings: readonly HeldMeeting[]
  readonly decisions: readonly DecisionFact[]
  readonly reservations: readonly ReservationFact[]
  readonly contributionCount: number
  readonly contributionSources: number
  readonly deliverables: readonly DeliverableFact[]
  readonly transmissions: readonly TransmissionFact[]
  readonly statements: readonly StatementFact[]
  readonly openActions: readonly ActionFact[]
  readonly nextMeetings: readonly MeetingFact[]
  readonly parentMeetsOn: CalendarDay | null
  readonly lifetime: LifetimeFact
}
