/** An answer to the question about patents, with the reference of a declaration if there is one. */
export interface Answer {
  readonly text: string
  readonly declaration: string | null
}

/** The sign before an answer where there are several: a paragraph has no lines. */
const sign = /(?:^|\s)\((\d{1,3})\)\s/g

/** Answers as one paragraph; several are counted: "(1) A declares one. (2) B knows of none." [RC-12] */
export const answersTold = (answers: readonly Answer[]): string =>
  answers.length === 1
    ? answers[0]!.text.trim()
    : answers.map(({ text }, at) => `(${at + 1}) ${text.trim().replace(/\s+/g, ' ')}`).join(' ')

/**
 * The answers that a paragraph tells, which stood for `before`: those with a number keep the declaration of theirs, one that lost its number goes. A
 * paragraph without numbers is one answer and keeps all declarations, since nobody knows whose words were left out. [RC-12]
 */
export function answersIn(text: string, before: readonly Answer[]): Answer[] {
  const said = text.trim()
  if (said === answersTold(before)) return [...before]
  const found: { number: number; from: number; to: number }[] = []
  for (const match of said.matchAll(sign)) {
    const number = Number(match[1])
    if (number > (found.at(-1)?.number ?? 0))
      found.push({ number, from: match.index, to: match.index + match[0].length })
  }
  // "(1)" alone may be anything.
  if (found.length === 0 || (found.length === 1 && before.length < 2)) {
    const declarations = before.flatMap(({ declaration }) => (declaration === null ? [] : [declaration]))
    return [{ text: said, declaration: declarations.length > 0 ? declarations.join('; ') : null }]
  }
  return found.flatMap(({ number, to }, at) => {
    const head = at === 0 ? said.slice(0, found[0]!.from).trim() : ''
    const words = [head, said.slice(to, found[at + 1]?.from).trim()].filter(Boolean).join(' ')
    return words === '' ? [] : [{ text: words, declaration: before[number - 1]?.declaration ?? null }]
  })
}
