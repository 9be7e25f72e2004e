import type { Priority } from '#schema/vocabulary/register.js'
import { refuse } from '#server/platform/errors/index.js'
import { suggestedPriority, type CaseScores } from './case-score.js'

/** The four scores as a gap holds them. */
export type HeldScores = { readonly [part in keyof CaseScores]: number | null }

/** The scores, or null when the gap was not scored. */
export function scoresOf({ criticality, achievability, scope, effect }: HeldScores): CaseScores | null {
  if (criticality === null || achievability === null || scope === null || effect === null) return null
  return { criticality, achievability, scope, effect }
}

/** What the scores suggest; null when the gap was not scored. [GA-1] */
export function suggestionFor(gap: HeldScores): Priority | null {
  const scores = scoresOf(gap)
  return scores && suggestedPriority(scores)
}

/** A person's word, as a gap holds it: only where it says more than the scores do. */
export interface PriorityWord {
  readonly priority: Priority | null
  readonly priorityReason: string | null
}

/**
 * What is kept of a chosen priority: nothing when it is the suggested one, the reason only beside another one.
 * Refuses: REASON_NEEDED when it differs from the suggestion and nobody said why. [GA-1]
 */
export function chosenPriority(
  scores: HeldScores,
  { priority, priorityReason }: PriorityWord,
  field = 'priorityReason',
): PriorityWord {
  const suggested = suggestionFor(scores)
  if (priority === null || priority === suggested) return { priority: null, priorityReason: null }
  const reason = priorityReason?.trim() || null
  if (suggested !== null && reason === null) throw refuse('REASON_NEEDED', { suggested }, { field })
  return { priority, priorityReason: reason }
}
