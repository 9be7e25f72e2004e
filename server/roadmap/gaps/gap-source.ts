import { isPartialDate } from '#schema/vocabulary/register.js'
import { refuse } from '#server/platform/errors/index.js'
import { givenOptionalText, type GivenSource } from '#server/roadmap/provenance/index.js'

/** On what somebody rests what they hand in, as in the SDL. */
export interface HandedSource {
  readonly source?: string | null
  readonly evidenceOn?: string | null
  readonly isConfirmed?: boolean | null
}

/**
 * The source that a person hands in. What they call confirmed names where they read it, and it is they who checked it. [SO-1]
 * Refuses: TEXT_MISSING for a confirmed fact without a source, TEXT_TOO_LONG, NO_SUCH_DAY, BAD_INPUT for evidence that is still to come.
 */
export function handedSource(
  { viewer, now }: { readonly viewer: { readonly personId: string | null }; readonly now: Date },
  given: HandedSource,
): GivenSource {
  const source = givenOptionalText(given.source, 2000, 'input.source')
  const isConfirmed = given.isConfirmed ?? false
  if (isConfirmed && source === null) throw refuse('TEXT_MISSING', {}, { field: 'input.source' })
  const asOf = given.evidenceOn?.trim() || null
  if (asOf !== null) notToCome(asOf, now, 'input.evidenceOn')
  return {
    source,
    confidence: isConfirmed ? 'VERIFIED' : 'MEMORY',
    asOf,
    checkedBy: isConfirmed ? viewer.personId : null,
  }
}

/** A day, month or year that has begun, wherever on earth that is. Refuses: NO_SUCH_DAY, BAD_INPUT for one that is still to come. [SO-4] */
export function notToCome(date: string, now: Date, field: string): void {
  if (!isPartialDate(date)) throw refuse('NO_SUCH_DAY', { day: date.slice(0, 20) }, { field })
  const latest = new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, date.length)
  if (date > latest) throw refuse('BAD_INPUT', { detail: `${date} is still to come` }, { field })
}
