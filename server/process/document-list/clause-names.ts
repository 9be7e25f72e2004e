/** A clause as far as its place goes. */
export interface PlacedClause {
  readonly id: string
  /** 1 at the top. */
  readonly level: number
  /** As it stands now: 6.2; empty where it has none. */
  readonly number: string
  readonly series: 'BODY' | 'ANNEX' | 'APPENDIX' | 'NONE'
}

/**
 * All names by which a rule may speak of a clause of a text: its id and its number as it stands, and those of every clause above it. An annex is also
 * "annex A". Of a clause that is not in the text any more only the id is known. [DL-7]
 */
export function clauseNames(text: readonly PlacedClause[], id: string): string[] {
  const at = text.findIndex((clause) => clause.id === id)
  if (at < 0) return [id]
  const path: PlacedClause[] = []
  for (const clause of text.slice(0, at + 1).reverse()) {
    if (path.length === 0 || clause.level < path.at(-1)!.level) path.push(clause)
  }
  return path.flatMap(({ id: own, level, number, series }) => [
    own,
    ...(number ? [number] : []),
    ...(number && level === 1 && (series === 'ANNEX' || series === 'APPENDIX') ? [`${series} ${number}`] : []),
  ])
}
