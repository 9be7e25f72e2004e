import type { ContributionPhase } from '#schema/vocabulary/contributions.js'
import type { ShapeName, Tone } from '../../ui/index.js'

/** How the place where a contribution stands is marked: shape and hue beside the word. */
export const phaseMarks: Readonly<Record<ContributionPhase, { tone: Tone; shape: ShapeName }>> = {
  RESERVED: { tone: 'quiet', shape: 'ring' },
  SUBMITTED: { tone: 'good', shape: 'full' },
  ON_TIME: { tone: 'good', shape: 'full' },
  LATE_PENDING: { tone: 'progress', shape: 'half' },
  ADMITTED_LATE: { tone: 'good', shape: 'half' },
  HELD_FOR_NEXT: { tone: 'progress', shape: 'ring' },
  WITHDRAWN: { tone: 'bad', shape: 'cross' },
  LAPSED: { tone: 'quiet', shape: 'cross' },
}
