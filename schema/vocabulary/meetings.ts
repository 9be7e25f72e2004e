/** What a meeting can be and what each state allows: the one table that server, screens and help page go by. Meanings: docs/rules/process.md. */

/** PLANNED, ANNOUNCED, CLOSED and CANCELLED are stored; RUNNING and ENDED are what the calendar says of the first two. */
export const meetingStates = ['PLANNED', 'ANNOUNCED', 'RUNNING', 'ENDED', 'CLOSED', 'CANCELLED'] as const
export type MeetingState = (typeof meetingStates)[number]

/** Whether a meeting is behind its group: by the calendar, or because it was closed, which may be on its last day. [MT-14] */
export const isOver = (state: MeetingState): boolean => state === 'ENDED' || state === 'CLOSED'

/** How the meetings of a series follow each other: by weeks, or on the same weekday of a month; an SDL enum of the same members. [SE-1] */
export const seriesSteps = ['WEEKS', 'MONTHS'] as const
export type SeriesEvery = (typeof seriesSteps)[number]

/** So many meetings are called at once. [SE-1] */
export const MOST_IN_SERIES = 60

/** So many weeks or months lie between two meetings of a series at most. */
export const LONGEST_STEP = 26

/** What can be done with a meeting; an SDL enum of the same members. */
export const meetingActions = [
  'READ',
  'EDIT',
  'MOVE',
  'ANNOUNCE',
  'CANCEL',
  'PUBLISH_DATES',
  'REMIND',
  'CLOSE',
  'REOPEN',
] as const
export type MeetingAction = (typeof meetingActions)[number]

/** Who may: whoever sees the meeting; chair, vice-chairs and secretariat; whoever chairs. Administrators may all of it. */
export const meetingActors = ['VIEWER', 'MANAGEMENT', 'CHAIR'] as const
export type MeetingActor = (typeof meetingActors)[number]

/** OFFERED: there is a button for it. POSSIBLE: not what one does in this state, but it can be done, to put a record right. */
export type Openness = 'OFFERED' | 'POSSIBLE'

/** One row of the table. */
export interface MeetingRule {
  readonly who: MeetingActor
  readonly states: Readonly<Partial<Record<MeetingState, Openness>>>
  /** The state that it leads to, where it leads to one. */
  readonly leadsTo: MeetingState | null
}

/** Action by state and role. The record of a meeting can be mended when it is over, its days stand; once it is closed, nothing changes. [MT-3, MT-10] */
export const meetingTable: Readonly<Record<MeetingAction, MeetingRule>> = {
  READ: {
    who: 'VIEWER',
    states: {
      PLANNED: 'OFFERED',
      ANNOUNCED: 'OFFERED',
      RUNNING: 'OFFERED',
      ENDED: 'OFFERED',
      CLOSED: 'OFFERED',
      CANCELLED: 'OFFERED',
    },
    leadsTo: null,
  },
  ANNOUNCE: {
    who: 'MANAGEMENT',
    states: { PLANNED: 'OFFERED', ANNOUNCED: 'POSSIBLE', RUNNING: 'POSSIBLE', ENDED: 'POSSIBLE' },
    leadsTo: 'ANNOUNCED',
  },
  MOVE: {
    who: 'MANAGEMENT',
    states: { PLANNED: 'OFFERED', ANNOUNCED: 'OFFERED', RUNNING: 'POSSIBLE' },
    leadsTo: null,
  },
  EDIT: {
    who: 'MANAGEMENT',
    states: { PLANNED: 'OFFERED', ANNOUNCED: 'OFFERED', RUNNING: 'OFFERED', ENDED: 'OFFERED' },
    leadsTo: null,
  },
  PUBLISH_DATES: {
    who: 'MANAGEMENT',
    states: { PLANNED: 'OFFERED', ANNOUNCED: 'OFFERED', RUNNING: 'OFFERED', ENDED: 'OFFERED' },
    leadsTo: null,
  },
  REMIND: {
    who: 'MANAGEMENT',
    states: { PLANNED: 'OFFERED', ANNOUNCED: 'OFFERED', RUNNING: 'OFFERED', ENDED: 'OFFERED', CLOSED: 'OFFERED' },
    leadsTo: null,
  },
  CANCEL: {
    who: 'MANAGEMENT',
    states: { PLANNED: 'OFFERED', ANNOUNCED: 'OFFERED', RUNNING: 'POSSIBLE' },
    leadsTo: 'CANCELLED',
  },
  CLOSE: { who: 'CHAIR', states: { RUNNING: 'POSSIBLE', ENDED: 'OFFERED' }, leadsTo: 'CLOSED' },
  REOPEN: { who: 'CHAIR', states: { CLOSED: 'OFFERED' }, leadsTo: 'ENDED' },
}

/** Whether anybody can do it in this state at all. */
export const isPossible = (action: string, state: MeetingState): boolean =>
  meetingTable[action as MeetingAction]?.states[state] !== undefined

/** Whether there is a button for it. */
export const isOffered = (action: MeetingAction, state: MeetingState): boolean =>
  meetingTable[action].states[state] === 'OFFERED'

/** The actions by the permission that the server asks: `PUBLISH_DATES` is `publishDates`. */
export const permissionOf = (action: MeetingAction): string =>
  action.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
