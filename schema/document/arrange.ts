/**
 * From the list a person wants to see to the fewest places to write. Whatever moves clauses goes through here: what a person did to the
 * list is done to the list, and the data follow.
 */
import { keysBetween } from './order-key.js'
import { platformRandom, type Random } from './random.js'
import { clampLevels, effectiveTree, parentsByLevel } from './tree.js'
import type { Entries, Entry, Line, Place, SortPath, Tree } from './tree.js'

/** Positions of a longest ascending subsequence of `ranks`. */
export function longestAscending(ranks: readonly number[]): Set<number> {
  const ends: number[] = []
  const before: number[] = []
  ranks.forEach((rank, i) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ranks[ends[middle]!]! < rank) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? ends[low - 1]! : -1
    ends[low] = i
  })
  const chosen = new Set<number>()
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) chosen.add(i)
  return chosen
}

/** Where a clause goes so that it sorts between two neighbours below `parent`, which deleted clauses may hold. Null when there is no room. */
function placesBetween(
  parent: string | null,
  left: SortPath | null,
  right: SortPath | null,
  count: number,
  random: Random,
): { readonly p: string | null; readonly keys: readonly string[] } | null {
  let same = 0
  while (left && right && same < left.length && same < right.length && left[same]!.id === right[same]!.id) same++
  const holder = same === 0 ? parent : (left ?? right)![same - 1]!.id
  const keys = keysBetween(left?.[same]?.o ?? null, right?.[same]?.o ?? null, count, random)
  return keys && { p: holder, keys }
}

/** One round: the children that stay where they are stay, the others are put between them. */
function round(
  tree: Tree,
  wanted: readonly Line[],
  moving: ReadonlySet<string>,
  random: Random,
): Map<string, { p: string | null; o: string }> {
  const children = new Map<string | null, string[]>()
  for (const [id, parent] of parentsByLevel(wanted)) {
    const siblings = children.get(parent)
    if (siblings) siblings.push(id)
    else children.set(parent, [id])
  }
  const moves = new Map<string, { p: string | null; o: string }>()
  for (const [parent, siblings] of children) {
    const present = siblings.filter((id) => tree.parent.get(id) === parent && !moving.has(id))
    const kept = longestAscending(present.map((id) => tree.index.get(id)!))
    const stays = new Set(present.filter((_, i) => kept.has(i)))
    let isTight = false
    for (let i = 0; i < siblings.length && !isTight;) {
      if (stays.has(siblings[i]!)) {
        i++
        continue
      }
      let end = i
      while (end < siblings.length && !stays.has(siblings[end]!)) end++
      const left = i > 0 ? tree.path.get(siblings[i - 1]!)! : null
      const right = end < siblings.length ? tree.path.get(siblings[end]!)! : null
      const places = placesBetween(parent, left, right, end - i, random)
      if (places) siblings.slice(i, end).forEach((id, n) => moves.set(id, { p: places.p, o: places.keys[n]! }))
      else isTight = true
      i = end
    }
    // No room between two of them: all of them get new keys. Only foreign, equal or very long keys lead here.
    if (isTight) {
      const keys = keysBetween(null, null, siblings.length, random)!
      siblings.forEach((id, n) => moves.set(id, { p: parent, o: keys[n]! }))
    }
  }
  return moves
}

const isSameList = (a: readonly Line[], b: readonly Line[]) =>
  a.length === b.length && a.every(({ id, level }, i) => id === b[i]!.id && level === b[i]!.level)

/** The Lamport number of the next move. */
export function nextMove(entries: Entries): number {
  let latest = 0
  for (const { at } of entries.values()) if (at.t > latest) latest = at.t
  return Math.min(latest + 1, Number.MAX_SAFE_INTEGER)
}

/**
 * The places to write so that the tree shows `wanted`. Clauses in `wanted` count as living, known or new; living clauses that are missing
 * from it keep their place data and are the caller's to delete. A subtree that moves costs one place, whatever its size. Moving one clause may
 * dissolve a circle that had displaced another; the difference is written too, so what the person sees wins. Of two neighbours that changed
 * places, the one in `moving` is written: another person's move of its neighbour then stands beside it. [CL-7]
 */
export function arrange(
  entries: Entries,
  wanted: readonly Line[],
  random: Random = platformRandom,
  moving: ReadonlySet<string> = new Set(),
): Map<string, Place> {
  const lines = clampLevels(wanted)
  const ids = new Set(lines.map(({ id }) => id))
  const before = effectiveTree(entries)
  const t = nextMove(entries)
  const writes = new Map<string, Place>()
  const place = (id: string, { p, o }: { p: string | null; o: string }): Place => ({
    p,
    o,
    t,
    b: before.above.get(id) ?? null,
    c: before.keys.get(id) ?? o,
  })

  const now = new Map<string, Entry>()
  for (const [id, entry] of entries) now.set(id, { at: entry.at, isDead: !ids.has(id) })
  for (let rounds = 0; rounds < 4; rounds++) {
    const tree = effectiveTree(now)
    if (isSameList(tree.lines, lines)) return writes
    for (const [id, move] of round(tree, lines, moving, random)) {
      writes.set(id, place(id, move))
      now.set(id, { at: writes.get(id)!, isDead: false })
    }
  }
  if (isSameList(effectiveTree(now).lines, lines)) return writes
  // Repairs of damaged data kept flipping: every place is written, which leaves nothing to repair.
  const parents = parentsByLevel(lines)
  const keys = keysBetween(null, null, lines.length, random)!
  lines.forEach(({ id }, n) => writes.set(id, place(id, { p: parents.get(id)!, o: keys[n]! })))
  return writes
}
