import { daysAfter, daysBetween, type CalendarDay } from '#server/platform/time/index.js'
import type { Sitting } from './agenda-times.js'

/** A sitting before and after its meeting moves. */
export interface MovedSitting extends Sitting {
  /** Null: the meeting has no such day any more. */
  readonly afterOn: CalendarDay | null
}

interface Days {
  readonly startsOn: CalendarDay
  readonly endsOn: CalendarDay
}

/** Sittings go by as many days as the first day of their meeting; what then lies behind its last day is given up. [AG-8, MT-15] */
export function movedSittings(sittings: readonly Sitting[], before: Days, after: Days): MovedSitting[] {
  const by = daysBetween(before.startsOn, after.startsOn)
  return sittings.map((sitting) => {
    const on = daysAfter(sitting.on, by)
    return { ...sitting, afterOn: on >= after.startsOn && on <= after.endsOn ? on : null }
  })
}
