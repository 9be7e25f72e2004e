import { refuse } from '#server/platform/errors/index.js'
import { parseDay, type CalendarDay } from '#server/platform/time/index.js'

/** Days that the records of a group can lie on: from the founding of the oldest union of standards to where calendars are still sure. */
const first = '1865-05-17'
const last = '2199-12-31'

/** The day that `text` names. Refuses: NO_SUCH_DAY, DAY_OUT_OF_RANGE. */
export function dayOf(text: string, field: string): CalendarDay {
  const day = parseDay(text, field)
  if (day < first || day > last) throw refuse('DAY_OUT_OF_RANGE', { day, first, last }, { field })
  return day
}

/** The same for a day that may be left out. */
export const optionalDayOf = (text: string | null | undefined, field: string): CalendarDay | null =>
  text === null || text === undefined ? null : dayOf(text, field)

/** Two days in order, the second at `field`. Refuses: ENDS_BEFORE_START. */
export function inOrder(startsOn: CalendarDay, endsOn: CalendarDay, field: string): void {
  if (endsOn < startsOn) throw refuse('ENDS_BEFORE_START', { startsOn, endsOn }, { field })
}

/** A text of 1 to `max` characters, without blanks around it. Refuses: TEXT_MISSING, TEXT_TOO_LONG, BAD_INPUT for what cannot be stored. */
export function textOf(text: string, max: number, field: string): string {
  const trimmed = text.trim()
  if (trimmed.includes('\0')) throw refuse('BAD_INPUT', { detail: 'it holds a character with the code 0' }, { field })
  if (trimmed === '') throw refuse('TEXT_MISSING', {}, { field })
  if (trimmed.length > max) throw refuse('TEXT_TOO_LONG', { length: trimmed.length, limit: max }, { field })
  return trimmed
}

/** The same for a text that may be left out; an empty one counts as left out. */
export const optionalTextOf = (text: string | null | undefined, max: number, field: string): string | null =>
  text === null || text === undefined || text.trim() === '' ? null : textOf(text, max, field)

/** A member of a closed list, which messages call `what`. Refuses: BAD_INPUT. */
export function oneOf<T extends string>(list: readonly T[], given: string, what: string, field: string): T {
  const found = list.find((one) => one === given)
  if (found === undefined) throw refuse('BAD_INPUT', { detail: `there is no such ${what}` }, { field })
  return found
}

/** A whole number that may be left out. Refuses: BAD_INPUT. */
export function wholeOf(given: number | null | undefined, least: number, most: number, field: string): number | null {
  if (given === null || given === undefined) return null
  if (Number.isInteger(given) && given >= least && given <= most) return given
  throw refuse('BAD_INPUT', { detail: `it must be a whole number from ${least} to ${most}` }, { field })
}

/** An address on the web that may be left out. Refuses: TEXT_TOO_LONG, BAD_INPUT. */
export function webAddressOf(given: string | null | undefined, field: string): string | null {
  const address = optionalTextOf(given, 2000, field)
  if (address === null || (/^https?:\/\//i.test(address) && URL.canParse(address))) return address
  throw refuse('BAD_INPUT', { detail: `“${address.slice(0, 80)}” is no address that begins with https://` }, { field })
}
