/**
 * How much of two titles is the same, from 0 to 1: pairs of neighbouring characters that both have (Dice). Case and signs do not matter. Null where
 * that says nothing, because the titles are written in different scripts. [IM-2]
 */
export function titleLikeness(one: string, other: string): number | null {
  const [a, b] = [folded(one), folded(other)]
  if (a === b) return 1
  if (scriptOf(a) !== scriptOf(b)) return null
  const [pairs, others] = [pairsOf(a), pairsOf(b)]
  let shared = 0
  for (const [pair, count] of pairs) shared += Math.min(count, others.get(pair) ?? 0)
  const all = Math.max(1, a.length - 1) + Math.max(1, b.length - 1)
  return (2 * shared) / all
}

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let at = 0; at < Math.max(1, text.length - 1); at += 1) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Han}/u,
]

/** The script of most of the letters, as its place in the list; -1 for another. */
function scriptOf(text: string): number {
  const counts = scripts.map((script) => [...text].filter((letter) => script.test(letter)).length)
  const most = Math.max(...counts)
  return most === 0 ? -1 : counts.indexOf(most)
}
