/**
 * Names of standards as people write them: `ISO/IEC 21031:2024`, `iso iec 21031 : 2024`, `21031`, `ITU-T L.1801 (02/2026)`, `l1801`.
 * Nothing here throws. A text that cannot be a designation (longer than 200 characters, control characters, broken Unicode, no letter
 * and no digit) gives an empty key, which callers take as "no such designation".
 */
export const MAX_DESIGNATION = 200

/** The designation in one spelling: lower case, one blank between words, numbers apart from letters. Idempotent. [IT-6] */
export function normalise(text: string): string {
  const folded = fold(text)
  return folded === null ? '' : tokens(folded).join(' ').normalize('NFC')
}

/**
 * All keys under which a designation is found; a query finds it when its `normalise` is one of them. The whole name; without edition
 * (year, month, version); without type words such as TR or DIS; without publisher; the bare number; the number without part. [IT-6]
 */
export function searchKeys(designation: string): ReadonlySet<string> {
  const folded = fold(designation)
  const whole = normalise(designation)
  const keys = new Set<string>()
  if (folded === null || whole === '') return keys

  keys.add(whole)
  const { base, edition } = splitEdition(folded)
  const years = edition.map(({ year }) => year).filter((year) => year !== '')
  const forms = [whole, base, `${base} ${years.join(' ')}`, withoutPart(base)]
  for (const form of forms)
    for (const variant of variantsOf(tokens(form))) for (const key of tailsOf(variant)) keys.add(key)
  return keys
}

/** What two names have in common when they may mean the same text. */
export interface Kin {
  /** The name without edition and without the words that tell its kind or stage; one of its `searchKeys`. Empty for no designation. */
  readonly key: string
  /** Year and month, or version, in one spelling; empty when the name tells none. */
  readonly edition: string
}

/**
 * `ISO/IEC DIS 21031` and `ISO/IEC 21031:2024` have one key: draft and standard, or two editions, or one text written in two ways. What it is, a
 * person says. [IM-2]
 */
export function kinOf(designation: string): Kin {
  const folded = fold(designation)
  if (folded === null) return { key: '', edition: '' }
  const { base, edition } = splitEdition(folded)
  const [, , plain] = variantsOf(tokens(base))
  return {
    key: plain!.join(' ').normalize('NFC'),
    edition: edition
      .map(({ sort }) => sort.trim())
      .filter((sort) => /\d/.test(sort))
      .join(' '),
  }
}

/** Part of the permanent address: `iso-iec-21031-2024`. Never changed once given; uniqueness is the caller's care. Empty when refused. */
export function slugOf(designation: string): string {
  const folded = fold(designation)
  if (folded === null) return ''
  return (folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('-').normalize('NFC')
}

const WIDTH = 10

/**
 * Sorts designations as people count: L.9, L.10, L.1410; a text before its parts; editions from old to new. To be compared by code
 * unit (`COLLATE "C"`). Numbers beyond ten digits are none of a standard and sort as text. [IT-7]
 */
export function naturalSortKey(designation: string): string {
  const folded = fold(designation)
  if (folded === null) return ''
  const { base, edition } = splitEdition(folded)
  const padded = (text: string) =>
    tokens(text)
      .map((token) => (/^\d/.test(token) ? token.padStart(WIDTH, '0') : token))
      .join('.')
  return [base, ...edition.map(({ sort }) => sort)].map(padded).join(' ').trim().normalize('NFC')
}

/** Lower case, compatible forms made one (full width, ligatures, Arabic and Thai digits), accents and invisible signs gone. */
function fold(text: string): string | null {
  if (text.length > MAX_DESIGNATION || !text.isWellFormed()) return null
  const folded = text
    .replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/[©®™]/gu, ' ')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\ufe00-\ufe0f\p{Me}\p{Cf}]/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59]/g, (digit) => String(digitValue(digit)))
    .replace(/\s+/gu, ' ')
    .trim()
  // An escape that was not undone (`%00`, a second layer) is no part of any name.
  if (/%|\p{Cc}/u.test(folded) || !/[\p{L}\p{N}]/u.test(folded)) return null
  // Measured again, since one sign may unfold into eighteen.
  return tokens(folded).join(' ').length > MAX_DESIGNATION ? null : folded
}

