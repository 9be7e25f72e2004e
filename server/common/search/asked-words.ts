/** What is looked for when somebody types a question instead of words. */

const MOST_WORDS = 8
const LONGEST = 300

/** Words that say how things hang together and nothing of what they are about. */
const frame = new Set(
  `a about an and any are as at be been being by can could did do does doing for from had has have how i if in into is it its me my no not of on
   or our shall should so than that the their them there these they this those to was we were what when where which who whom whose why will with
   would you your`.split(/\s+/),
)

/** Words that ask for the state of things or for people, where a question is asked; elsewhere they may be names ("open data"). */
const asking = new Set(
  `acting anybody anyone anything available currently exist exists find left missing now one open people somebody someone something still tell
   today uncovered unanswered work working works yet`.split(/\s+/),
)

const opensQuestion = /^\s*(what|which|who|whose|whom|where|when|why|how|is|are|does|do|has|have|can)\b/i

export interface AskedWords {
  /** At most 8, folded to lower case without accents, in the order in which they were typed. */
  readonly words: readonly string[]
  /** The question is about what is still open, so gaps are the answer. */
  readonly isAboutGaps: boolean
}

/** The words of a search that are worth looking for. When nothing but frame was typed, that is looked for. Never throws. [SE-2] */
export function askedWords(text: string): AskedWords {
  const folded = text
    .slice(0, LONGEST)
    .toWellFormed()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFC')
  const all = [...new Set(folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])]
  const isQuestion = opensQuestion.test(folded) || /[?\uFF1F]\s*$/u.test(folded)
  const meant = all.filter((word) => !frame.has(word) && !(isQuestion && asking.has(word)))
  const isAboutGaps = all.some(
    (word) => /^(gaps?|missing|uncovered|unanswered)$/.test(word) || (isQuestion && word === 'open'),
  )
  const withoutGap = meant.filter((word) => !/^gaps?$/.test(word))
  const words = [withoutGap, meant, all].find((some) => some.length > 0) ?? []
  return { words: words.slice(0, MOST_WORDS), isAboutGaps }
}

/** So many of the words are enough where nothing has all of them: half. [SE-3] */
export const enoughOf = (words: readonly string[]): number => Math.ceil(words.length / 2)
