import type { GroupState } from '#schema/generated/operations.js'
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
