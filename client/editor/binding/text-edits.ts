/** How one row of characters becomes another: a rule, used in both directions between view and shared text. */

/** The characters `from` to `to` of the old row become those from `newFrom` to `newTo` of the new one. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

/** Beyond this many comparisons of words a change counts as one: nobody reads along, and it must not stall typing. */
const mostComparisons = 250_000

const isSecondHalf = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** What is left of an edit without what is the same at both ends. Never parts the halves of a character outside the basic plane. */
function trimmed(before: string, after: string, { from, to, newFrom, newTo }: TextEdit): TextEdit {
  let start = 0
  const room = Math.min(to - from, newTo - newFrom)
  while (start < room && before[from + start] === after[newFrom + start]) start++
  if (start > 0 && (isSecondHalf(before, from + start) || isSecondHalf(after, newFrom + start))) start--
  let end = 0
  while (end < room - start && before[to - end - 1] === after[newTo - end - 1]) end++
  if (end > 0 && (isSecondHalf(before, to - end) || isSecondHalf(after, newTo - end))) end--
  return { from: from + start, to: to - end, newFrom: newFrom + start, newTo: newTo - end }
}

const isEmpty = ({ from, to, newFrom, newTo }: TextEdit): boolean => from === to && newFrom === newTo

/** Words and what is between them; writing without spaces falls into its characters. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu) ?? []

/** Pairs of places that hold the same words, a longest list of them that goes forward in both. */
function commonWords(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++
    else j++
  }
  return pairs
}

/**
 * The edits that make `after` of `before`, in order and apart from each other. One edit where characters only came or only went; where words
 * were replaced, one for each stretch between words that stayed, so that what others write between two changes of one moment stays where it is.
 */
export function textEdits(before: string, after: string): TextEdit[] {
  const whole = trimmed(before, after, { from: 0, to: before.length, newFrom: 0, newTo: after.length })
  if (isEmpty(whole)) return []
  if (whole.from === whole.to || whole.newFrom === whole.newTo) return [whole]
  const [old, now] = [wordsOf(before.slice(whole.from, whole.to)), wordsOf(after.slice(whole.newFrom, whole.newTo))]
  if (old.length * now.length > mostComparisons) return [whole]
  const edits: TextEdit[] = []
  let [i, j, at, newAt] = [0, 0, whole.from, whole.newFrom]
  const upTo = (nextI: number, nextJ: number) => {
    const [from, newFrom] = [at, newAt]
    while (i < nextI) at += old[i++]!.length
    while (j < nextJ) newAt += now[j++]!.length
    const edit = trimmed(before, after, { from, to: at, newFrom, newTo: newAt })
    if (!isEmpty(edit)) edits.push(edit)
  }
  for (const [oldWord, newWord] of commonWords(old, now)) {
    upTo(oldWord, newWord)
    at += old[i++]!.length
    newAt += now[j++]!.length
  }
  upTo(old.length, now.length)
  return edits
}

/** A stretch that stayed. */
export interface Kept {
  readonly from: number
  readonly newFrom: number
  readonly length: number
}

/** What the edits leave alone, in order. */
export function keptBetween(edits: readonly TextEdit[], length: number): Kept[] {
  const kept: Kept[] = []
  let [from, newFrom] = [0, 0]
  const upTo = (end: number) => {
    if (end > from) kept.push({ from, newFrom, length: end - from })
  }
  for (const edit of edits) {
    upTo(edit.from)
    ;[from, newFrom] = [edit.to, edit.newTo]
  }
  upTo(length)
  return kept
}
