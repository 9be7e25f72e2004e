import type { AttendanceMode } from '#schema/vocabulary/registration.js'
import { dayIn, endOfDayExclusive, startOfDayIn, type CalendarDay, type Zone } from '#server/platform/time/index.js'

/** A stretch of presence. */
export interface Stretch {
  readonly fromAt: Date
  /** Null while it lasts. */
  readonly toAt: Date | null
}

/** The span of a meeting at its place: from the first instant of its first day to the first instant after its last. */
export const meetingSpan = (meeting: { startsOn: CalendarDay; endsOn: CalendarDay; zone: Zone }) => ({
  from: startOfDayIn(meeting.startsOn, meeting.zone),
  to: endOfDayExclusive(meeting.endsOn, meeting.zone),
})

/** Whether one can check in at `now`: on the days of the meeting, by the clocks of its place. [RG-10] */
export function isMeetingDay(meeting: { startsOn: CalendarDay; endsOn: CalendarDay; zone: Zone }, now: Date): boolean {
  const { from, to } = meetingSpan(meeting)
  return now >= from && now < to
}

/**
 * The stretch of somebody who was there by the word of the minutes and did not check in: the day of the meeting on which that is written, after the
 * meeting all of its days; null while it is ahead. [RC-7]
 */
export function attestedStretch(
  meeting: { startsOn: CalendarDay; endsOn: CalendarDay; zone: Zone },
  now: Date,
): Stretch | null {
  const { from, to } = meetingSpan(meeting)
  if (now < from) return null
  if (now >= to) return { fromAt: from, toAt: to }
  return { fromAt: startOfDayIn(dayIn(now, meeting.zone), meeting.zone), toAt: null }
}

/** When a stretch ends: as noted, else with its day at the place, for whoever forgot to check out has gone home. [RG-10] */
export const endOf = ({ fromAt, toAt }: Stretch, zone: Zone): Date =>
  toAt ?? endOfDayExclusive(dayIn(fromAt, zone), zone)

/** From an instant up to another, which is no longer in it. */
export interface Span {
  readonly from: Date
  readonly to: Date
}

/** The span of a stretch as far as it has gone by `now`; one that nobody ended ends with its day. [RO-10] */
export function spanOf(stretch: Stretch, zone: Zone, now: Date): Span {
  const end = endOf(stretch, zone)
  return { from: stretch.fromAt, to: end < now ? end : now }
}

/** Whether somebody was there at some instant of a span; one instant alone when `to` is `from`. What ended when the span begins does not count. */
export const wasPresent = (stretch: Stretch, zone: Zone, span: Span): boolean =>
  endOf(stretch, zone) > span.from && (stretch.fromAt < span.to || stretch.fromAt.getTime() === span.from.getTime())

/** Whether somebody's presence counts where the group decides: in groups that count only the room, those from afar are heard and not counted. [ME-12] */
export const countsForDecisions = (mode: AttendanceMode, decisionPresence: 'ANY' | 'ONSITE_ONLY'): boolean =>
  decisionPresence === 'ANY' || mode === 'ONSITE'
