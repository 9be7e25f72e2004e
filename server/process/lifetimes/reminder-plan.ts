import { monthsBefore, type CalendarDay } from '#server/platform/time/index.js'

/** Months before the end of a group at which its management is reminded. [GS-10] */
export const reminderMonths = [6, 3, 1] as const

/** A reminder of the end of a group. */
export interface PlannedReminder {
  readonly monthsBefore: number
  readonly on: CalendarDay
  readonly endsOn: CalendarDay
}

/** All reminders of an end, in the order in which they leave. They hang on the end alone: another end has other reminders. [GS-10] */
export const plannedReminders = (endsOn: CalendarDay): readonly PlannedReminder[] =>
  reminderMonths.map((months) => ({ monthsBefore: months, on: monthsBefore(endsOn, months), endsOn }))

/**
 * The reminder to be sent on `today`: the last whose day has come. Earlier ones that never left are overtaken by it; after the end there is none.
 * Null when its day has not come, or it has left. [GS-10]
 */
export function dueReminder(
  endsOn: CalendarDay,
  today: CalendarDay,
  sent: readonly { readonly monthsBefore: number; readonly endsOn: CalendarDay }[],
): PlannedReminder | null {
  if (today > endsOn) return null
  const due = plannedReminders(endsOn).findLast(({ on }) => on <= today)
  const hasLeft = sent.some((one) => one.endsOn === endsOn && one.monthsBefore === due?.monthsBefore)
  return due && !hasLeft ? due : null
}
