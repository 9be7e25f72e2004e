/** A clause in the order of reading. */
interface Standing {
  readonly id: string
  readonly level: number
  readonly status: string
}

/** Ids of clauses whose status is worth saying: it is not that of the clause above, and not DRAFT, which goes without saying at the top. */
export function shownStatuses(clauses: readonly Standing[]): ReadonlySet<string> {
  const open: Standing[] = []
  const shown = new Set<string>()
  for (const clause of clauses) {
    while (open.length > 0 && open.at(-1)!.level >= clause.level) open.pop()
    if (clause.status !== (open.at(-1)?.status ?? 'DRAFT')) shown.add(clause.id)
    open.push(clause)
  }
  return shown
}
