import { distance } from '#schema/vocabulary/spelling.js'

const SHORTEST = 4

/**
 * The search as it was probably meant: each word that nothing found says is changed into the one that they say and that is spelled most alike.
 * Null when every word is there, or nothing is near enough. Endings do not count: who types "metering" has found "metered". [SE-4]
 */
export function didYouMean(words: readonly string[], said: readonly string[]): string | null {
  const known = new Map<string, number>()
  for (const text of said) {
    for (const word of new Set(lettersOf(text))) known.set(word, (known.get(word) ?? 0) + 1)
  }
  let isChanged = false
  const meant = words.map((word) => {
    if (word.length < SHORTEST || !/^\p{L}+$/u.test(word) || isSaid(word, known)) return word
    const near = nearest(word, known)
    if (near === null) return word
    isChanged = true
    return near
  })
  return isChanged ? meant.join(' ') : null
}

const lettersOf = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []

/** Endings that change with the sentence. British and American spelling are one. */
const stem = (word: string) => word.replaceAll('z', 's').replace(/(?<=.{3})(ings?|ed|ers?|es|s|ions?|ments?|ly)$/, '')

function isSaid(word: string, known: ReadonlyMap<string, number>): boolean {
  const own = stem(word)
  for (const other of known.keys()) if (other.startsWith(word) || stem(other) === own) return true
  return false
}

/** The word that is least different; of several, the one that most texts have. */
function nearest(word: string, known: ReadonlyMap<string, number>): string | null {
  const most = word.length < 6 ? 1 : word.length < 10 ? 2 : 3
  let best: { word: string; away: number; count: number } | null = null
  for (const [other, count] of known) {
    if (Math.abs(other.length - word.length) > most) continue
    const away = distance(word, other)
    if (away > most) continue
    if (!best || away < best.away || (away === best.away && count > best.count)) best = { word: other, away, count }
  }
  return best?.word ?? null
}
