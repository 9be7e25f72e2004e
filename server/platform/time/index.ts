/** The clock, zones, calendar days. Knows nothing of standards. */
export { Clock, SystemClock } from './clock.js'
export {
  dayOfWeek,
  daysAfter,
  daysBefore,
  daysBetween,
  isDay,
  lastDayOfWindow,
  monthsAfter,
  monthsBefore,
  parseDay,
  weeksAfter,
  weeksBefore,
  type CalendarDay,
} from './calendar-day.js'
export { isWorkingDay, workingDaysAfter, workingDaysBefore } from './working-days.js'
export {
  closingInstant,
  dayIn,
  END_OF_DAY,
  endOfDayExclusive,
  instantAt,
  isCutOff,
  isZone,
  parseCutOff,
  parseZone,
  startOfDayIn,
  type CutOff,
  type Zone,
} from './zone.js'
