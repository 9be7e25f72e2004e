/** What somebody has done to the clauses of a text, from how they stood before and after. A rule. [AC-8] */
import { parentsByLevel, subtree, type Line } from '#schema/document/tree.js'

export interface Rearranged {
  readonly what: 'MOVED' | 'PROMOTED' | 'DEMOTED' | 'DELETED'
  readonly id: string
  /** Where it stands now: before the next clause of its level, else after the one before it, else alone below its parent or at the top. */
  readonly where: { readonly side: 'BEFORE' | 'AFTER' | 'BELOW'; readonly id: string } | null
}

const without = (lines: readonly Line[], id: string): string | null => {
  const part = subtree(lines, id)
  return (
    part && lines.flatMap(({ id: one, level }, i) => (i >= part.start && i < part.end ? [] : `${level} ${one}`)).join()
  )
}

function whereIs(lines: readonly Line[], id: string): Rearranged['where'] {
  const parents = parentsByLevel(lines)
  const parent = parents.get(id) ?? null
  const siblings = lines.filter((line) => (parents.get(line.id) ?? null) === parent).map((line) => line.id)
  const at = siblings.indexOf(id)
  const [before, after] = [siblings[at - 1], siblings[at + 1]]
  if (after !== undefined) return { side: 'BEFORE', id: after }
  if (before !== undefined) return { side: 'AFTER', id: before }
  return parent === null ? null : { side: 'BELOW', id: parent }
}

/**
 * Null when no clause moved or went, and when that cannot be told as one thing. Of two neighbours that changed places, the one that moved is
 * that of the caret (`mine`).
 */
export function rearranged(before: readonly Line[], after: readonly Line[], mine: string | null): Rearranged | null {
  const ids = new Set(after.map(({ id }) => id))
  const gone = before.find(({ id }) => !ids.has(id))
  if (gone) return after.length < before.length ? { what: 'DELETED', id: gone.id, where: null } : null
  if (after.length !== before.length) return null
  const first = after.findIndex(({ id, level }, i) => id !== before[i]!.id || level !== before[i]!.level)
  if (first < 0) return null
  const candidates = [...(mine === null ? [] : [mine]), after[first]!.id, before[first]!.id]
  const isMoved = (id: string) => {
    const rest = without(after, id)
    return rest !== null && rest === without(before, id)
  }
  // What is promoted takes what stood behind it along: then more than it has changed, but it is the first that did.
  const id = candidates.find(isMoved) ?? after[first]!.id
  const levelOf = (lines: readonly Line[]) => lines.find((line) => line.id === id)?.level ?? 0
  const deeper = levelOf(after) - levelOf(before)
  const isInPlace = before.findIndex((line) => line.id === id) === after.findIndex((line) => line.id === id)
  const what = deeper > 0 && isInPlace ? 'DEMOTED' : deeper < 0 && isInPlace ? 'PROMOTED' : 'MOVED'
  return { what, id, where: what === 'MOVED' ? whereIs(after, id) : null }
}
