/** A row as far as its number depends on it. */
export interface Placed {
  readonly id: string
  readonly parentId: string | null
  readonly position: number
}

/** The order of rows under the same one: by position, then by id, so that everybody sees the same. */
export const inOrder = (one: Placed, other: Placed): number =>
  one.position - other.position || (one.id < other.id ? -1 : 1)

/**
 * The rows of one agenda in reading order, each with its number: 1, 1.1, 1.2, 2. Rows of the same position stand by id, so that everybody sees
 * the same order. Rows whose parent is not among them (hidden from the reader, say) are left out. [ME-10]
 */
export function numbered<T extends Placed>(rows: readonly T[]): { readonly row: T; readonly number: string }[] {
  const under = Map.groupBy(rows, ({ parentId }) => parentId)
  const below = (parentId: string | null, prefix: string): { row: T; number: string }[] =>
    (under.get(parentId) ?? []).toSorted(inOrder).flatMap((row, at) => {
      const number = `${prefix}${at + 1}`
      return [{ row, number }, ...below(row.id, `${number}.`)]
    })
  return below(null, '')
}
