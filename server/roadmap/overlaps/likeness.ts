import type { ItemState, RelationType } from '#schema/vocabulary/register.js'

/** What of an item is compared. */
export interface Compared {
  readonly title: string | null
  readonly scope: string | null
}

export interface Likeness {
  /** 0 to 1. */
  readonly likeness: number
  /** The words that both have, in the order and spelling of the first: those of the titles first. */
  readonly words: readonly string[]
}

/** Words that titles and scopes of standards have in common whatever they are about. */
const boilerplate = new Set(
  `standard guideline guidance guide recommendation requirement principle framework part general overview specification technical report
   procedure practice information technology methodology method aspect consideration introduction edition first second series supplement rule
   provision the and for from how into its not only also per than that their them they these this upon use used using what when where which
   with within without between across over under other may can are such based one via each own
   la les des pour avec dans sur par une del los las para con von und der die das für mit`
    .trim()
    .split(/\s+/),
)

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** Written out, so that both spellings are the same words. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bai\b/giu, 'artificial intelligence'],
  [/\bdatacent(?:er|re)s?\b/giu, 'data centre'],
  [/\bcenters?\b/giu, 'centre'],
]

/** The same for singular and plural, accents or none. */
function stem(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
  if (!/^[a-z]{4,}$/.test(plain)) return plain
  return plain.replace(/ies$/, 'y').replace(/(?<![su])s$/, '')
}

/** The telling words of a text by their stems, each as it is written first. Chinese, Japanese and Thai are cut into words, too. */
function tellingWords(text: string | null): Map<string, string> {
  const written = abbreviations.reduce((whole, [short, long]) => whole.replace(short, long), text ?? '')
  const found = new Map<string, string>()
  for (const { segment, isWordLike } of segmenter.segment(written)) {
    const key = stem(segment)
    const least = /^\p{Script=Latin}+$/u.test(key) ? 3 : 2
    if (!isWordLike || key.length < least || boilerplate.has(key) || /^\d+$/.test(key)) continue
    if (!found.has(key)) found.set(key, segment.toLowerCase())
  }
  return found
}

/** Twice what both have, by what each has: 0 nothing in common, 1 the same words. */
function dice(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): number {
  const both = [...a.keys()].filter((key) => b.has(key)).length
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size)
}

/**
 * How much two items look alike: the letters of their titles (`titleTrigrams`, 0 to 1, as PostgreSQL counts them), the telling words of their titles,
 * and those of titles and scopes together. [OV-6]
 */
export function likenessOf(one: Compared, other: Compared, titleTrigrams: number): Likeness {
  const whole = ({ title, scope }: Compared) => tellingWords(`${title ?? ''}. ${scope ?? ''}`)
  const [a, b] = [whole(one), whole(other)]
  const words = [...a].filter(([key]) => b.has(key)).map(([, word]) => word)
  const titles = dice(tellingWords(one.title), tellingWords(other.title))
  return { likeness: 0.4 * titleTrigrams + 0.35 * titles + 0.25 * dice(a, b), words }
}

/** From this on a pair is suggested. */
export const LEAST_LIKENESS = 0.4

/** One word in common is a coincidence. */
export const isSuggested = ({ likeness, words }: Likeness): boolean => likeness >= LEAST_LIKENESS && words.length >= 2

/** Of items that are gone nobody has to know that they overlap. */
export const isCompared = (state: ItemState): boolean => !['SUPERSEDED', 'WITHDRAWN', 'CANCELLED'].includes(state)

/** Who relates two items in one of these ways knows how they stand to each other; that they overlap or complement each other asks for a case. */
export const settlingRelations: readonly RelationType[] = [
  'SUPERSEDES',
  'AMENDS',
  'CORRECTS',
  'SUPPLEMENTS',
  'IDENTICAL_TO',
  'ALIGNED_WITH',
  'ADOPTS',
]

/** Three neighbouring telling words of a title, each such group: for finding texts that have all three, wherever they stand. */
export function wordGroups(title: string | null): string[][] {
  const words = [...tellingWords(title).keys()]
  if (words.length <= 3) return words.length === 0 ? [] : [words]
  return words.slice(0, -2).map((_, at) => words.slice(at, at + 3))
}
