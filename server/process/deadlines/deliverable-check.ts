import type { DeliverableRemedy, Explanation, Strength } from '#schema/vocabulary/process.js'
import { daysBetween, type CalendarDay } from '#server/platform/time/index.js'
import type { DeadlineFacts } from './facts.js'
import { keyDates } from './key-dates.js'

/** Whether a deliverable reaches the parent group early enough for its meeting. */
export interface DeliverableCheck {
  readonly latestOn: CalendarDay
  readonly isInTime: boolean
  /** Days by which it is too late; 0 when in time. */
  readonly daysLate: number
  readonly ruleId: string | null
  readonly strength: Strength
  /** What the chair may do about it; empty when in time. */
  readonly remedies: readonly DeliverableRemedy[]
  readonly explanation: Explanation
}

/** Checks a deliverable approved on `approvedOn` against the parent's meeting. Null when no rule speaks of it. [D-FG-3, T14] */
export function deliverableCheck(
  approvedOn: CalendarDay,
  parentStartsOn: CalendarDay,
  facts: DeadlineFacts,
): DeliverableCheck | null {
  const due = keyDates({ ...facts, meeting: { ...facts.meeting, parentStartsOn } }).find(
    ({ obligation }) => obligation === 'DELIVERABLES_TO_PARENT',
  )
  if (!due) return null
  const daysLate = Math.max(0, daysBetween(due.effectiveOn, approvedOn))
  const isInTime = daysLate === 0
  return {
    latestOn: due.effectiveOn,
    isInTime,
    daysLate,
    ruleId: due.ruleId,
    strength: due.strength,
    remedies: isInTime ? [] : ['CARRY_TO_NEXT', 'RECORD_WAIVER'],
    explanation: {
      code: isInTime ? 'DELIVERABLE_IN_TIME' : 'DELIVERABLE_TOO_LATE',
      args: { approvedOn, parentStartsOn, latestOn: due.effectiveOn, on: due.effectiveOn, daysLate },
    },
  }
}
