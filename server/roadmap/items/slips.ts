import { latestDay } from './partial-dates.js'

/** How far a date moved. Positive: later. */
export interface Slip {
  readonly amount: number
  readonly unit: 'DAY' | 'MONTH' | 'YEAR'
}

/** How far a planned date moved, in the unit that both dates are known in. Null when one of them is not named. [IT-13] */
export function slipBetween(before: string | null, after: string | null): Slip | null {
  if (before === null || after === null) return null
  const precision = Math.min(before.length, after.length)
  if (precision === 4) return { amount: Number(after.slice(0, 4)) - Number(before.slice(0, 4)), unit: 'YEAR' }
  if (precision === 7) return { amount: monthsOf(after) - monthsOf(before), unit: 'MONTH' }
  return { amount: Math.round((Date.parse(after) - Date.parse(before)) / 86_400_000), unit: 'DAY' }
}

const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

/** The dates that were planned for one thing, from the first that was named to the last. */
export interface PlanHistory {
  readonly firstOn: string | null
  readonly lastOn: string | null
  /** From the first date to the last, or to the one on which it happened. Null when none was named. */
  readonly slip: Slip | null
  /** How often a date was moved or dropped. */
  readonly changes: number
  /** The last date has passed, and it has not happened as far as is known. */
  readonly isOverdue: boolean
}

/** What a series of planned dates (oldest first) comes to. `reachedOn`: when it happened; null when it has not, as far as is known. [IT-13] */
export function planHistory(plans: readonly (string | null)[], reachedOn: string | null, today: string): PlanHistory {
  const firstOn = plans.find((on) => on !== null) ?? null
  const lastOn = plans.at(-1) ?? null
  return {
    firstOn,
    lastOn,
    slip: slipBetween(firstOn, reachedOn ?? plans.findLast((on) => on !== null) ?? null),
    changes: plans.filter((on, at) => at > 0 && on !== plans[at - 1]).length,
    isOverdue: reachedOn === null && lastOn !== null && latestDay(lastOn) < today,
  }
}
