import type { GapProgress } from '#schema/vocabulary/register.js'
import { monthsAfter, type CalendarDay } from '#server/platform/time/index.js'

/** Months after which an update on progress is too old to be taken for how things stand. [GA-2; the length is a decision of this product] */
export const reviewMonths = 6

interface Update {
  readonly progress: GapProgress
  readonly happenedOn: CalendarDay
}

/**
 * Whether what is known of the progress is stale: the newest update is older than the review interval, or there is none although something was
 * said once. Where nobody ever said anything nothing can be stale. [GA-2]
 */
export function isProgressStale(progress: GapProgress, newest: Update | null, today: CalendarDay): boolean {
  if (newest === null) return progress !== 'UNKNOWN'
  return today > monthsAfter(newest.happenedOn, reviewMonths)
}

/** How the work moves after one more update: as the newest by its day says, so that an older one that comes late changes nothing. [GA-2] */
export const progressAfter = (newest: Update | null, added: Update): GapProgress =>
  newest !== null && newest.happenedOn > added.happenedOn ? newest.progress : added.progress
