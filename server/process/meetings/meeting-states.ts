import { isOver, type MeetingState } from '#schema/vocabulary/meetings.js'
import { dayIn, type CalendarDay } from '#server/platform/time/index.js'

/** What people decide; the calendar adds the rest. */
export type StoredMeetingState = Extract<MeetingState, 'PLANNED' | 'ANNOUNCED' | 'CLOSED' | 'CANCELLED'>

/** State → states that it may become, by a decision or by the passing of days. What is done in which state: schema/vocabulary/meetings.ts. */
export const meetingSteps: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  PLANNED: ['ANNOUNCED', 'RUNNING', 'CANCELLED'],
  ANNOUNCED: ['RUNNING', 'CANCELLED'],
  RUNNING: ['ENDED', 'CLOSED', 'CANCELLED'],
  ENDED: ['CLOSED'],
  CLOSED: ['ENDED'],
  CANCELLED: [],
}

interface Days {
  readonly state: StoredMeetingState
  readonly startsOn: CalendarDay
  readonly endsOn: CalendarDay
}

/** The state of a meeting on `today`, a day of its place. A meeting that nobody announced runs and ends all the same. [MT-2] */
export function stateOn({ state, startsOn, endsOn }: Days, today: CalendarDay): MeetingState {
  if (state === 'CANCELLED' || state === 'CLOSED') return state
  if (today > endsOn) return 'ENDED'
  return today >= startsOn ? 'RUNNING' : state
}

/** The same at an instant: over by the calendar of its place, or because it was closed. Called off is not over. [MT-14] */
export const isOverAt = (meeting: Days & { readonly zone: string }, now: Date): boolean =>
  isOver(stateOn(meeting, dayIn(now, meeting.zone)))
