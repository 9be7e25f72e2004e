import type { DeliverableState, GroupState } from '#schema/generated/operations.js'
import type { ShapeName, Tone } from '../../ui/index.js'

type Mark = Readonly<{ tone: Tone; shape: ShapeName }>

/** How the state of a group is marked: shape and hue beside the word. */
export const groupMarks: Readonly<Record<GroupState, Mark>> = {
  PROPOSED: { tone: 'quiet', shape: 'ring' },
  ESTABLISHED_PROVISIONAL: { tone: 'progress', shape: 'half' },
  ESTABLISHED: { tone: 'good', shape: 'full' },
  EXTENDED: { tone: 'good', shape: 'full' },
  CONCLUDED: { tone: 'quiet', shape: 'square' },
}

/** The same for a deliverable: the fuller the shape, the further it has come. */
export const deliverableMarks: Readonly<Record<DeliverableState, Mark>> = {
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
