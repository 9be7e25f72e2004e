import type { MeetingState } from '#schema/generated/operations.js'
import type { ShapeName, Tone } from '../../ui/index.js'

/** How the state of a meeting is marked: shape and hue beside the word. */
export const meetingMarks: Readonly<Record<MeetingState, { tone: Tone; shape: ShapeName }>> = {
  PLANNED: { tone: 'quiet', shape: 'ring' },
  ANNOUNCED: { tone: 'progress', shape: 'half' },
  RUNNING: { tone: 'good', shape: 'full' },
  ENDED: { tone: 'quiet', shape: 'square' },
  CLOSED: { tone: 'good', shape: 'square' },
  CANCELLED: { tone: 'bad', shape: 'cross' },
}
