import type { MeetingState } from '#schema/vocabulary/meetings.js'
import type { RoomState } from '#schema/vocabulary/proceedings.js'

/** The room opens by itself for the days of the meeting; before them the chair may open it to rehearse. [RO-1] */
export function roomStateOf(meeting: MeetingState, isRehearsal: boolean): RoomState {
  if (meeting === 'RUNNING') return 'OPEN'
  return isRehearsal && (meeting === 'PLANNED' || meeting === 'ANNOUNCED') ? 'REHEARSAL' : 'CLOSED'
}
