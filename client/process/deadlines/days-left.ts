import { lastMoment } from '#schema/words/dates.js'

const dayMs = 86_400_000

/** The calendar day of an instant on the clocks of a zone, as `2026-03-14`. */
export const dayIn = (instant: Date | string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(
    new Date(instant),
  )

/** Whole days from one calendar day to another; negative when the other lies before. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/**
 * Calendar days from the reader's `now` to the last moment before `closesAt`, as the zone of the deadline counts them: 0 is today, 1 tomorrow;
 * negative when over.
 */
export const daysLeft = (closesAt: string, zone: string, now: string): number =>
  daysBetween(dayIn(now, zone), dayIn(lastMoment(closesAt, zone), zone))
