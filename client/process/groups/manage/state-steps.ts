import type { GroupStep } from '#schema/generated/operations.js'

/** Steps that change the state of a group by themselves, in the order of its life; an extension is a decision of its own. */
export const stateSteps = ['START_PROVISIONALLY', 'ESTABLISH', 'CONFIRM', 'CONCLUDE'] as const satisfies GroupStep[]
