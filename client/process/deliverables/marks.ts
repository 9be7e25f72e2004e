import type { DeliverableState } from '#schema/generated/operations.js'
import type { ShapeName, Tone } from '../../ui/index.js'

/** How the state of a deliverable is marked: the fuller the shape, the further it has come. */
export const deliverableMarks: Readonly<Record<DeliverableState, Readonly<{ tone: Tone; shape: ShapeName }>>> = {
  PROPOSED: { tone: 'quiet', shape: 'ring' },
  IN_DRAFTING: { tone: 'progress', shape: 'quarter' },
  WG_STABLE: { tone: 'progress', shape: 'half' },
  FG_REVIEW: { tone: 'progress', shape: 'half' },
  FG_APPROVED: { tone: 'progress', shape: 'full' },
  SUBMITTED_TO_PARENT: { tone: 'progress', shape: 'full' },
  TAKEN_UP: { tone: 'good', shape: 'full' },
  NOTED: { tone: 'quiet', shape: 'square' },
  RETURNED: { tone: 'attention', shape: 'triangle' },
  ON_HOLD: { tone: 'attention', shape: 'dash' },
  MERGED: { tone: 'quiet', shape: 'dash' },
  DROPPED: { tone: 'bad', shape: 'cross' },
}
