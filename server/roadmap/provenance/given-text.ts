import { refuse } from '#server/platform/errors/index.js'

/** A text of 1 to `max` characters, without blanks around it. Refuses: TEXT_MISSING, TEXT_TOO_LONG, BAD_INPUT for what cannot be stored. */
export function givenText(given: string, max: number, field: string): string {
  const text = given.trim()
  const length = [...text].length
  if (text.includes('\0')) throw refuse('BAD_INPUT', { detail: 'it holds a character with the code 0' }, { field })
  if (text === '') throw refuse('TEXT_MISSING', {}, { field })
  if (length > max) throw refuse('TEXT_TOO_LONG', { length, limit: max }, { field })
  return text
}

/** The same for a text that may be left out; an empty one counts as left out. */
export const givenOptionalText = (given: string | null | undefined, max: number, field: string): string | null =>
  given === null || given === undefined || given.trim() === '' ? null : givenText(given, max, field)
