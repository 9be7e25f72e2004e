/** Who has come into the clause of one's own caret, and who has left it. A rule. [AC-9] */
export interface Company {
  readonly came: readonly string[]
  readonly left: readonly string[]
}

/** What a person's program says of where they are. */
export interface Neighbour {
  readonly id: string
  readonly name: string
  readonly isSelf: boolean
  readonly clauses: readonly string[]
}

/** The others in a clause, by id. */
export const othersIn = (people: readonly Neighbour[], clause: string | null): ReadonlyMap<string, string> =>
  new Map(
    people
      .filter(({ isSelf, clauses }) => !isSelf && clause !== null && clauses.includes(clause))
      .map(({ id, name }) => [id, name]),
  )

export function companyOf(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): Company {
  return {
    came: [...now].filter(([id]) => !before.has(id)).map(([, name]) => name),
    left: [...before].filter(([id]) => !now.has(id)).map(([, name]) => name),
  }
}