/** The three ranges of digits start at a code point ending in 0 (60, f0, 50), so the last hex digit is the value. */
const digitValue = (digit: string) => digit.charCodeAt(0) & 0xf

const tokens = (text: string): string[] => text.match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? []

interface Edition {
  /** Empty for a version or a mark such as "(draft)". */
  readonly year: string
  /** The parts in the order in which editions follow each other: year before month. */
  readonly sort: string
}

const YEAR = '(?:19|20)\\d\\d'
const editionPatterns: readonly { pattern: RegExp; read: (match: RegExpMatchArray) => Edition }[] = [
  // ITU: (02/2026)
  {
    pattern: new RegExp(`\\( ?(\\d\\d) ?/ ?(${YEAR}) ?\\)`),
    read: (match) => ({ year: match[2]!, sort: `${match[2]} ${match[1]}` }),
  },
  // ISO, IEC, CEN: :2024, :2024-06; with the blanks that people put
  {
    pattern: new RegExp(` ?: ?(${YEAR})(-\\d\\d)?(?!\\d)`),
    read: (match) => ({ year: match[1]!, sort: `${match[1]} ${match[2] ?? ''}` }),
  },
  // ETSI: V1.4.1
  { pattern: / v(\d+(?:\.\d+){1,2})$/, read: (match) => ({ year: '', sort: `v ${match[1]}` }) },
  // IEEE, ASHRAE: -2019
  { pattern: new RegExp(`(?<=\\d)-(${YEAR})$`), read: (match) => ({ year: match[1]!, sort: match[1]! }) },
  // GRI: a year at the end of a name that has a number already
  { pattern: new RegExp(`(?<=\\d.*) (${YEAR})$`), read: (match) => ({ year: match[1]!, sort: match[1]! }) },
  // "(draft)", "(15th edition)"
  { pattern: / \((draft|\d+\w* edition)\)$/, read: (match) => ({ year: '', sort: match[1]! }) },
]

function splitEdition(folded: string): { base: string; edition: Edition[] } {
  let base = folded
  const edition: Edition[] = []
  for (const { pattern, read } of editionPatterns) {
    const match = base.match(pattern)
    const rest = match && base.replace(pattern, '')
    if (!match || !/[\p{L}\p{N}]/u.test(rest!)) continue
    base = rest!
    edition.push(read(match))
  }
  return { base, edition }
}

/** `iso/iec 30134-1` becomes `iso/iec 30134`, `ieee 1922.2` becomes `ieee 1922`. A number after a hyphen is no number with parts. */
const withoutPart = (base: string) => base.replace(/^(.*?(?<![-\d])\d+)[-.]\d.*$/u, '$1')

const kindWords = new Set(['tr', 'ts', 'pas', 'std', 'standard'])
const stageWords = new Set(['pwi', 'np', 'awi', 'wd', 'cd', 'dis', 'fdis', 'prf', 'dtr', 'dts', 'cdv'])

/** The same name as other people say it: without CD and TR and the like, EN for prEN, IEEE 3584 for IEEE P3584, ITU for ITU-T. */
function variantsOf(words: readonly string[]): string[][] {
  const isIeee = words[0] === 'ieee'
  const settled = words
    .filter((word) => !stageWords.has(word) && !(isIeee && word === 'p'))
    .map((word) => (word === 'pren' ? 'en' : word))
  const variants = [[...words], settled, settled.filter((word) => !kindWords.has(word))]
  if (words[0] === 'itu' && words[1] === 't') variants.push(['itu', ...settled.slice(2)])
  return variants
}

/** A name and what is left when words are taken off its front, as far as its first number; a name without number keeps two words. */
function tailsOf(words: readonly string[]): string[] {
  const firstNumber = words.findIndex((word) => /^\p{N}/u.test(word))
  const last = firstNumber >= 0 ? firstNumber : Math.max(0, words.length - 2)
  return words.slice(0, last + 1).map((_, start) => words.slice(start).join(' ').normalize('NFC'))
}
