/** What a clause is called in the outline, and how its status reads. */
import type { Words } from '#schema/words/index.js'
import { labelOfNumber, mannerOfAnnex } from '../numbers/index.js'
import type { OutlineRow } from './rows.js'

/** A clause as people call it: number and heading. */
export function nameOfRow({ number, isInformative, title }: OutlineRow, words: Words): string {
  const parts = [labelOfNumber(number, words), mannerOfAnnex(number, isInformative, words)]
  return [...parts, title || words('editor.untitled')].filter(Boolean).join(' ')
}

/** How far the group is with a clause, and who said so. A status of a newer program is drafting for this one. [MN-8] */
export function statusOf(status: string, by: string | null, words: Words): string {
  const key = `editor.status.${status}`
  const said = words.has(key) ? words.dynamic(key) : words('editor.status.DRAFT')
  return by === null ? said : words('writing.statusBy', { status: said, name: by })
}
