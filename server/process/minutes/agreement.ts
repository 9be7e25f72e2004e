import { dueMeant } from './due.js'

/** What minutes, or a row, say of a record. */
export interface Said {
  readonly text: string
  readonly outcome: string
  readonly holder: string
  readonly due: string
}

/** What is to be written so that both say the same. */
export interface Agreement {
  /** What the text is to say anew; nothing where it stays as it is. */
  readonly write: { -readonly [Part in keyof Said]?: Said[Part] }
  /** On what both agree from now on. */
  readonly held: Said
}

const parts = ['text', 'outcome', 'holder', 'due'] as const

/** Words about a time that no row can hold: they are nobody's but the minutes'. */
const isOfMinutesAlone = (due: string): boolean => due.trim() !== '' && dueMeant(due) === null

/**
 * What a row that was changed changes in the text, part by part: what stands there as it was agreed `before` is written anew, what somebody is changing
 * there is left to them. `there` is null for a record that the text has lost: then there is nothing to write. [RC-3, RC-11]
 */
export function agree(before: Said, there: Said | null, row: Said): Agreement {
  const now = { ...row, due: row.due === '' && isOfMinutesAlone(before.due) ? before.due : row.due }
  if (there === null) return { write: {}, held: now }
  const isUntouched = (part: keyof Said) => there[part].trim() === before[part].trim()
  const written = parts.filter((part) => isUntouched(part) && there[part] !== now[part])
  return {
    write: Object.fromEntries(written.map((part) => [part, now[part]])),
    // Words that somebody is changing are compared with the row when they are kept, the other parts with what was agreed.
    held: { ...now, text: isUntouched('text') ? now.text : before.text },
  }
}

/** What was said anew of a part since both agreed; undefined when nothing was, so that the row keeps its own. [RC-11] */
export const saidAnew = (part: keyof Said, told: Said, held: Said | null): string | undefined =>
  held !== null && held[part].trim() === told[part].trim() ? undefined : told[part].trim()
