import type { Confidence, Source } from '#schema/vocabulary/register.js'
import { isPartialDate } from '#schema/vocabulary/register.js'
import { refuse } from '#server/platform/errors/index.js'
import type { Sourced } from './sourced.entity.js'

/** Where a fact that is written down comes from. What is left out is not known; a fact without confidence is from memory. */
export type GivenSource = Partial<Source>

type SourceColumns = Omit<Sourced, 'revision'>

/**
 * The columns for a source. Evidence dated to a month or a year counts from its first day, so that it never looks fresher than it is.
 * Refuses: BAD_INPUT for a date that does not exist.
 */
export function sourceColumns(given: GivenSource): SourceColumns {
  return {
    source: given.source ?? null,
    confidence: given.confidence ?? 'MEMORY',
    evidenceOn: dayOf(given.asOf, 'provenance.asOf'),
    checkedById: given.checkedBy ?? null,
    checkAgainOn: dayOf(given.checkAgainOn, 'provenance.checkAgainOn'),
  }
}

/** What the API shows of them. */
export interface Provenance {
  readonly source: string | null
  readonly confidence: Confidence
  readonly asOf: string | null
  readonly checkedById: string | null
  readonly checkAgainOn: string | null
}

export const provenanceOf = (row: SourceColumns): Provenance => ({
  source: row.source,
  confidence: row.confidence,
  asOf: row.evidenceOn,
  checkedById: row.checkedById,
  checkAgainOn: row.checkAgainOn,
})

function dayOf(day: string | null | undefined, field: string): string | null {
  if (day == null) return null
  if (isPartialDate(day)) return `${day}-01-01`.slice(0, 10)
  throw refuse('BAD_INPUT', { detail: `${day.slice(0, 20)} is no day of the calendar` }, { field })
}
