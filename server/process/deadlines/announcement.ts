import type { Explanation, Strength } from '#schema/vocabulary/process.js'
import { daysBetween, type CalendarDay } from '#server/platform/time/index.js'
import type { DeadlineFacts } from './facts.js'
import { keyDates, toldRule } from './key-dates.js'

/** Whether a meeting was announced early enough, by the rule that holds and by those that only advise. */
export interface AnnouncementCheck {
  /** Last day on which the announcement keeps the rule; null when no rule asks for one. */
  readonly latestOn: CalendarDay | null
  readonly ruleId: string | null
  readonly strength: Strength | null
  /** Null while the meeting is not announced. */
  readonly announcedOn: CalendarDay | null
  /** Days from the announcement to the opening. */
  readonly daysAhead: number | null
  /** Null while the meeting is not announced, or when no rule asks. */
  readonly isInTime: boolean | null
  /** Rules that the one in force has displaced, still good manners: the two-month norm of A.1. Advice only, whatever their text. */
  readonly norms: readonly {
    readonly ruleId: string | null
    readonly on: CalendarDay
    readonly isMet: boolean | null
  }[]
  /** Null when no rule asks. */
  readonly explanation: Explanation | null
}

/** Checks the notice of a meeting. `announcedOn` is the day it was really announced, null while it is not. [D-FG-2, D-SG-8, ME-4, ME-7] */
export function announcementCheck(facts: DeadlineFacts, announcedOn: CalendarDay | null): AnnouncementCheck {
  const rule = keyDates(facts).find(({ obligation }) => obligation === 'ANNOUNCEMENT')
  const metBy = (on: CalendarDay) => (announcedOn === null ? null : announcedOn <= on)
  const isInTime = rule ? metBy(rule.effectiveOn) : null
  const daysAhead = announcedOn === null ? null : daysBetween(announcedOn, facts.meeting.startsOn)
  const norms = (rule?.alternatives ?? [])
    .filter(({ on }) => on < rule!.effectiveOn)
    .map((norm) => ({ ruleId: norm.ruleId, on: norm.on, isMet: metBy(norm.on), told: toldRule(norm) }))
  return {
    latestOn: rule?.effectiveOn ?? null,
    ruleId: rule?.ruleId ?? null,
    strength: rule?.strength ?? null,
    announcedOn,
    daysAhead,
    isInTime,
    norms: norms.map(({ told: _, ...norm }) => norm),
    explanation: rule
      ? {
          code: isInTime === null ? 'ANNOUNCE_BY' : isInTime ? 'ANNOUNCED_IN_TIME' : 'ANNOUNCED_TOO_LATE',
          args: {
            announcedOn,
            daysAhead,
            latestOn: rule.effectiveOn,
            on: rule.effectiveOn,
            others: norms.filter(({ isMet }) => isMet !== true).map(({ told }) => told),
          },
        }
      : null,
  }
}
