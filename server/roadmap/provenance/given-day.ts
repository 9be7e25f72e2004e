import { isPartialDate } from '#schema/vocabulary/register.js'
import { refuse } from '#server/platform/errors/index.js'

/** A whole day; null when none was given. Refuses: NO_SUCH_DAY. [SO-4] */
export function givenDay(given: string | null | undefined, field: string): string | null {
  if (given === null || given === undefined) return null
  const day = given.trim()
  if (day.length !== 10 || !isPartialDate(day)) throw refuse('NO_SUCH_DAY', { day: day.slice(0, 20) }, { field })
  return day
}
