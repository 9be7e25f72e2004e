import type { Words } from '#schema/words/index.js'

/** What of a clause makes its name. */
export interface NamedClause {
  readonly level: number
  readonly number: string
  readonly series: 'BODY' | 'ANNEX' | 'APPENDIX' | 'NONE'
  readonly title: string
}

/** The number as it stands before the heading: 6.2, Annex A, A.2. Null for a clause without one. [ST-5] */
export const clauseNumberOf = ({ level, number, series }: NamedClause, words: Words): string | null => {
  if (number === '') return null
  const isHead = level === 1 && (series === 'ANNEX' || series === 'APPENDIX')
  return isHead ? words(`reading.head.${series}`, { number }) : number
}

/** Number and heading in one line. */
export function clauseNameOf(clause: NamedClause, words: Words): string {
  const title = clause.title || words('reading.untitled')
  const number = clauseNumberOf(clause, words)
  return number === null ? title : words('reading.name', { number, title })
}
