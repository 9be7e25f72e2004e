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
}

/**
 * The condition that every word is found: by full text (the last one may be unfinished), within a longer word, or, for words long enough to be
 * told apart, by likeness. Words of scripts that are not cut by blanks, or not known to the English configuration, are found anywhere.
 */
export function wordsMatch(words: readonly string[], searched: SearchedText, params: Params): string {
  const { vector, title, texts } = searched
  const everywhere = [title, ...texts]
  const within = (place: string) => everywhere.map((text) => `${text} like '%' || ${place} || '%'`)
  // How alike is alike enough is a setting of the connection: database.module.ts.
  const alike = (place: string) => everywhere.map((text) => `${place} <% ${text}`)
  const conditions = words.map((word, i) => {
    if (!/^[a-z0-9]+$/.test(word)) {
      const place = `plain(${params.add(word)}::text)`
      return [...within(place), ...([...word].length >= 5 ? alike(place) : [])].join(' or ')
    }
    const place = `${params.add(word)}::text`
    const isUnfinished = i === words.length - 1 && word.length >= 2
    if (searched.isRegister) {
      const { name } = searched
      const part = name && /\d/.test(word) && word.length >= 3 ? ` or ${name} like '%' || ${place} || '%'` : ''
      const nothing = words.length > 1 ? ` or numnode(to_tsquery('english', ${place})) = 0` : ''
      // As a query of its own it is worked out once, and not for each row.
      return `${vector} @@ (select search_query(${place}, ${isUnfinished}))${part}${nothing}`
    }
    const query = isUnfinished ? `${place} || ':*'` : place
    const found = [`${vector} @@ (to_tsquery('english', ${query}) || to_tsquery('simple', ${query}))`]
    // "the" is in no index; beside other words it narrows nothing.
    if (words.length > 1) found.push(`numnode(to_tsquery('english', ${place})) = 0`)
    if (word.length >= 4) found.push(...within(place))
    if (word.length >= 5 && /^[a-z]+$/.test(word)) found.push(...alike(place))
    return found.join(' or ')
  })
  return conditions.length === 0 ? 'false' : conditions.map((each) => `(${each})`).join(' and ')
}

/** How well the words fit, 0 to about 2; for sorting only. */
export function wordsRank(
  words: readonly string[],
  { vector, title, isRegister }: SearchedText,
  params: Params,
): string {
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
