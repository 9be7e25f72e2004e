import type { ActionState } from '#schema/vocabulary/decisions.js'

/** Where an action may go from where it stands; what was done or called off can be taken up again. A test sees that each can be reached. [AC-1] */
const steps: Readonly<Record<ActionState, readonly ActionState[]>> = {
  NEEDS_ACTION: ['IN_PROCESS', 'COMPLETED', 'CANCELLED'],
  IN_PROCESS: ['COMPLETED', 'CANCELLED', 'NEEDS_ACTION'],
  COMPLETED: ['IN_PROCESS'],
  CANCELLED: ['NEEDS_ACTION'],
}

export const actionSteps = (from: ActionState): readonly ActionState[] => steps[from]

/** Whether it is still to be done. */
export const isToBeDone = (state: ActionState): boolean => state === 'NEEDS_ACTION' || state === 'IN_PROCESS'

/** Whether it is late: still to be done on `today`, after its day or the last day of its meeting. [AC-3] */
export const isOverdue = (state: ActionState, dueOn: string | null, today: string): boolean =>
  isToBeDone(state) && dueOn !== null && dueOn < today
