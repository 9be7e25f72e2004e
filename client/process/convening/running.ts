import type { Words } from '#schema/words/index.js'
import type { Running } from '../../app/Document.js'

/** What stands at the top of each page of the letter on paper: what it is, and how it is cited. */
export const runningOf = (
  {
    title,
    conveningLetter: letter,
  }: { title: string; conveningLetter?: { issues: readonly { reference: string }[] } | null },
  words: Words,
): Running => ({
  title: `${words('call.title')}, ${title}`,
  note: letter?.issues.at(-1)?.reference ?? words('call.draft'),
})
