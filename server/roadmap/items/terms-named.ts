import { distance } from '#schema/vocabulary/spelling.js'

/**
 * Values of a closed list that a word names: "inference" names DEPLOYMENT_INFERENCE, "water" WATER. Words of four letters and more may be
 * unfinished, longer ones misspelt. [SE-5]
 */
export const termsNamed = <T extends string>(word: string, values: readonly T[]): T[] =>
  values.filter((value) =>
    value
      .toLowerCase()
      .split('_')
      .some((part) => names(word, part)),
  )

const names = (word: string, part: string): boolean =>
  part === word ||
  (word.length >= 4 && part.startsWith(word)) ||
  (word.length >= 6 &&
    part.length >= 5 &&
    Math.abs(word.length - part.length) <= 2 &&
    distance(word, part) <= (word.length < 8 ? 1 : 2))
