import { Temporal } from 'temporal-polyfill'
import { refuse } from '#server/platform/errors/index.js'
import { daysAfter, type CalendarDay } from './calendar-day.js'

/** A name of the IANA time zone database, `Europe/Zurich`. */
export type Zone = string

/** Whether this machine knows the zone. An offset (`+02:00`) is not a zone: it does not know when clocks change. */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(text)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The zone that `text` names. Refuses: NO_SUCH_ZONE. */
export function parseZone(text: string, field?: string): Zone {
  if (isZone(text)) return text
  throw refuse('NO_SUCH_ZONE', { zone: text.slice(0, 64) }, { field })
}

/** Time of day at which a deadline closes, `HH:MM` on the wall clock; `24:00` is the end of the day. `00:00` is none: it is the day before. */
export type CutOff = string

/** A deadline holds to the end of its day, unless the group says otherwise. */
export const END_OF_DAY: CutOff = '24:00'

/** Whether `text` is a cut-off: 00:01 to 23:59, or 24:00. */
export const isCutOff = (text: string): boolean =>
  text === END_OF_DAY || (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) && text !== '00:00')

/** The cut-off that `text` names. Refuses: NO_SUCH_TIME. */
export function parseCutOff(text: string, field?: string): CutOff {
  if (isCutOff(text)) return text
  throw refuse('NO_SUCH_TIME', { time: text.slice(0, 20) }, { field })
}

const dateOf = (moment: Temporal.ZonedDateTime) => new Date(moment.epochMilliseconds)

/** The first instant of `day` in `zone`: 00:00, or when the clocks skip midnight, the moment they skip to. */
export const startOfDayIn = (day: CalendarDay, zone: Zone): Date =>
  dateOf(Temporal.PlainDate.from(day).toZonedDateTime(zone))

/** The first instant that no longer belongs to `day` in `zone`: the start of the next day there. */
export const endOfDayExclusive = (day: CalendarDay, zone: Zone): Date => startOfDayIn(daysAfter(day, 1), zone)

/**
 * The first instant that is too late when a deadline falls on `day`. A wall-clock time that the clocks skip or repeat that night is read as
 * the later of the two readings, so that nobody is late by a change of clocks.
 */
export function closingInstant(day: CalendarDay, cutOff: CutOff, zone: Zone): Date {
  if (cutOff === END_OF_DAY) return endOfDayExclusive(day, zone)
  const wall = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(cutOff))
  return dateOf(wall.toZonedDateTime(zone, { disambiguation: 'later' }))
}

/**
 * The instant at which the clocks of `zone` show `time` (`HH:MM`) on `day`. A time that they skip that night is read as the one after the gap,
 * one that they show twice as the first.
 */
export const instantAt = (day: CalendarDay, time: string, zone: Zone): Date =>
  dateOf(Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(zone))

/** The calendar day on which `instant` falls in `zone`. */
export const dayIn = (instant: Date, zone: Zone): CalendarDay =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
