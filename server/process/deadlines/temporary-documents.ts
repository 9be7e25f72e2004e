import type { TemporaryDocumentExemption } from '#schema/vocabulary/process.js'
import { daysBefore, daysBetween, type CalendarDay } from '#server/platform/time/index.js'
import type { DeadlineRule, Ruleset } from '#server/process/rulesets/index.js'
import type { MeetingFacts } from './facts.js'
import { dayAt } from './offsets.js'

const exemptionOf = (ruleset: Ruleset) => ruleset.exemptions.find(({ from }) => from === 'D-SG-4')

/** Events after this day are recent: a report on them may come later than other temporary documents. Null: the rules know no such events. */
export function recentEventsAfter(startsOn: CalendarDay, ruleset: Ruleset): CalendarDay | null {
  const exemption = exemptionOf(ruleset)
  return exemption ? daysBefore(startsOn, exemption.recentEventDays) : null
}

/** Whether an event took place fewer than 21 days before the meeting opens. [D-SG-4a; ITU-T A.1 cl. 3.3.3] */
export function isRecentEvent(eventOn: CalendarDay, startsOn: CalendarDay, ruleset: Ruleset): boolean {
  const exemption = exemptionOf(ruleset)
  return exemption !== undefined && daysBetween(eventOn, startsOn) < exemption.recentEventDays
}

/** What is known of one temporary document. */
export interface TemporaryDocumentFacts {
  /** Null: an ordinary one. */
  readonly exemption: TemporaryDocumentExemption | null
  /** Day of the event that it reports on; null when it reports on none. */
  readonly eventOn: CalendarDay | null
  /** Day on which its agenda item is taken; null while unknown, then the opening day counts. */
  readonly agendaItemOn: CalendarDay | null
}

/** The day by which one temporary document is available; null when it is exempt from any. [D-SG-4, D-SG-4a, D-SG-4b] */
export function temporaryDocumentDueOn(
  meeting: Pick<MeetingFacts, 'kind' | 'startsOn'>,
  ruleset: Ruleset,
  { exemption, eventOn, agendaItemOn }: TemporaryDocumentFacts,
): CalendarDay | null {
  const isExempt = exemption !== null && exemptionOf(ruleset)?.categories.includes(exemption)
  const isReportOnRecent = eventOn !== null && isRecentEvent(eventOn, meeting.startsOn, ruleset)
  // To call an older event recent does not make it so.
  if (isExempt && exemption !== 'RECENT_EVENT_REPORT') return null
  const rule = ruleset.rules.find(
    ({ obligation, appliesTo }: DeadlineRule) =>
      obligation === (isReportOnRecent ? 'RECENT_EVENT_REPORTS' : 'TEMPORARY_DOCUMENTS') &&
      appliesTo.includes(meeting.kind),
  )
  if (!rule) return null
  const from = isReportOnRecent ? (agendaItemOn ?? meeting.startsOn) : meeting.startsOn
  return dayAt(from, rule.offsets[0]!.offset, rule.direction)
}
