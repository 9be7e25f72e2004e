import type { Words } from '#schema/words/index.js'

/** The word for what a contribution is handed in for; one of a group's own is its own word. */
export const purposeWord = (words: Words, purpose: string): string =>
  words.has(`contribution.purpose.${purpose}`) ? words.dynamic(`contribution.purpose.${purpose}`) : purpose
