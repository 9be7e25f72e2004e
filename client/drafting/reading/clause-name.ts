import type { Words } from '#schema/words/index.js'

/** What of a clause makes its name. */
export interface NamedClause {
  readonly level: number
  readonly number: string
  readonly series: 'BODY' | 'ANNEX' | 'APPENDIX' | 'NONE'
  readonly title: string
  readonly isInformative: boolean
}

/** The number as it stands before the heading: 6.2, Annex A, A.2. Null for a clause without one. [ST-5] */
export const clauseNumberOf = ({ level, number, series }: NamedClause, words: Words): string | null => {
  if (number === '') return null
  const isHead = level === 1 && (series === 'ANNEX' || series === 'APPENDIX')
  return isHead ? words(`reading.head.${series}`, { number }) : number
}

/** "(normative)", "(informative)": what stands beside the number of an annex itself; null for everything else. [ST-5] */
export const mannerOf = ({ level, series, isInformative }: NamedClause, words: Words): string | null =>
  level === 1 && series === 'ANNEX'
    ? words('reading.annexManner', { is: isInformative ? 'informative' : 'normative' })
    : null

/** Number and heading in one line. */
export function clauseNameOf(clause: NamedClause, words: Words): string {
  const title = clause.title || words('reading.untitled')
  const number = clauseNumberOf(clause, words)
  return number === null ? title : words('reading.name', { number, title })
}
