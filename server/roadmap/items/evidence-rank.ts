import type { Confidence, StateBasis } from '#schema/vocabulary/register.js'
import { isSurelyBefore } from './partial-dates.js'

/** What is known of where an item stands, as far as it decides which of two findings holds. */
export interface Finding {
  readonly basis: StateBasis
  readonly confidence: Confidence
  /** When it was so: the day of the stage, else of the evidence, else the day on which it was noted. As precise as known. */
  readonly on: string
}

/**
 * How good a finding is: one that says nothing is the poorest; then what is confirmed counts more than what is remembered, and of two alike the
 * body's own stage more than the bare status of a catalogue. [IT-10]
 */
export function gradeOf({ basis, confidence }: Pick<Finding, 'basis' | 'confidence'>): number {
  if (basis === 'UNKNOWN') return 0
  return 1 + (confidence === 'VERIFIED' ? 2 : 0) + (basis === 'NATIVE_STAGE' ? 1 : 0)
}

/** Why a finding does not take the place of the one that holds. */
export type Shortcoming = 'POORER' | 'EARLIER'

/**
 * Whether a finding may take the place of the one that holds: null when it may. A poorer one never does, however new; of two as good, one that
 * is surely older does not. [IT-10]
 */
export function shortcomingOf(given: Finding, held: Finding): Shortcoming | null {
  const better = gradeOf(given) - gradeOf(held)
  if (better < 0) return 'POORER'
  return better === 0 && isSurelyBefore(given.on, held.on) ? 'EARLIER' : null
}
