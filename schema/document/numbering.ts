/** Clause numbers, computed for display. Pure, from the tree and the kinds alone. [CL-15, ST-1, ST-5] */
import type { ClauseKind } from '../vocabulary/documents.js'
import type { Line } from './tree.js'

/** REPORT has the fixed places of process rules; PLAIN (contributions, minutes, statements) numbers its clauses from 1. */
export type NumberingScheme = 'REPORT' | 'PLAIN'

export interface NumberedLine extends Line {
  /** A kind that is not known counts as CLAUSE. */
  readonly kind: string
}

export interface ClauseNumber {
  /** `6.2.1`, `A.2`, `II`; empty where a clause has no number. The word before it (Annex, Appendix) comes from the catalogue, by `series`. */
  readonly text: string
  readonly series: 'BODY' | 'ANNEX' | 'APPENDIX' | 'NONE'
}

const fixedNumbers: Partial<Record<ClauseKind, number>> = {
  SCOPE: 1,
  REFERENCES: 2,
  DEFINITIONS: 3,
  ABBREVIATIONS: 4,
  CONVENTIONS: 5,
}
const firstOfBody = 6
const unnumbered: readonly string[] = ['SUMMARY', 'KEYWORDS', 'INTRODUCTION', 'BIBLIOGRAPHY']

/** 1 is A, 26 is Z, 27 is AA. */
export function letters(count: number): string {
  let text = ''
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text
  return text
}

/** 4 is IV. */
export function roman(count: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let [text, rest] = ['', count]
  for (const [value, sign] of signs) for (; rest >= value; rest -= value) text += sign
  return text
}

/**
 * The number of each clause. At the top level of a report the kind decides: fixed places 1 to 5, body from 6, annexes, appendices; further down
 * only the place does. A second clause for a fixed place is body text, so no number stands twice. [CL-16]
 */
export function clauseNumbers(
  lines: readonly NumberedLine[],
  scheme: NumberingScheme = 'REPORT',
): ReadonlyMap<string, ClauseNumber> {
  const numbers = new Map<string, ClauseNumber>()
  const taken = new Set<string>()
  let body = scheme === 'REPORT' ? firstOfBody : 1
  let [annexes, appendices] = [0, 0]
  let top: ClauseNumber = { text: '', series: 'NONE' }
  /** How many clauses have been counted on each level below the top. */
  const counts: number[] = []

  const numberAtTop = (kind: string): ClauseNumber => {
    if (scheme === 'REPORT') {
      if (kind === 'ANNEX') return { text: letters(++annexes), series: 'ANNEX' }
      if (kind === 'APPENDIX') return { text: roman(++appendices), series: 'APPENDIX' }
      const isFirst = !taken.has(kind)
      taken.add(kind)
      const fixed = fixedNumbers[kind as ClauseKind]
      if (fixed !== undefined && isFirst) return { text: String(fixed), series: 'BODY' }
      if (unnumbered.includes(kind) && isFirst) return { text: '', series: 'NONE' }
    }
    return { text: String(body++), series: 'BODY' }
  }

  for (const { id, level, kind } of lines) {
    if (level === 1) {
      top = numberAtTop(kind)
      counts.length = 0
      numbers.set(id, top)
      continue
    }
    counts.length = Math.min(counts.length, level - 1)
    while (counts.length < level - 1) counts.push(0)
    counts[level - 2]! += 1
    numbers.set(id, top.text === '' ? top : { text: [top.text, ...counts].join('.'), series: top.series })
  }
  return numbers
}
