import { monthsAfter, type CalendarDay } from '#server/platform/time/index.js'

/** The parent group's decision that a group lives on. */
export interface LifetimeExtension {
  readonly newEndsOn: CalendarDay
}

/**
 * The day on which a group's lifetime ends. It runs from the first meeting, not from establishment, and meetings in preparation of the first
 * do not count; null until there is a first meeting. An extension never shortens it. [FG-5, ME-9; TSB Circular 191 cl. 18, ITU-T A.7 cl. 2.2]
 */
export function lifetimeEnd(
  firstMeetingStartsOn: CalendarDay | null,
  lifetimeMonths: number,
  extensions: readonly LifetimeExtension[] = [],
): CalendarDay | null {
  if (firstMeetingStartsOn === null) return null
  return extensions.reduce(
    (end, { newEndsOn }) => (newEndsOn > end ? newEndsOn : end),
    monthsAfter(firstMeetingStartsOn, lifetimeMonths),
  )
}
