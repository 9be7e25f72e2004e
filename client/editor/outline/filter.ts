/** Looking for clauses in the outline: a rule. [MN-6] */
import { finder } from '../find/matches.js'
import type { OutlineRow } from './rows.js'

export interface Filtered {
  /** The rows that are found, and those above them. */
  readonly rows: readonly OutlineRow[]
  /** Ids of those that are found. */
  readonly found: ReadonlySet<string>
}

/** Rows in whose heading the words stand, or whose number begins so. */
export function filterRows(rows: readonly OutlineRow[], words: string): Filtered {
  const wanted = words.trim()
  const find = finder({ words: wanted, matchesCase: false, isWholeWords: false })
  const number = wanted.toLocaleLowerCase()
  const isFound = (row: OutlineRow) =>
    (row.number.text !== '' && row.number.text.toLocaleLowerCase().startsWith(number)) || find(row.title).length > 0
  const found = new Set(rows.filter(isFound).map(({ id }) => id))
  const kept = new Set<string>()
  // From the last one up: a row stays when it is found, or stands above one that stays.
  let below = 0
  for (const row of rows.toReversed()) {
    if (!found.has(row.id) && below <= row.level) continue
    kept.add(row.id)
    below = row.level
  }
  return { rows: rows.filter(({ id }) => kept.has(id)), found }
}
