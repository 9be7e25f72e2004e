import { refuse } from '#server/platform/errors/index.js'
import { dayIn, type CalendarDay } from '#server/platform/time/index.js'
import { dayOf } from '#server/process/groups/index.js'
import type { Place } from './places.service.js'

/**
 * Day on which something was decided or asked: as given, else today, or the last day of a meeting that is over. Never in the future, and within its
 * meeting. Refuses: NO_SUCH_DAY, DAY_OUT_OF_RANGE, BAD_INPUT. [DC-2]
 */
export function dayOfDecision(
  now: Date,
  { group, meeting }: Pick<Place, 'group' | 'meeting'>,
  given: string | null | undefined,
  field: string,
): CalendarDay {
  const today = dayIn(now, meeting?.zone ?? group.deadlineZone)
  const otherwise = meeting && meeting.endsOn < today ? meeting.endsOn : today
  const day = given?.trim() ? dayOf(given.trim(), field) : otherwise
  if (day > today) throw refuse('BAD_INPUT', { detail: `${day} is still to come` }, { field })
  if (meeting && (day < meeting.startsOn || day > meeting.endsOn)) {
    const range = `${meeting.startsOn} – ${meeting.endsOn}`
    throw refuse('BAD_INPUT', { detail: `the meeting was on ${range}, and ${day} is not among these days` }, { field })
  }
  return day
}
