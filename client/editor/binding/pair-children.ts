/**
 * Which of the blocks that were there are which of those that are there now. What is paired is changed in place, so that what others write in it at the
 * same time stays; what is not paired is deleted or inserted.
 *
 * `pairGap` follows the matching of `updateYFragment` in y-prosemirror 1.3.7, (c) 2019 Kevin Jahns, MIT (LICENSE-y-prosemirror in this folder). Changed:
 * it compares with the node that was last shown, not with the shared type; blocks that stay are found first, so a block that moved does not make its
 * neighbours exchange their texts; of two possible pairs the one with more characters in common wins, not the one with more equal children.
 */
import type { Node } from 'prosemirror-model'
import { longestAscending } from '#schema/document/index.js'

/** The numbers of an old and a new child that are one. */
export type Pair = readonly [before: number, now: number]

/** Stands for something that this program does not know; it is replaced as a whole. */
export const isUnknown = ({ type }: Node): boolean => type.name.startsWith('unknown_')

/** How many characters two blocks have in common at their beginning and end. */
function likeness(a: Node, b: Node): number {
  const [x, y] = [a.textContent, b.textContent]
  const room = Math.min(x.length, y.length)
  let start = 0
  while (start < room && x[start] === y[start]) start++
  let end = 0
  while (end < room - start && x[x.length - end - 1] === y[y.length - end - 1]) end++
  return start + end
}

/** Pairs within a stretch of which nothing stayed as it was: from both ends, as long as there are blocks of the same type. */
function pairGap(before: readonly Node[], now: readonly Node[], [i, iEnd]: Pair, [j, jEnd]: Pair): Pair[] {
  const pairs: Pair[] = []
  while (i < iEnd && j < jEnd) {
    const mayLeft = before[i]!.type === now[j]!.type && !isUnknown(before[i]!)
    const mayRight = before[iEnd - 1]!.type === now[jEnd - 1]!.type && !isUnknown(before[iEnd - 1]!)
    if (mayLeft && mayRight) {
      const isLeftBetter = likeness(before[i]!, now[j]!) >= likeness(before[iEnd - 1]!, now[jEnd - 1]!)
      pairs.push(isLeftBetter ? [i++, j++] : [--iEnd, --jEnd])
    } else if (mayLeft) pairs.push([i++, j++])
    else if (mayRight) pairs.push([--iEnd, --jEnd])
    else {
      i++
      j++
    }
  }
  return pairs
}

/** Pairs of children, in order. Children that are the same object are the same child. */
export function pairChildren(before: readonly Node[], now: readonly Node[]): Pair[] {
  const pairs: Pair[] = []
  const shorter = Math.min(before.length, now.length)
  let start = 0
  while (start < shorter && (before[start] === now[start] || before[start]!.eq(now[start]!)))
    pairs.push([start, start++])
  let end = 0
  const oldAt = (fromEnd: number) => before[before.length - fromEnd - 1]!
  const newAt = (fromEnd: number) => now[now.length - fromEnd - 1]!
  while (end < shorter - start && (oldAt(end) === newAt(end) || oldAt(end).eq(newAt(end)))) end++

  const places = new Map(before.slice(start, before.length - end).map((node, i) => [node, start + i]))
  const same: Pair[] = []
  for (let j = start; j < now.length - end; j++) {
    const i = places.get(now[j]!)
    if (i !== undefined) same.push([i, j])
  }
  const ascending = longestAscending(same.map(([i]) => i))
  let [i, j] = [start, start]
  const upTo = (iEnd: number, jEnd: number) => pairs.push(...pairGap(before, now, [i, iEnd], [j, jEnd]))
  same.forEach((pair, n) => {
    if (!ascending.has(n)) return
    upTo(...pair)
    pairs.push(pair)
    ;[i, j] = [pair[0] + 1, pair[1] + 1]
  })
  upTo(before.length - end, now.length - end)
  for (let n = end - 1; n >= 0; n--) pairs.push([before.length - n - 1, now.length - n - 1])
  return pairs.sort((a, b) => a[0] - b[0])
}
