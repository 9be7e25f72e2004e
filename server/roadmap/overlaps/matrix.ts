/** One field of an overlap matrix. */
export interface MatrixField {
  readonly row: string
  readonly column: string
  /** Cases that were worked, closed ones included. */
  readonly cases: number
  /** Pairs that look alike, and nobody has settled yet. */
  readonly suggested: number
  /** False where the register knows no scope on one side, and nothing was said: not the same as none. */
  readonly isKnown: boolean
}

/** What was counted between a row and a column; either way round where rows and columns are the same things. */
export interface Counted {
  readonly row: string
  readonly column: string
  readonly cases: number
  readonly suggested: number
}

/**
 * The fields of a matrix, row by row. Nothing counted is none where both sides have a scope that could be compared, and unknown where one has not.
 * [OV-8]
 */
export function matrixFields(
  rows: readonly string[],
  columns: readonly string[],
  counted: readonly Counted[],
  hasScope: (row: string, column: string) => boolean,
): MatrixField[] {
  const key = (row: string, column: string) => `${row} ${column}`
  const sums = new Map<string, { cases: number; suggested: number }>()
  for (const { row, column, cases, suggested } of counted) {
    const sum = sums.get(key(row, column)) ?? { cases: 0, suggested: 0 }
    sums.set(key(row, column), { cases: sum.cases + cases, suggested: sum.suggested + suggested })
  }
  return rows.flatMap((row) =>
    columns.map((column) => {
      const { cases, suggested } = sums.get(key(row, column)) ?? { cases: 0, suggested: 0 }
      return { row, column, cases, suggested, isKnown: cases + suggested > 0 || hasScope(row, column) }
    }),
  )
}
