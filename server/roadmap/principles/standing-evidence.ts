import type { Assessment } from '#schema/vocabulary/register.js'
import { refuse } from '#server/platform/errors/index.js'

/** What is handed in to show how an item stands against a principle. */
export interface StandWords {
  readonly assessment: Assessment
  readonly clause: string | null
  readonly evidence: string | null
  readonly source: string | null
}

/**
 * Who says that an item meets a principle, wholly or in part, names a clause or quotes it; who says that it does not, at least where they looked.
 * Refuses: STAND_WITHOUT_EVIDENCE. [PR-6]
 */
export function requireShown({ assessment, clause, evidence, source }: StandWords): void {
  const isShown = {
    MEETS: clause !== null || evidence !== null,
    PARTLY: clause !== null || evidence !== null,
    DOES_NOT: clause !== null || evidence !== null || source !== null,
    NOT_ASSESSED: true,
  }[assessment]
  if (!isShown) throw refuse('STAND_WITHOUT_EVIDENCE', { assessment }, { field: 'input.clause' })
}
