/** What people hand in about an item, checked: each function gives back what is kept, or refuses and names the field. */
import { naturalSortKey, normalise } from '#schema/vocabulary/designation.js'
import { isPartialDate, type DateKind } from '#schema/vocabulary/register.js'
import { refuse } from '#server/platform/errors/index.js'

/** The longest that is kept, in characters. */
export const longest = { title: 1000, scopeNote: 2000, equivalent: 200, url: 2000, reason: 1000, stage: 200 } as const

const mostEntries = 50

/** A text of 1 to `max` characters, without blanks around it. Refuses: TEXT_MISSING, TEXT_TOO_LONG, BAD_INPUT for what cannot be stored. */
export function textOf(given: string, max: number, field: string): string {
  const text = given.trim()
  const length = [...text].length
  if (text.includes('\0')) throw refuse('BAD_INPUT', { detail: 'it holds a character with the code 0' }, { field })
  if (text === '') throw refuse('TEXT_MISSING', {}, { field })
  if (length > max) throw refuse('TEXT_TOO_LONG', { length, limit: max }, { field })
  return text
}

/** The same for a text that may be left out; an empty one counts as left out. */
export const optionalTextOf = (given: string | null | undefined, max: number, field: string): string | null =>
  given == null || given.trim() === '' ? null : textOf(given, max, field)

/** Several texts without repetition, 50 at most. Refuses as `textOf`, and BAD_INPUT for too many. */
export function textsOf(given: readonly string[], max: number, field: string): string[] {
  if (given.length > mostEntries) {
    throw refuse('BAD_INPUT', { detail: `there are ${given.length}, and ${mostEntries} fit` }, { field })
  }
  return [...new Set(given.map((text) => textOf(text, max, field)))]
}

/** A date as precise as it is known: `2026`, `2026-03`, `2026-03-14`. Refuses: NO_SUCH_DATE. [SO-4] */
export function dateOf(given: string, field: string): string {
  const date = given.trim()
  if (!isPartialDate(date)) throw refuse('NO_SUCH_DATE', { date: date.slice(0, 20) }, { field })
  return date
}

/** Dates by kind. Refuses: NO_SUCH_DATE, at `<field>.<kind>`. */
export function datesOf(given: Partial<Record<DateKind, string>>, field: string): Partial<Record<DateKind, string>> {
  return Object.fromEntries(Object.entries(given).map(([kind, on]) => [kind, dateOf(on, `${field}.${kind}`)]))
}

/** An address on the web. Refuses: TEXT_TOO_LONG, BAD_INPUT for what is no http or https address. */
export function addressOf(given: string, field: string): string {
  const address = textOf(given, longest.url, field)
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    throw refuse(
      'BAD_INPUT',
      { detail: `“${address.slice(0, 80)}” is no address that begins with https://` },
      { field },
    )
  }
  return address
}

/** The columns of a name: how it is written and how it sorts. Refuses: TEXT_MISSING, BAD_INPUT, TEXT_TOO_LONG. */
export function nameColumns(given: string, givenTitle: string | null, field = 'designation') {
  const designation = given.trim()
  if (designation === '') throw refuse('TEXT_MISSING', {}, { field })
  if (normalise(designation) === '') {
    throw refuse(
      'BAD_INPUT',
      { detail: 'a designation has 1 to 200 characters, with a letter or a digit among them' },
      { field },
    )
  }
  const title = optionalTextOf(givenTitle, longest.title, field.replace('designation', 'title'))
  return { designation, designationSort: naturalSortKey(designation), title }
}
