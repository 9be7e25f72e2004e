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

/** The value that so many percent of all are at or below, 0 to 100. Of an ascending list of one or more. */
export const percentile = (ascending: ArrayLike<number>, percent: number): number =>
  ascending[Math.max(0, Math.ceil((ascending.length * percent) / 100) - 1)]!

/** What a figure should be. */
export interface Aim {
  /** What is compared with what. */
  readonly name: string
  readonly aim: { readonly atMost: number } | { readonly atLeast: number }
  /** One figure a round. */
  readonly rounds: readonly number[]
}

export type Verdict = 'met' | 'missed' | 'undecided'

/** Met when the middle and four rounds of five are; missed when the middle and four rounds of five are not; else the rounds disagree. */
export function verdictOf({ aim, rounds }: Pick<Aim, 'aim' | 'rounds'>): Verdict {
  const isMet = (value: number) => ('atMost' in aim ? value <= aim.atMost : value >= aim.atLeast)
  const met = rounds.filter(isMet).length / rounds.length
  if (isMet(spreadOf(rounds).median)) return met >= 0.8 ? 'met' : 'undecided'
  return met <= 0.2 ? 'missed' : 'undecided'
}
