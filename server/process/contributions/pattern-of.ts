import { usablePattern, type NumberPattern } from '#schema/vocabulary/contribution-number.js'
import type { StandardsGroup } from '#server/process/groups/index.js'

/** The pattern by which a group numbers its contributions. One that can no longer be read gives way to ours. [CO-8] */
export const patternOf = ({ contributionPattern }: StandardsGroup): NumberPattern => usablePattern(contributionPattern)

/** The name that stands for a group in its numbers. */
export const nameInNumbers = ({ acronym, slug }: StandardsGroup): string => acronym ?? slug
