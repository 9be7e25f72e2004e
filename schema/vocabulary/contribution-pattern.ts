/**
 * How a group numbers its contributions: a text with tokens, `{group}-I-{seq:3}{rev}`. A pure rule; the numbers themselves are given out by the
 * room of contributions. [CO-8, GS-3]
 */

/** What the numbers of a group look like unless it chooses otherwise. */
export const usualPattern = '{group}-I-{seq:3}{rev}'

/** What a number is made of. */
export interface NumberParts {
  /** Acronym of the group, else its slug. */
  readonly group: string
  /** 1 for the first meeting. */
  readonly meeting: number
  /** Kind of document: C, TD, R. */
  readonly type: string
  /** Consecutive number. */
  readonly seq: number
  /** 0 for the first version, 1 for its first revision. */
  readonly revision: number
}

/** Why a pattern cannot be used; null when it can. */
export type PatternFault = 'NO_SEQUENCE' | 'UNKNOWN_TOKEN' | 'TWO_SEQUENCES' | 'STRAY_BRACE' | 'BAD_SIGN'

const token = /\{([^{}]*)\}/g
const known = /^(?:group|meeting|meetingLetter|type|rev|seq(?::[1-6])?)$/

/** What is wrong with a pattern: it holds exactly one `{seq}`, only tokens that are known, and signs that can stand in an address. */
export function patternFault(pattern: string): PatternFault | null {
  const tokens = [...pattern.matchAll(token)].map(([, name]) => name!)
  if (tokens.some((name) => !known.test(name))) return 'UNKNOWN_TOKEN'
  const rest = pattern.replace(token, '')
  if (/[{}]/.test(rest)) return 'STRAY_BRACE'
  if (!/^[\p{L}\p{N} ._()-]*$/u.test(rest)) return 'BAD_SIGN'
  const sequences = tokens.filter((name) => name.startsWith('seq')).length
  if (sequences === 0) return 'NO_SEQUENCE'
  return sequences > 1 ? 'TWO_SEQUENCES' : null
}

/** A, B, ... Z, AA, AB: the meetings of a group by letters. */
export function meetingLetter(meeting: number): string {
  let letters = ''
  for (let left = meeting; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}

/** The number that a pattern makes; the first version of a document has no suffix. Give it a pattern without fault. */
export const numberBy = (pattern: string, { group, meeting, type, seq, revision }: NumberParts): string =>
  pattern.replace(token, (_, name: string) => {
    if (name === 'group') return group
    if (name === 'meeting') return String(meeting)
    if (name === 'meetingLetter') return meetingLetter(meeting)
    if (name === 'type') return type
    if (name === 'rev') return revision === 0 ? '' : `-R${revision}`
    return String(seq).padStart(Number(name.slice('seq:'.length) || 1), '0')
  })
