/** How instants and calendar days are written. Pure; the zone is always handed in. */

export type InstantForm = 'dateTime' | 'date' | 'time' | 'dateTimeSeconds'

const parts: Record<InstantForm, Intl.DateTimeFormatOptions> = {
  dateTime: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dateTimeSeconds: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
}

const cache = new Map<string, Intl.DateTimeFormat>()

const formatter = (locale: string, zone: string, name: string, options: Intl.DateTimeFormatOptions) => {
  const at = `${locale} ${zone} ${name}`
  let found = cache.get(at)
  if (!found) cache.set(at, (found = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })))
  return found
}

/** `at` as the clocks of `zone` (an IANA name) show it: "2 Oct 2019, 23:59". */
export const formatInstant = (at: string, zone: string, locale: string, form: InstantForm = 'dateTime'): string =>
  formatter(locale, zone, form, parts[form]).format(new Date(at))

/** A calendar day (`2019-10-02`), which is the same in every zone: "2 Oct 2019". Year and year-month alone are written as they are known. */
export function formatDay(on: string, locale: string): string {
  const [year = '', month, day] = on.split('-')
  if (!month) return year
  if (!day) {
    const options = { month: 'short', year: 'numeric' } as const
    return formatter(locale, 'UTC', 'month', options).format(new Date(`${year}-${month}-01T00:00:00Z`))
  }
  return formatter(locale, 'UTC', 'date', parts.date).format(new Date(`${on}T00:00:00Z`))
}

/** "UTC+02:00" for the zone at that instant. */
export function offsetOf(at: string, zone: string): string {
  const name = formatter('en', zone, 'offset', { timeZoneName: 'longOffset' })
    .formatToParts(new Date(at))
    .find((part) => part.type === 'timeZoneName')!.value
  // Some ICU versions write plain "GMT" for no offset.
  return name === 'GMT' ? 'UTC+00:00' : name.replace('GMT', 'UTC')
}

/** The place a zone is named after: "Europe/Zurich" is "Zurich". Groups that say "Geneva" hand in their own word. */
export const placeOf = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ')

/** Whether two zones show different clocks at that instant; only then is a second time worth reading. */
export const differs = (at: string, one: string, other: string): boolean =>
  one !== other && offsetOf(at, one) !== offsetOf(at, other)
