/**
 * The direction in which words are read: that of their first letter that has one, as `dir="auto"` takes it. Nobody stores it. A rule. [AC-1]
 */
export type Direction = 'ltr' | 'rtl'

/** Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their like, and the mark that stands for one; any other letter is read from the left. */
const strong =
  /((?=\p{L})[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]|\u200f)|[\p{L}\u200e]/u

/** Null where no letter says. */
export function directionOf(words: string): Direction | null {
  const found = strong.exec(words)
  return found && (found[1] === undefined ? 'ltr' : 'rtl')
}
