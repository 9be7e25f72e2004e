/** Where each clause stands among those with the same parent, for who hears the tree: "2 of 5". Also those that are folded away count. A rule. [AC-10] */
import { parentsByLevel, type Line } from '#schema/document/tree.js'

export interface Position {
  /** From 1. */
  readonly place: number
  readonly of: number
}

export function positionsOf(lines: readonly Line[]): ReadonlyMap<string, Position> {
  const parents = parentsByLevel(lines)
  const counts = new Map<string | null, number>()
  const places = new Map<string, number>()
  for (const { id } of lines) {
    const parent = parents.get(id) ?? null
    counts.set(parent, (counts.get(parent) ?? 0) + 1)
    places.set(id, counts.get(parent)!)
  }
  return new Map(lines.map(({ id }) => [id, { place: places.get(id)!, of: counts.get(parents.get(id) ?? null)! }]))
}
