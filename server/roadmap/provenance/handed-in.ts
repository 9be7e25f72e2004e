import { isPartialDate, type Confidence } from '#schema/vocabulary/register.js'
import { refuse } from '#server/platform/errors/index.js'
import type { GivenSource } from './provenance.js'

/** As in the SDL. */
export interface SourceInput {
  readonly source?: string | null
  readonly confidence?: Confidence | null
  readonly asOf?: string | null
  readonly checkAgainOn?: string | null
}

const longest = 2000

/**
 * The source that somebody hands in with a fact. Whoever calls it confirmed has checked it, and says where. [SO-1, SO-5]
 * Refuses: SOURCE_MISSING, NO_SUCH_DATE, NO_SUCH_DAY, TEXT_TOO_LONG, BAD_INPUT for evidence that is still to come.
 */
export function handedIn(
  { viewer, now }: { viewer: { personId: string | null; isSystem: boolean }; now: Date },
  given: SourceInput | null | undefined,
  field = 'input.source',
): GivenSource {
  const source = given?.source?.trim() || null
  const confidence = given?.confidence ?? 'MEMORY'
  const asOf = given?.asOf?.trim() || null
  const checkAgainOn = given?.checkAgainOn?.trim() || null
  if (source !== null && [...source].length > longest) {
    throw refuse('TEXT_TOO_LONG', { length: [...source].length, limit: longest }, { field: `${field}.source` })
  }
  if (source?.includes('\0')) {
    throw refuse('BAD_INPUT', { detail: 'it holds a character with the code 0' }, { field: `${field}.source` })
  }
  if (confidence === 'VERIFIED' && source === null) throw refuse('SOURCE_MISSING', {}, { field: `${field}.source` })
  if (asOf !== null) notToCome(asOf, now, `${field}.asOf`)
  if (checkAgainOn !== null && (checkAgainOn.length !== 10 || !isPartialDate(checkAgainOn))) {
    throw refuse('NO_SUCH_DAY', { day: checkAgainOn.slice(0, 20) }, { field: `${field}.checkAgainOn` })
  }
  return { source, confidence, asOf, checkedBy: confidence === 'VERIFIED' ? viewer.personId : null, checkAgainOn }
}

/**
 * What was seen was seen by today, wherever on earth that is. Refuses: NO_SUCH_DATE, BAD_INPUT for a date to come.
 */
export function notToCome(date: string, now: Date, field: string): void {
  if (!isPartialDate(date)) throw refuse('NO_SUCH_DATE', { date: date.slice(0, 20) }, { field })
  const latest = new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, date.length)
  if (date > latest) throw refuse('BAD_INPUT', { detail: `${date} is still to come` }, { field })
}
