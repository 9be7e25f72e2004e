/** How the states of the register look. Shape and word tell them apart; the tone only helps. */
import type {
  Assessment,
  CaseState,
  CoverageDegree,
  GapStanding,
  ItemState,
  OverlapVerdict,
  Priority,
} from '#schema/vocabulary/register.js'
import type { ShapeName, Tone } from '../../ui/index.js'

export interface Look {
  readonly tone: Tone
  readonly shape: ShapeName
}

export const stateLook: Readonly<Record<ItemState, Look>> = {
  PROPOSED: { tone: 'progress', shape: 'ring' },
  IN_DEVELOPMENT: { tone: 'progress', shape: 'quarter' },
  IN_APPROVAL: { tone: 'progress', shape: 'half' },
  APPROVED_UNPUBLISHED: { tone: 'progress', shape: 'square' },
  PUBLISHED: { tone: 'good', shape: 'full' },
  UNDER_REVIEW: { tone: 'attention', shape: 'triangle' },
  SUPERSEDED: { tone: 'quiet', shape: 'dash' },
  WITHDRAWN: { tone: 'bad', shape: 'cross' },
  CANCELLED: { tone: 'bad', shape: 'cross' },
  UNKNOWN: { tone: 'quiet', shape: 'hatch' },
}

export const standingLook: Readonly<Record<GapStanding, Look>> = {
  OPEN: { tone: 'attention', shape: 'diamond' },
  PARTIALLY_ADDRESSED: { tone: 'progress', shape: 'half' },
  IN_PROGRESS: { tone: 'progress', shape: 'quarter' },
  CLOSED: { tone: 'good', shape: 'full' },
}

export const priorityLook: Readonly<Record<Priority, Look>> = {
  HIGH: { tone: 'attention', shape: 'triangle' },
  MEDIUM: { tone: 'quiet', shape: 'half' },
  LOW: { tone: 'quiet', shape: 'ring' },
}

export const degreeLook: Readonly<Record<CoverageDegree, Look>> = {
  FULL: { tone: 'good', shape: 'full' },
  PARTIAL: { tone: 'progress', shape: 'half' },
  NONE: { tone: 'attention', shape: 'ring' },
  UNKNOWN: { tone: 'quiet', shape: 'hatch' },
}

export const assessmentLook: Readonly<Record<Assessment, Look>> = {
  MEETS: { tone: 'good', shape: 'full' },
  PARTLY: { tone: 'progress', shape: 'half' },
  DOES_NOT: { tone: 'attention', shape: 'cross' },
  NOT_ASSESSED: { tone: 'quiet', shape: 'hatch' },
}

export const caseLook: Readonly<Record<CaseState, Look>> = {
  OPEN: { tone: 'attention', shape: 'diamond' },
  IN_DISCUSSION: { tone: 'progress', shape: 'quarter' },
  AGREED: { tone: 'progress', shape: 'half' },
  CLOSED: { tone: 'good', shape: 'full' },
  WITHDRAWN: { tone: 'quiet', shape: 'cross' },
}

export const verdictLook: Readonly<Record<OverlapVerdict, Look>> = {
  DUPLICATE: { tone: 'attention', shape: 'square' },
  OVERLAP: { tone: 'attention', shape: 'half' },
  COMPLEMENT: { tone: 'good', shape: 'quarter' },
  CONFLICT: { tone: 'bad', shape: 'triangle' },
  ALIGNED: { tone: 'good', shape: 'full' },
  DEPENDS_ON: { tone: 'quiet', shape: 'ring' },
}
