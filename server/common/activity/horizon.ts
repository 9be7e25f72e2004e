/**
 * The horizon: every transaction below it that writes to this database has ended. A statement that runs after this one sees all their events,
 * and no other can appear below. Asked separately, because a statement reads the state of the moment at which it began.
 */
export const horizonSql = 'select settled_before() as horizon'

/** What `horizonSql` answers. */
export type HorizonRow = { horizon: number }
