import type { Params } from './params.js'

const MOST_WORDS = 8
const LONGEST = 200

/** What can be looked for in a text as somebody typed it: at most 8 words, folded to lower case without accents. Never throws. */
export function searchWords(text: string): string[] {
  const folded = text
    .slice(0, LONGEST)
    .toWellFormed()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFC')
  return [...new Set(folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])].slice(0, MOST_WORDS)
}

/** Where words are looked for. All are SQL; texts are plain (lower case without accents) and never null. */
export interface SearchedText {
  /** A tsvector made with the English configuration. */
  readonly vector: string
  /** The text that counts most, usually a title. Like the others best with a trigram index. */
  readonly title: string
  /** Further texts. */
  readonly texts: readonly string[]
  /** True where all words of the vector are also in `search_word`: then parts of words and mistyped words are looked for there. */
  readonly isRegister?: boolean
  /** A text whose parts are no words of the vector: "1801" of "L.1801". */
  readonly name?: string
  /** Another way to be found by a word, as a condition: by what a code stands for, say. Null: there is none for this word. */
  readonly also?: (word: string, params: Params) => string | null
}

/**
 * The conditions that a word is found, one for each: by full text (the last one may be unfinished), within a longer word, or, for words long enough to be
 * told apart, by likeness. Words of scripts that are not cut by blanks, or not known to the English configuration, are found anywhere.
 */
function wordConditions(
  words: readonly string[],
  { vector, title, texts, isRegister, name, also }: SearchedText,
  params: Params,
): string[] {
  const everywhere = [title, ...texts]
  const within = (place: string) => everywhere.map((text) => `${text} like '%' || ${place} || '%'`)
  // How alike is alike enough is a setting of the connection: database.module.ts.
  const alike = (place: string) => everywhere.map((text) => `${place} <% ${text}`)
  return words.map((word, i) => {
    const otherwise = also?.(word, params)
    const further = otherwise ? [otherwise] : []
    if (!/^[a-z0-9]+$/.test(word)) {
      const place = `plain(${params.add(word)}::text)`
      return [...within(place), ...([...word].length >= 5 ? alike(place) : []), ...further].join(' or ')
    }
    const place = `${params.add(word)}::text`
    const isUnfinished = i === words.length - 1 && word.length >= 2
    if (isRegister) {
      // As a query of its own it is worked out once, and not for each row.
      const found = [`${vector} @@ (select search_query(${place}, ${isUnfinished}))`]
      if (name && /\d/.test(word) && word.length >= 3) found.push(`${name} like '%' || ${place} || '%'`)
      if (words.length > 1) found.push(`numnode(to_tsquery('english', ${place})) = 0`)
      return [...found, ...further].join(' or ')
    }
    const query = isUnfinished ? `${place} || ':*'` : place
    const found = [`${vector} @@ (to_tsquery('english', ${query}) || to_tsquery('simple', ${query}))`]
    // "the" is in no index; beside other words it narrows nothing.
    if (words.length > 1) found.push(`numnode(to_tsquery('english', ${place})) = 0`)
    if (word.length >= 4) found.push(...within(place))
    if (word.length >= 5 && /^[a-z]+$/.test(word)) found.push(...alike(place))
    return [...found, ...further].join(' or ')
  })
}

/** The condition that every word is found. */
export function wordsMatch(words: readonly string[], searched: SearchedText, params: Params): string {
  const conditions = wordConditions(words, searched, params)
  return conditions.length === 0 ? 'false' : conditions.map((each) => `(${each})`).join(' and ')
}

/**
 * The condition that so many of the words are found, and the number of those that are, for sorting. Words with a digit are never done without: a
 * number is the name of something.
 */
export function someWordsMatch(
  words: readonly string[],
  least: number,
  searched: SearchedText,
  params: Params,
): { readonly condition: string; readonly count: string } {
  const conditions = wordConditions(words, searched, params)
  if (conditions.length === 0) return { condition: 'false', count: '0' }
  const count = `(${conditions.map((each) => `coalesce((${each})::int, 0)`).join(' + ')})`
  const needed = conditions.filter((_, i) => /\d/.test(words[i]!)).map((each) => `(${each})`)
  // The words alone can use indexes; the sum of them is asked of what they leave.
  const any = conditions.map((each) => `(${each})`).join(' or ')
  return { condition: [...needed, `(${any})`, `${count} >= ${params.add(least)}::int`].join(' and '), count }
}

/** What it counts to be found by a word in another way than by the text. */
const OTHERWISE = 0.25

/** How well the words fit, 0 to about 2 and more; for sorting only. */
export function wordsRank(words: readonly string[], searched: SearchedText, params: Params): string {
  const otherwise = words.map((word) => searched.also?.(word, params)).filter((each) => each != null)
  const further = otherwise.map((each) => `coalesce((${each})::int, 0)`).join(' + ')
  const byText = textRank(words, searched, params)
  return further ? `(${byText} + ${OTHERWISE} * (${further}))` : byText
}

function textRank(words: readonly string[], { vector, title, isRegister }: SearchedText, params: Params): string {
  const known = words.filter((word) => /^[a-z0-9]+$/.test(word))
  const asTyped = () => `to_tsquery('english', ${params.add(known.map((word) => `${word}:*`).join(' | '))}::text)`
  if (isRegister && known.length > 0) {
    // Of many hits each is ranked, so by what is at hand: likeness of whole titles would cost twenty times as much.
    const nearest = known.map((word) => `nearest_query(${params.add(word)}::text)`).join(' || ')
    return `(ts_rank(${vector}, ${asTyped()}) + ts_rank(${vector}, (select ${nearest})))`
  }
  const likeness = `word_similarity(plain(${params.add(words.join(' '))}::text), ${title})`
  return known.length === 0 ? likeness : `(ts_rank(${vector}, ${asTyped()}) + ${likeness})`
}
