import { readNumber } from '#schema/vocabulary/numbers.js'
import { subjectKinds, type SubjectKind } from '#schema/vocabulary/decisions.js'

/** The choice that no person holds a reservation. */
export const ORGANISATION = 'ORGANISATION'

interface Sent {
  optional(name: string): string | null
}

/** What a form says a decision is about: `about` from a list of the group's things, or `subject` as it was typed. TWO: both. Null: neither. */
export function subjectIn(sent: Sent): { kind: SubjectKind; key: string } | 'TWO' | null {
  const chosen = sent.optional('about')
  const typed = sent.optional('subject')
  if (chosen !== null && typed !== null) return 'TWO'
  if (typed !== null) return { kind: kindOf(typed), key: typed }
  if (chosen === null) return null
  const [kind = '', ...key] = chosen.split(' ')
  const known = subjectKinds.find((one) => one === kind)
  return known ? { kind: known, key: key.join(' ') } : null
}

/** G-01 is a gap, O-01 a case, anything else the name of an item. */
function kindOf(typed: string): SubjectKind {
  if (readNumber('G', typed) !== null) return 'GAP'
  return readNumber('O', typed) === null ? 'ITEM' : 'CASE'
}
