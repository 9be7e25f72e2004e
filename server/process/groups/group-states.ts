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

/** What can be done with the state of a group, as the SDL enum `GroupPermission` calls it. */
export type GroupStep = 'ESTABLISH' | 'START_PROVISIONALLY' | 'CONFIRM' | 'EXTEND' | 'CONCLUDE'

/** Each step: in which states it can be taken, and to which state it leads. One table for the server, the buttons and the help. [FG-2, GS-8] */
export const stepTable: Readonly<Record<GroupStep, { readonly from: readonly GroupState[]; readonly to: GroupState }>> =
  {
    START_PROVISIONALLY: { from: ['PROPOSED'], to: 'ESTABLISHED_PROVISIONAL' },
    ESTABLISH: { from: ['PROPOSED'], to: 'ESTABLISHED' },
    CONFIRM: { from: ['ESTABLISHED_PROVISIONAL'], to: 'ESTABLISHED' },
    EXTEND: { from: ['ESTABLISHED', 'EXTENDED'], to: 'EXTENDED' },
    CONCLUDE: { from: ['PROPOSED', 'ESTABLISHED_PROVISIONAL', 'ESTABLISHED', 'EXTENDED'], to: 'CONCLUDED' },
  }

/** Whether a permission can be used in a state; those that are no steps can in any. */
export const isOpen = (permission: string, state: GroupState): boolean =>
  permission in stepTable ? stepTable[permission as GroupStep].from.includes(state) : true
