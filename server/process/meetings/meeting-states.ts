import type { MeetingState } from '#schema/vocabulary/meetings.js'
import type { CalendarDay } from '#server/platform/time/index.js'

/** What people decide; the calendar adds the rest. */
export type StoredMeetingState = Extract<MeetingState, 'PLANNED' | 'ANNOUNCED' | 'CANCELLED'>

/** State → states that it may become, by a decision or by the passing of days. */
export const meetingSteps: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  PLANNED: ['ANNOUNCED', 'RUNNING', 'CANCELLED'],
  ANNOUNCED: ['RUNNING', 'CANCELLED'],
  RUNNING: ['ENDED', 'CANCELLED'],
  ENDED: [],
  CANCELLED: [],
}

interface Days {
  readonly state: StoredMeetingState
  readonly startsOn: CalendarDay
  readonly endsOn: CalendarDay
}

/** The state of a meeting on `today`, a day of its place. A meeting that nobody announced runs and ends all the same. [MT-2] */
export function stateOn({ state, startsOn, endsOn }: Days, today: CalendarDay): MeetingState {
  if (state === 'CANCELLED') return 'CANCELLED'
  if (today > endsOn) return 'ENDED'
  return today >= startsOn ? 'RUNNING' : state
}

/** What can be done in which state, by whoever may do it at all. The record of a meeting can be mended when it is over; its days stand. [MT-3] */
const possible: Readonly<Record<string, readonly MeetingState[]>> = {
  READ: ['PLANNED', 'ANNOUNCED', 'RUNNING', 'ENDED', 'CANCELLED'],
  EDIT: ['PLANNED', 'ANNOUNCED', 'RUNNING', 'ENDED'],
  MOVE: ['PLANNED', 'ANNOUNCED', 'RUNNING'],
  ANNOUNCE: ['PLANNED', 'ANNOUNCED', 'RUNNING', 'ENDED'],
  CANCEL: ['PLANNED', 'ANNOUNCED', 'RUNNING'],
  PUBLISH_DATES: ['PLANNED', 'ANNOUNCED', 'RUNNING', 'ENDED'],
  REMIND: ['PLANNED', 'ANNOUNCED', 'RUNNING', 'ENDED'],
}

export const isPossible = (permission: string, state: MeetingState): boolean =>
  possible[permission]?.includes(state) ?? false
