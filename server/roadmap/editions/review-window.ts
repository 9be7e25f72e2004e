import type { EditionState } from '#schema/vocabulary/register.js'

export interface ReviewWindow {
  readonly state: EditionState
  readonly reviewOpensAt: Date | null
  /** First instant that is too late. */
  readonly reviewClosesAt: Date | null
}

/** Where a public review stands: not called, still to come, open, or over. [GA-5, ED-10] */
export type ReviewStanding = 'NONE' | 'TO_COME' | 'OPEN' | 'OVER'

/** The first instant of the review is in it, the closing instant is not. Once it is frozen, every review is over. */
export function reviewStanding({ state, reviewOpensAt, reviewClosesAt }: ReviewWindow, now: Date): ReviewStanding {
  if (reviewOpensAt === null || reviewClosesAt === null) return 'NONE'
  if (state !== 'REVIEW') return 'OVER'
  if (now < reviewOpensAt) return 'TO_COME'
  return now < reviewClosesAt ? 'OPEN' : 'OVER'
}
