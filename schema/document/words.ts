/** Counting words: a rule that pages and editor share. [MN-12] */

/** Scripts that are written without spaces between words; Korean has them. */
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu

let segmenter: Intl.Segmenter | null = null

/** How many words a text has. Where words are written without spaces, a dictionary tells them apart. */
export function countWords(text: string): number {
  if (!unspaced.test(text)) return text.match(word)?.length ?? 0
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  let count = 0
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++
  return count
}
