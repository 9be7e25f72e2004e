import type { Visibility } from '#schema/generated/operations.js'

const narrowing: readonly Visibility[] = ['PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT']

/** Who may be let in to something of a group: nobody who may not see the group. */
export const visibilitiesWithin = (group: Visibility): readonly Visibility[] =>
  narrowing.slice(narrowing.indexOf(group))
