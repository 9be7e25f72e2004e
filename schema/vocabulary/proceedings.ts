/** The closed lists of the live room. The lists are SDL enums of the same members. Meanings: docs/rules/process.md (RO). */

/** Whether a room can be entered. REHEARSAL: before the meeting, and nothing of it stays. */
export const roomStates = ['CLOSED', 'REHEARSAL', 'OPEN'] as const
export type RoomState = (typeof roomStates)[number]

/** Where somebody stands who asked to speak. */
export const speechStates = ['WAITING', 'SPEAKING', 'DONE', 'WITHDRAWN'] as const
export type SpeechState = (typeof speechStates)[number]

/** What rows approved together can come to. */
export const blockOutcomes = ['NOTED', 'AGREED', 'APPROVED'] as const
export type BlockOutcome = (typeof blockOutcomes)[number]

/** Where the chair goes from the row the room is at. */
export const roomSteps = ['NEXT', 'PREVIOUS'] as const
export type RoomStep = (typeof roomSteps)[number]
