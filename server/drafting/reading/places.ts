/** A clause among those around it. */
interface Levelled {
  readonly id: string
  readonly level: number
}

export interface Place<Line> {
  readonly clause: Line
  /** Outermost first. */
  readonly above: readonly Line[]
  readonly below: readonly Line[]
  /** In the order of reading. */
  readonly previous: Line | null
  /** The first behind all that is below it. */
  readonly next: Line | null
}

/** Where a clause stands in a list in the order of reading; null when it is not in it. */
export function placeIn<Line extends Levelled>(lines: readonly Line[], id: string): Place<Line> | null {
  const at = lines.findIndex((line) => line.id === id)
  const clause = lines[at]
  if (!clause) return null
  let end = at + 1
  while (end < lines.length && lines[end]!.level > clause.level) end += 1
  const above: Line[] = []
  for (let i = at - 1, level = clause.level; i >= 0 && level > 1; i -= 1) {
    if (lines[i]!.level >= level) continue
    above.unshift(lines[i]!)
    level = lines[i]!.level
  }
  return { clause, above, below: lines.slice(at + 1, end), previous: lines[at - 1] ?? null, next: lines[end] ?? null }
}
