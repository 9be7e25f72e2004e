/** Days, instants and zones as people read them, alike on server and client. */
import type { Words } from './index.js'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const at = `${locale} ${JSON.stringify(options)}`
  let found = formats.get(at)
  if (!found) formats.set(at, (found = new Intl.DateTimeFormat(locale, options)))
  return found
}

/**
 * A calendar day, `YYYY-MM-DD`, as "2 Oct 2019"; a month or a year alone is written as it is known. With `beside`, a day that the reader has just
 * seen, the year is left out when it is the same.
 */
export function formatDay(day: string, words: Words, { beside }: { readonly beside?: string } = {}): string {
  const [year = '', month, ofMonth] = day.split('-')
  if (!month) return year
  if (!ofMonth) {
    const month: Intl.DateTimeFormatOptions = { month: 'short', year: 'numeric', timeZone: 'UTC' }
    return format(words.locale, month).format(new Date(`${day}-01T00:00:00Z`))
  }
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' }
  if (beside?.slice(0, 4) !== day.slice(0, 4)) options.year = 'numeric'
  return format(words.locale, options).format(new Date(`${day}T00:00:00Z`))
}

/** How people call a zone: Geneva for Europe/Zurich. */
export function zoneLabel(zone: string, words: Words): string {
  const key = `date.zone.${zone}`
  return words.has(key) ? words(key) : zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

/** An instant in a zone, to the minute: "2 Oct 2019, 23:59 Geneva". Takes a Date or its ISO text. */
export function formatInstant(instant: Date | string, zone: string, words: Words): string {
  const at = format(words.locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(instant))
  return words('date.instant', { at, zone: zoneLabel(zone, words) })
}

/**
 * The last minute before an exclusive closing instant: a day that closes at its end closes at 23:59 of that day, not at 00:00 of the next; any
 * other time of day stays as it is.
 */
export function lastMoment(closesAt: Date | string, zone: string): Date {
  const instant = new Date(closesAt)
  const day = format('en-CA', { dateStyle: 'short', timeZone: zone })
  const opensADay = day.format(instant) !== day.format(new Date(instant.getTime() - 1))
  return opensADay ? new Date(instant.getTime() - 60_000) : instant
}

/** The last moment as people say it: "2 Oct 2019, 23:59 Geneva". */
export const formatClosing = (closesAt: Date | string, zone: string, words: Words): string =>
  formatInstant(lastMoment(closesAt, zone), zone, words)
