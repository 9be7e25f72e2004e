/** The closed lists of contributions. The lists are SDL enums of the same members. Meanings and sources: docs/rules/process.md. */

/** Where a contribution stands by what its source did. */
export const contributionStates = ['RESERVED', 'SUBMITTED', 'WITHDRAWN', 'LAPSED'] as const
export type ContributionState = (typeof contributionStates)[number]
