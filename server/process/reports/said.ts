import type { SectionKey } from '#schema/vocabulary/reports.js'

/** A part of a clause as it is composed: a paragraph, a point of a list, or a table with its caption. */
export type Said =
  | { readonly is: 'PARA' | 'POINT'; readonly text: string }
  | {
      readonly is: 'TABLE'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** A clause of a report as the records give it. */
export interface Section {
  readonly key: SectionKey
  readonly heading: string
  readonly said: readonly Said[]
}

export const para = (text: string): Said => ({ is: 'PARA', text })
export const point = (text: string): Said => ({ is: 'POINT', text })

/** A table; what stands instead where there is nothing to put in it. */
export const tableOr = (
  instead: string,
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Said => (rows.length === 0 ? para(instead) : { is: 'TABLE', caption, head, rows })

/** Points; what stands instead where there are none. [RP-1] */
export const pointsOr = (instead: string, points: readonly string[]): Said[] =>
  points.length === 0 ? [para(instead)] : points.map(point)

/** The words of a clause line by line, to be compared and shown beside each other: a row of a table is a line. */
export const linesOf = (said: readonly Said[]): string[] =>
  said.flatMap((one) => {
    if (one.is !== 'TABLE') return [one.is === 'POINT' ? `– ${one.text}` : one.text]
    return [one.caption, ...one.rows.map((row) => row.map((cell) => cell || '–').join(' | '))]
  })
