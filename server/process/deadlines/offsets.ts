import type { Direction, Offset } from '#schema/vocabulary/process.js'
import {
  daysAfter,
  daysBefore,
  monthsAfter,
  monthsBefore,
  weeksAfter,
  weeksBefore,
  workingDaysAfter,
  workingDaysBefore,
  type CalendarDay,
} from '#server/platform/time/index.js'

/**
 * The day that lies `offset` before or after `anchor`. Calendar days are counted back from the day itself, so that what arrives on the day
 * found is on time; months are clipped to the end of a shorter month. [D-A-1 to D-A-4]
 */
export function dayAt(
  anchor: CalendarDay,
  offset: Offset,
  direction: Direction,
  holidays: readonly CalendarDay[] = [],
): CalendarDay {
  const before = direction === 'BEFORE'
  if ('months' in offset) return (before ? monthsBefore : monthsAfter)(anchor, offset.months)
  if ('weeks' in offset) return (before ? weeksBefore : weeksAfter)(anchor, offset.weeks)
  if ('workingDays' in offset) {
    return (before ? workingDaysBefore : workingDaysAfter)(anchor, offset.workingDays, holidays)
  }
  return (before ? daysBefore : daysAfter)(anchor, offset.calendarDays)
}
