/**
 * How contributions are numbered: a pattern of tokens per group, the number that it gives, the suffix of a revision. Pure grammar, so that whoever
 * sets a pattern, whoever gives a number by it and whoever writes an address read it alike. [CO-8, GS-3]
 */

/** FGAI4EE-I-007, and FGAI4EE-I-007-R1 for its first revision: input documents, as focus groups of ITU-T number them. */
export const DEFAULT_PATTERN = '{group}-I-{seq:3}{rev}'

/** Why a pattern cannot be used. A person is told in the words of the refusal NUMBER_PATTERN. [GS-3] */
export type PatternFault =
  | 'EMPTY'
  | 'TOO_LONG'
  | 'BAD_SIGN'
  | 'STRAY_BRACE'
  | 'UNKNOWN_TOKEN'
  | 'NO_SEQUENCE'
  | 'TWICE'
  | 'DIGIT_BESIDE'
  | 'REVISION_NOT_LAST'

type Token = 'group' | 'meeting' | 'meetingLetter' | 'type' | 'seq' | 'rev'
type Part = { readonly literal: string } | { readonly token: Token; readonly width: number }

/** A pattern that was read. */
export interface NumberPattern {
  readonly parts: readonly Part[]
  /** Whether a number says for which meeting it is, so that none can be given without one. */
  readonly needsMeeting: boolean
}

export const LONGEST_PATTERN = 60
const MOST_DIGITS = 6
const tokens: readonly Token[] = ['group', 'meeting', 'meetingLetter', 'type', 'seq', 'rev']

/**
 * The pattern that `text` is, or why it is none. The number of a document goes into addresses, file names and citations, so that there are no blanks
 * and slashes in it; and a digit beside the running number would make two numbers look like one.
 */
export function readPattern(text: string): NumberPattern | PatternFault {
  if (text === '') return 'EMPTY'
  if (text.length > LONGEST_PATTERN) return 'TOO_LONG'
  const parts: Part[] = []
  for (const [whole, name, width] of text.matchAll(/\{([^{}]*?)(?::(\d))?\}|[^{}]+|[{}]/g)) {
    if (name === undefined) {
      if (/[{}]/.test(whole)) return 'STRAY_BRACE'
      if (!/^[A-Za-z0-9.&_-]+$/.test(whole)) return 'BAD_SIGN'
      parts.push({ literal: whole })
      continue
    }
    const token = tokens.find((one) => one === name)
    const digits = width === undefined ? 1 : Number(width)
    if (!token || (width !== undefined && token !== 'seq') || digits < 1 || digits > MOST_DIGITS) return 'UNKNOWN_TOKEN'
    if (parts.some((part) => 'token' in part && part.token === token)) return 'TWICE'
    parts.push({ token, width: digits })
  }
  const at = (token: Token) => parts.findIndex((part) => 'token' in part && part.token === token)
  const sequence = at('seq')
  if (sequence < 0) return 'NO_SEQUENCE'
  if (isDigitAt(parts[sequence - 1], -1) || isDigitAt(parts[sequence + 1], 0)) return 'DIGIT_BESIDE'
  if (at('rev') >= 0 && at('rev') !== parts.length - 1) return 'REVISION_NOT_LAST'
  return { parts, needsMeeting: at('meetingLetter') >= 0 || at('meeting') >= 0 }
}

/** The pattern that `text` is; one that cannot be read gives way to ours. */
export function usablePattern(text: string): NumberPattern {
  const own = readPattern(text)
  if (typeof own !== 'string') return own
  const usual = readPattern(DEFAULT_PATTERN)
  if (typeof usual === 'string') throw new Error(`Our own pattern is none: ${usual}`)
  return usual
}

/** The short name of a group may end or begin with a digit (FG-6), and a meeting is one, so neither stands right beside the running number. */
function isDigitAt(part: Part | undefined, end: 0 | -1): boolean {
  if (!part) return false
  if ('token' in part) return part.token === 'group' || part.token === 'meeting'
  return /\d/.test(part.literal.at(end)!)
}

/** What the numbers of one series have in common. */
export interface Series {
  /** Short name of the group, or its slug. */
  readonly group: string
  /** Number of the meeting in its group; null for what is for the group at any time. */
  readonly meeting: number | null
}

/** C: all that is numbered here is a contribution. */
const TYPE = 'C'

/** A, B, ..., Z, AA: the letter by which a group calls its first, second, ... meeting. */
export function meetingLetter(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  return (rest > 0 ? meetingLetter(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26))
}

/** FG-AI4EE is FGAI4EE in a number. */
export const groupInNumber = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toUpperCase()

function written({ parts }: NumberPattern, { group, meeting }: Series, sequence: (width: number) => string): string {
  return parts
    .map((part) => {
      if ('literal' in part) return part.literal
      if (part.token === 'seq') return sequence(part.width)
      if (part.token === 'rev') return ''
      if (part.token === 'type') return TYPE
      if (part.token === 'group') return groupInNumber(group)
      if (meeting === null) return ''
      return part.token === 'meeting' ? String(meeting) : meetingLetter(meeting)
    })
    .join('')
}

/** The number without the suffix of a revision: FGAI4EE-I-007. More digits than the pattern has come when they are needed. */
export const writeContributionNumber = (pattern: NumberPattern, series: Series, sequence: number): string =>
  written(pattern, series, (width) => String(sequence).padStart(width, '0'))

/** Name of the series within which numbers run: the number with a # for the running part. */
export const seriesOf = (pattern: NumberPattern, series: Series): string => written(pattern, series, () => '#')

/** -R2 for the second revision; nothing for what was first handed in. */
export const revisionSuffix = (revision: number): string => (revision > 0 ? `-R${revision}` : '')

/** What an address or a citation names: the number, and the revision if it names one (0: as first handed in). */
export interface NamedContribution {
  readonly number: string
  readonly revision: number | null
}

/** What a citation can mean, the likelier first: a number may itself end like a suffix, so both are looked up. */
export function namedContributions(text: string): readonly NamedContribution[] {
  const number = text.trim()
  const [, base, digits] = /^(.+)-?R(\d{1,4})$/i.exec(number) ?? []
  const whole = { number, revision: null }
  return base === undefined ? [whole] : [whole, { number: base.replace(/-$/, ''), revision: Number(digits) }]
}
