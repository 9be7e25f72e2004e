import { MOST_IN_SERIES, type SeriesEvery } from '#schema/vocabulary/meetings.js'
import {
  dayOfWeek,
  daysAfter,
  daysBetween,
  instantAt,
  isWorkingDay,
  monthsAfter,
  weeksAfter,
  type CalendarDay,
  type Zone,
} from '#server/platform/time/index.js'

/** How the meetings of a series follow each other, and where they end. */
export interface Series {
  /** First day of the first one; its weekday is that of all. */
  readonly startsOn: CalendarDay
  /** Last day of the first one. */
  readonly endsOn: CalendarDay
  readonly every: SeriesEvery
  /** So many weeks or months from one to the next. */
  readonly step: number
  /** So many meetings, or all that begin on this day or before. */
  readonly end: { readonly count: number } | { readonly until: CalendarDay }
}

export interface SeriesDays {
  readonly startsOn: CalendarDay
  readonly endsOn: CalendarDay
}

/** Which of its weekday in the month a day is: 1 for the first Tuesday. */
const ordinalInMonth = (day: CalendarDay) => Math.ceil(Number(day.slice(8)) / 7)

/** The same weekday of a later month: the second Tuesday stays the second; a fifth that the month has not is its last. */
function sameWeekdayAfter(day: CalendarDay, months: number): CalendarDay {
  const first = monthsAfter(`${day.slice(0, 7)}-01`, months)
  const toWeekday = (dayOfWeek(day) - dayOfWeek(first) + 7) % 7
  const found = daysAfter(first, toWeekday + 7 * (ordinalInMonth(day) - 1))
  return found.slice(0, 7) === first.slice(0, 7) ? found : daysAfter(found, -7)
}

/**
 * The days of each meeting of a series, each as long as the first, on its weekday. Stops behind one more than may be called at once, so that
 * whoever asks sees that there are too many. [SE-1]
 */
export function seriesDays({ startsOn, endsOn, every, step, end }: Series): readonly SeriesDays[] {
  const length = daysBetween(startsOn, endsOn)
  const all: SeriesDays[] = []
  while (all.length <= MOST_IN_SERIES) {
    const at = all.length
    const first = every === 'WEEKS' ? weeksAfter(startsOn, step * at) : sameWeekdayAfter(startsOn, step * at)
    if ('count' in end ? at >= end.count : first > end.until) break
    all.push({ startsOn: first, endsOn: daysAfter(first, length) })
  }
  return all
}

/** Whether two spans of days, both ends included, share a day. */
export const overlap = (one: SeriesDays, other: SeriesDays): boolean =>
  one.startsOn <= other.endsOn && other.startsOn <= one.endsOn

/** The days of a meeting on which nobody works. */
export const daysOff = ({ startsOn, endsOn }: SeriesDays): readonly CalendarDay[] =>
  Array.from({ length: daysBetween(startsOn, endsOn) + 1 }, (_, at) => daysAfter(startsOn, at)).filter(
    (day) => !isWorkingDay(day),
  )

/** What the meeting at `at`, counted from 0, is called: `{n}` in the title stands for its place in the series. [SE-1] */
export const titleInSeries = (title: string, at: number): string => title.replaceAll('{n}', String(at + 1))

/** Minutes by which the clocks of `zone` are ahead of UTC when they show `time` on `day`; other than before when summer time has begun or ended. [SE-3] */
export const offsetAt = (day: CalendarDay, time: string, zone: Zone): number =>
  (Date.parse(`${day}T${time}:00Z`) - instantAt(day, time, zone).getTime()) / 60_000
