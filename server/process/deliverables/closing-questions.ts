import { isInForce, type GapStanding, type ItemState } from '#schema/vocabulary/register.js'

interface Asked<G, I> {
  readonly gap: G
  readonly item: I
}

/**
 * What publication asks about the gaps that a deliverable was meant to close: each that is open, by each item in force that it became. Nothing closes by
 * itself: closing is a recorded decision. [GA-3, DV-8]
 */
export const closingQuestions = <
  G extends { readonly standing: GapStanding; readonly replacementId: string | null },
  I extends { readonly state: ItemState },
>(
  gaps: readonly G[],
  became: readonly I[],
): Asked<G, I>[] =>
  gaps
    .filter(({ standing, replacementId }) => standing !== 'CLOSED' && replacementId === null)
    .flatMap((gap) => became.filter(({ state }) => isInForce(state)).map((item) => ({ gap, item })))
