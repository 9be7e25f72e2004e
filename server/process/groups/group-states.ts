import type { GroupState } from '#schema/vocabulary/groups.js'

/**
 * State → states that it may become. A group that its parent's meeting made is ESTABLISHED at once; one made between meetings may start work
 * and is confirmed, or not, at the next. Each extension is a step of its own. [FG-2; ITU-T A.7 cl. 2.1]
 */
export const groupSteps: Readonly<Record<GroupState, readonly GroupState[]>> = {
  PROPOSED: ['ESTABLISHED_PROVISIONAL', 'ESTABLISHED', 'CONCLUDED'],
  ESTABLISHED_PROVISIONAL: ['ESTABLISHED', 'CONCLUDED'],
  ESTABLISHED: ['EXTENDED', 'CONCLUDED'],
  EXTENDED: ['EXTENDED', 'CONCLUDED'],
  CONCLUDED: [],
}

/** Whether a group may go from one state to the other. */
export const mayBecome = (from: GroupState, to: GroupState): boolean => groupSteps[from].includes(to)
