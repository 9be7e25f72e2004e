import { DEFAULT_PATTERN, readPattern, type NumberPattern } from '#schema/vocabulary/contribution-number.js'
import type { StandardsGroup } from '#server/process/groups/index.js'

/** The pattern by which a group numbers its contributions. One that can no longer be read gives way to ours. [CO-8] */
export function patternOf({ contributionPattern }: StandardsGroup): NumberPattern {
  const own = contributionPattern === null ? null : readPattern(contributionPattern)
  if (own !== null && typeof own !== 'string') return own
  const pattern = readPattern(DEFAULT_PATTERN)
  if (typeof pattern === 'string') throw new Error(`Our own pattern is none: ${pattern}`)
  return pattern
}

/** The name that stands for a group in its numbers. */
export const nameInNumbers = ({ acronym, slug }: StandardsGroup): string => acronym ?? slug
