/** Which words of a version the other one has not: enough to see at a glance where two versions differ. A pure rule. */

export interface Stretch {
  readonly text: string
  /** Words that stand only in this version. */
  readonly isOwn: boolean
}

/** Above so many pairs of words the differences are not looked for: both versions are shown unmarked. */
const mostPairs = 4_000_000

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? []

/** Both versions in stretches, in order; together the stretches are the version. */
export function compareWords(one: string, other: string): { one: Stretch[]; other: Stretch[] } {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const [middleA, middleB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  if (middleA.length * middleB.length > mostPairs)
    return { one: [{ text: one, isOwn: false }], other: [{ text: other, isOwn: false }] }
  const [keptA, keptB] = commonWords(middleA, middleB)
  const stretches = (all: string[], middle: string[], kept: ReadonlySet<number>) =>
    joined([
      ...all.slice(0, head).map((text) => ({ text, isOwn: false })),
      ...middle.map((text, i) => ({ text, isOwn: !kept.has(i) })),
      ...all.slice(all.length - tail).map((text) => ({ text, isOwn: false })),
    ])
  return { one: stretches(a, middleA, keptA), other: stretches(b, middleB, keptB) }
}

/** Places of a longest common row of words in both. */
function commonWords(a: readonly string[], b: readonly string[]): [Set<number>, Set<number>] {
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
  const kept: [Set<number>, Set<number>] = [new Set(), new Set()]
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      kept[0].add(i++)
      kept[1].add(j++)
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++
    else j++
  }
  return kept
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = []
  for (const { text, isOwn } of stretches) {
    const last = all.at(-1)
    if (last?.isOwn === isOwn) all[all.length - 1] = { text: last.text + text, isOwn }
    else all.push({ text, isOwn })
  }
  return all
}
