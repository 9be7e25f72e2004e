import type { ConsensusState } from '#schema/vocabulary/decisions.js'
import type { RulesetId } from '#schema/vocabulary/process.js'
import { daysAfter, endOfDayExclusive, type CalendarDay, type Zone } from '#server/platform/time/index.js'

/** Days for which a call is open at least: a week, or three days where a group has made rules of its own. [CC-2] */
const least: Readonly<Record<RulesetId, number>> = { 'itu-t-a7-2016': 7, 'itu-t-a7-2024': 7, iso: 7, own: 3 }

export const leastCallDays = (ruleset: RulesetId): number => least[ruleset]

/** The earliest day that may be the last of a call opened on `today`: so many whole days follow the day on which it opens. */
export const earliestClosing = (today: CalendarDay, ruleset: RulesetId): CalendarDay =>
  daysAfter(today, leastCallDays(ruleset))

/** The first instant that is too late: the end of the last day in the zone of the group. [D-A-3] */
export const callClosesAt = (closesOn: CalendarDay, zone: Zone): Date => endOfDayExclusive(closesOn, zone)

/** Where a call stands at an instant: its last day may be over before anybody wrote that down. */
export const stateAt = (
  call: { readonly state: ConsensusState; readonly closesAt: Date },
  now: Date,
): ConsensusState => (call.state === 'OPEN' && now >= call.closesAt ? 'CLOSED' : call.state)
