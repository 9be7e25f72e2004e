/**
 * Finding words in a line of text: a rule. Without "match case", what a reader takes for the same letter is the same: case, accents, wide and small
 * forms, curly and straight quotation marks; marks that are letters of their own in a script (Thai, Devanagari) stay. [MN-2, MN-3]
 */

export interface Query {
  readonly words: string
  readonly matchesCase: boolean
  readonly isWholeWords: boolean
}

/** From a place up to another. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A text in the letters that are compared, and where in the text each of them comes from. */
interface Folded {
  readonly letters: string
  /** Begin of the character that each letter comes from, and as the last one the length of the text. */
  readonly starts: readonly number[] | null
}

/** Accents of Latin, Greek and Cyrillic letters, and the vowel signs of Arabic: what readers leave out when they look for a word. */
const accents = /[\u0300-\u036F\u064B-\u065F\u0670]/gu
/** What stands there belongs to the letter before it: half a letter is never found. */
const isMark = (text: string, at: number) => /^\p{M}/u.test(text.slice(at, at + 2))
/** Where a line may be broken inside of a word: never seen, so never looked for. */
const unseen = /[\u00AD\u200B\u2060\uFEFF]/gu
const likenesses: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛ʼ]/gu, "'"],
  [/[“”„‟]/gu, '"'],
  [/[‐‑‒–]/gu, '-'],
]

/** `ß` is `SS` in capitals, and a final sigma is a sigma. */
const withoutCase = (text: string): string => text.toUpperCase().toLowerCase()

function letterOf(character: string, matchesCase: boolean): string {
  const seen = character.replace(unseen, '')
  if (matchesCase) return seen.normalize('NFD').replace(/\s/gu, ' ')
  let plain = seen.normalize('NFKD').replace(accents, '').replace(/\s/gu, ' ')
  for (const [like, sign] of likenesses) plain = plain.replace(like, sign)
  return withoutCase(plain).normalize('NFKD').replace(accents, '')
}

/** A text has few different characters. */
const knownLetters = [new Map<string, string>(), new Map<string, string>()] as const
function folded(character: string, matchesCase: boolean): string {
  const known = knownLetters[matchesCase ? 1 : 0]
  let letter = known.get(character)
  if (letter === undefined) known.set(character, (letter = letterOf(character, matchesCase)))
  return letter
}

const isPlain = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 126 || code < 32) return false
  }
  return true
}

function fold(text: string, matchesCase: boolean): Folded {
  // Most lines of most texts; a character is a letter.
  if (isPlain(text)) return { letters: matchesCase ? text : text.toLowerCase(), starts: null }
  let letters = ''
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    const plain = folded(character, matchesCase)
    letters += plain
    for (let i = 0; i < plain.length; i++) starts.push(at)
    at += character.length
  }
  starts.push(text.length)
  return { letters, starts }
}

let segmenter: Intl.Segmenter | null = null

/** Where words begin and end; in scripts without spaces a dictionary tells. */
function boundariesIn(text: string): ReadonlySet<number> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  const found = new Set([0, text.length])
  for (const { index, segment } of segmenter.segment(text)) found.add(index).add(index + segment.length)
  return found
}

/** Finds the words of a query in lines of text. Hits do not lie over each other; an empty query finds nothing. */
export function finder({ words, matchesCase, isWholeWords }: Query): (text: string) => readonly Stretch[] {
  const wanted = fold(words, matchesCase).letters
  if (wanted.trim() === '') return () => []
  return (text) => {
    const { letters, starts } = fold(text, matchesCase)
    const found: Stretch[] = []
    let boundaries: ReadonlySet<number> | null = null
    const isWholeAt = ({ from, to }: Stretch) => {
      boundaries ??= boundariesIn(text)
      return boundaries.has(from) && boundaries.has(to)
    }
    const startOf = (letter: number) => (starts ? starts[letter]! : letter)
    for (let at = letters.indexOf(wanted); at >= 0;) {
      const end = at + wanted.length
      const hit = { from: startOf(at), to: startOf(end) }
      // What follows and is not compared belongs to the last letter: an accent of its own, a break that nobody sees.
      const isWholeLetters = (at === 0 || startOf(at - 1) !== hit.from) && (end === 0 || startOf(end - 1) !== hit.to)
      const isFound = isWholeLetters && !isMark(text, hit.to) && (!isWholeWords || isWholeAt(hit))
      if (isFound) found.push(hit)
      at = letters.indexOf(wanted, isFound ? end : at + 1)
    }
    return found
  }
}
