import { instantAt, type CalendarDay } from '#server/platform/time/index.js'

/** Hours in which a meeting sits without a break, by the clock of the place. */
export interface Sitting {
  readonly on: CalendarDay
  /** HH:MM */
  readonly from: string
  readonly to: string
}

/** When a row comes up. */
export interface RowTime {
  readonly id: string
  /** Null when the hours of the meeting are not known. */
  readonly startsAt: Date | null
  /** Minutes planned up to the end of this row. */
  readonly runningMinutes: number
  /** False when it would end after the last sitting. */
  readonly fits: boolean
}

/** The agenda laid over the hours of the meeting. */
export interface Forecast {
  readonly rows: readonly RowTime[]
  /** Minutes that the rows take. */
  readonly totalMinutes: number
  /** Minutes that the sittings have, from the moment asked for; null when the hours are not known. */
  readonly availableMinutes: number | null
  /** When the last row ends; null when the hours are not known. */
  readonly endsAt: Date | null
  /** Minutes that do not fit; 0 when all fits or the hours are not known. */
  readonly overMinutes: number
}

const MINUTE = 60_000

/**
 * When each row comes up: rows in reading order, one after the other, across the breaks between the sittings; what does not fit goes on behind the
 * last one. `from`: nothing begins before (the moment at which a running meeting is). [AG-8]
 */
export function forecast(
  rows: readonly { readonly id: string; readonly minutes: number }[],
  sittings: readonly Sitting[],
  zone: string,
  from: Date | null = null,
): Forecast {
  const since = from?.getTime() ?? Number.NEGATIVE_INFINITY
  const hours = sittings
    .map((sitting) => ({
      start: Math.max(instantAt(sitting.on, sitting.from, zone).getTime(), since),
      end: instantAt(sitting.on, sitting.to, zone).getTime(),
    }))
    .filter(({ start, end }) => start < end)
    .toSorted((one, other) => one.start - other.start)
  const known = sittings.length > 0
  const lastEnd = Math.max(since, ...sittings.map(({ on, to }) => instantAt(on, to, zone).getTime()))
  const available = hours.reduce((sum, { start, end }) => sum + (end - start) / MINUTE, 0)

  /** The instant at which so many minutes have been used; at the seam of two sittings the later one when a row begins there. */
  const instantAfter = (minutes: number, isStart: boolean): number => {
    let left = minutes * MINUTE
    for (const { start, end } of hours) {
      if (left < end - start || (left === end - start && !isStart)) return start + left
      left -= end - start
    }
    return lastEnd + left
  }

  let used = 0
  const times = rows.map(({ id, minutes }): RowTime => {
    const startsAt = known ? new Date(instantAfter(used, minutes > 0)) : null
    used += minutes
    return { id, startsAt, runningMinutes: used, fits: !known || used <= available }
  })
  return {
    rows: times,
    totalMinutes: used,
    availableMinutes: known ? Math.floor(available) : null,
    endsAt: known ? new Date(instantAfter(used, false)) : null,
    overMinutes: known ? Math.max(0, Math.ceil(used - available)) : 0,
  }
}

/** Whether sittings lie one after the other on days of the meeting, each ending after it begins. [AG-8] */
export function sittingsProblem(
  sittings: readonly Sitting[],
  meeting: { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay },
): { readonly at: number; readonly why: 'NOT_A_DAY_OF_IT' | 'ENDS_BEFORE_START' | 'OVER_ANOTHER' } | null {
  for (const [at, { on, from, to }] of sittings.entries()) {
    if (on < meeting.startsOn || on > meeting.endsOn) return { at, why: 'NOT_A_DAY_OF_IT' }
    if (to <= from) return { at, why: 'ENDS_BEFORE_START' }
    if (sittings.some((other, place) => place < at && other.on === on && other.from < to && from < other.to)) {
      return { at, why: 'OVER_ANOTHER' }
    }
  }
  return null
}
