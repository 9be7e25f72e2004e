import { Temporal } from 'temporal-polyfill'
import { refuse } from '#server/platform/errors/index.js'

/** A day of the calendar, `YYYY-MM-DD`, in no zone. What comes from outside goes through `parseDay` first; text order is time order. */
export type CalendarDay = string

const written = /^\d{4}-\d{2}-\d{2}$/
const plain = (day: CalendarDay) => Temporal.PlainDate.from(day)

/** Whether `text` is a day that exists: 2024-02-29 is one, 2023-02-29 is not. */
export function isDay(text: string): boolean {
  if (!written.test(text)) return false
  try {
    return plain(text).toString() === text
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The day that `text` names. Refuses: NO_SUCH_DAY, naming `field` when one is given. */
export function parseDay(text: string, field?: string): CalendarDay {
  if (isDay(text)) return text
  throw refuse('NO_SUCH_DAY', { day: text.slice(0, 40) }, { field })
}

/** `count` calendar days before `day`; after it when negative. */
export const daysBefore = (day: CalendarDay, count: number): CalendarDay =>
  plain(day).subtract({ days: count }).toString()

/** `count` calendar days after `day`. */
export const daysAfter = (day: CalendarDay, count: number): CalendarDay => plain(day).add({ days: count }).toString()

/** `count` times seven days before `day`. */
export const weeksBefore = (day: CalendarDay, count: number): CalendarDay => daysBefore(day, 7 * count)

/** `count` times seven days after `day`. */
export const weeksAfter = (day: CalendarDay, count: number): CalendarDay => daysAfter(day, 7 * count)

/** The same day number `count` months earlier, or the last day of that month when it is shorter: 30 April - 2 = 29 February 2024. */
export const monthsBefore = (day: CalendarDay, count: number): CalendarDay =>
  plain(day).subtract({ months: count }, { overflow: 'constrain' }).toString()

/** The same day number `count` months later, or the last day of that month when it is shorter. */
export const monthsAfter = (day: CalendarDay, count: number): CalendarDay =>
  plain(day).add({ months: count }, { overflow: 'constrain' }).toString()

/** Calendar days from one day to the other; negative when `to` is the earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number => plain(from).until(to).days

/** 1 = Monday ... 7 = Sunday. */
export const dayOfWeek = (day: CalendarDay): number => plain(day).dayOfWeek

/** The last of the `count` days of a window that opens on `opensOn`, both ends included: 28 days from 1 March end on 28 March. */
export const lastDayOfWindow = (opensOn: CalendarDay, count: number): CalendarDay => daysAfter(opensOn, count - 1)
