/** What remains of several rounds: the middle one, and how far they lay apart. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** Of one value or more. Of an even number the middle is half way between the two middle ones. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const median = (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2
  return { median, least: sorted[0]!, most: sorted.at(-1)! }
}

/**
 * How many times as fast one is as another: the spread of the ratios of each round, not the ratio of the medians. What slows a round (another
 * program, a warm processor) slows both that were measured side by side.
 */
export const ratioOf = (ours: readonly number[], theirs: readonly number[]): Spread =>
  spreadOf(ours.map((value, round) => value / theirs[round]!))
