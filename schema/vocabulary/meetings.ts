/** The closed list of what a meeting can be; an SDL enum of the same members. Meanings and sources: docs/rules/process.md. */

/** PLANNED, ANNOUNCED and CANCELLED are stored; RUNNING and ENDED are what the calendar says of the others. */
export const meetingStates = ['PLANNED', 'ANNOUNCED', 'RUNNING', 'ENDED', 'CANCELLED'] as const
export type MeetingState = (typeof meetingStates)[number]
