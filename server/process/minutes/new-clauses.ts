/** A clause of the minutes with those it stands under, the nearest first. */
export interface ClauseThere {
  readonly id: string
  readonly above: readonly string[]
}

/** Where a clause is to be made: under which (null: at the top), and after which of those there. */
export interface NewPlace {
  readonly parent: string | null
  /** Null: before the first. */
  readonly after: string | null
}

/**
 * Where the minutes tell of a row that came on the agenda after they were opened: under the clause of the row it hangs from, after that of the row
 * before it. Before the first row of all stands the clause of who was present. `rows` are those of the agenda in reading order. [RC-13]
 */
export function placeOfClause(
  row: { readonly id: string; readonly parentId: string | null },
  rows: readonly { readonly id: string; readonly parentId: string | null }[],
  clauseOf: ReadonlyMap<string, string>,
  clauses: readonly ClauseThere[],
): NewPlace {
  const there = new Map(clauses.map((clause) => [clause.id, clause]))
  const known = (id: string | null) => {
    const clause = id === null ? undefined : clauseOf.get(id)
    return clause !== undefined && there.has(clause) ? clause : null
  }
  const parent = known(row.parentId)
  const before = rows.slice(
    0,
    rows.findIndex(({ id }) => id === row.id),
  )
  const beside = before
    .filter(({ parentId }) => parentId === row.parentId)
    .map(({ id }) => known(id))
    .findLast((clause) => clause !== null && (there.get(clause)!.above[0] ?? null) === parent)
  if (beside != null) return { parent, after: beside }
  const first = clauses[0]
  const isOfRow = new Set(clauseOf.values())
  return { parent, after: parent === null && first && !isOfRow.has(first.id) ? first.id : null }
}
