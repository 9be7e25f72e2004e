import { dayOfWeek, daysAfter, type CalendarDay } from './calendar-day.js'

/** Monday to Friday, unless a holiday. */
export const isWorkingDay = (day: CalendarDay, holidays: readonly CalendarDay[] = []): boolean =>
  dayOfWeek(day) <= 5 && !holidays.includes(day)

function walk(day: CalendarDay, count: number, step: 1 | -1, holidays: readonly CalendarDay[]): CalendarDay {
  let at = day
  for (let left = count; left > 0;) {
    at = daysAfter(at, step)
    if (isWorkingDay(at, holidays)) left--
  }
  return at
}

/** The `count`th working day before `day`, which itself is not counted; `day` itself when `count` is 0. */
export const workingDaysBefore = (day: CalendarDay, count: number, holidays: readonly CalendarDay[] = []) =>
  walk(day, count, -1, holidays)

/** The `count`th working day after `day`, which itself is not counted; `day` itself when `count` is 0. */
export const workingDaysAfter = (day: CalendarDay, count: number, holidays: readonly CalendarDay[] = []) =>
  walk(day, count, 1, holidays)
