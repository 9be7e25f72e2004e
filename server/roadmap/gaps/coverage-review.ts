import type { CoverageDegree } from '#schema/vocabulary/register.js'
import { refuse } from '#server/platform/errors/index.js'

interface EdgeWords {
  readonly degree: CoverageDegree
  readonly clause: string | null
  readonly quote: string | null
}

/** An item that answers, wholly or in part, does so in some clause. Refuses: EVIDENCE_MISSING. [GA-11] */
export function requireEvidence({ degree, clause, quote }: EdgeWords): void {
  const answers = degree === 'FULL' || degree === 'PARTIAL'
  if (answers && clause === null && quote === null) throw refuse('EVIDENCE_MISSING', {}, { field: 'input.clause' })
}

/** Whether this person may review what was asserted: anybody but the one who asserted it. What came with a catalogue is nobody's. [GA-11] */
export const isSomebodyElse = (assertedById: string | null, personId: string | null): boolean =>
  assertedById === null || assertedById !== personId

/** Refuses: OWN_ASSERTION, DEGREE_UNKNOWN. [GA-11] */
export function requireReviewable(
  edge: { readonly assertedById: string | null; readonly degree: CoverageDegree },
  personId: string | null,
): void {
  if (!isSomebodyElse(edge.assertedById, personId)) throw refuse('OWN_ASSERTION')
  if (edge.degree === 'UNKNOWN') throw refuse('DEGREE_UNKNOWN')
}
