import type { Priority } from '#schema/vocabulary/register.js'
import { refuse } from '#server/platform/errors/index.js'

/** CASE: each 1 (low) to 3 (high). `scope` is about resources, and fewer needed means a higher score. [GA-1] */
export interface CaseScores {
  readonly criticality: number
  readonly achievability: number
  readonly scope: number
  readonly effect: number
}

/** Lowest sums that still count as high and as medium. */
export interface PriorityBands {
  readonly high: number
  readonly medium: number
}

export const defaultBands: PriorityBands = { high: 10, medium: 7 }

const parts = ['criticality', 'achievability', 'scope', 'effect'] as const

/** The sum of the four scores, 4 to 12. Refuses: SCORE_OUT_OF_RANGE. [GA-1] */
export function caseSum(scores: CaseScores): number {
  for (const part of parts) {
    if (![1, 2, 3].includes(scores[part])) throw refuse('SCORE_OUT_OF_RANGE', { part }, { field: `case.${part}` })
  }
  return parts.reduce((sum, part) => sum + scores[part], 0)
}

/** The priority that the scores suggest. A person may set another one, with a reason. Refuses: SCORE_OUT_OF_RANGE. [GA-1] */
export function suggestedPriority(scores: CaseScores, bands: PriorityBands = defaultBands): Priority {
  const sum = caseSum(scores)
  if (sum >= bands.high) return 'HIGH'
  return sum >= bands.medium ? 'MEDIUM' : 'LOW'
}
