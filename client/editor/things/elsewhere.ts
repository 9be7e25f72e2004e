/** Cross-references to clauses of other texts: what to choose from, and how one is shown. The editor itself asks no server. [TH-5] */
import type { Words } from '#schema/words/index.js'

/** Another text that the person who writes may read. */
export interface OtherText {
  readonly id: string
  readonly title: string
}

/** A clause of another text, as it stands now. */
export interface ClauseOfOther {
  readonly id: string
  readonly number: string
  readonly series: 'BODY' | 'ANNEX' | 'APPENDIX' | 'NONE'
  readonly title: string
}

export interface TextAndClauses extends OtherText {
  readonly clauses: readonly ClauseOfOther[]
}

export interface OtherTexts {
  /** The other texts of the group. */
  otherTexts(): Promise<readonly OtherText[]>
  /** One of them, or any other, with its clauses; null for one that is gone or not for this person. */
  clausesOf(textId: string): Promise<TextAndClauses | null>
}

export const clauseLabel = ({ series, number, title }: ClauseOfOther, words: Words): string =>
  words('thing.clauseLabel', { series, number, title })

/** "Title, clause 6.2"; that the clause is gone; or no more than that it points somewhere. */
export function elsewhereLabel(text: TextAndClauses | null, clauseId: string, words: Words): string {
  if (!text) return words('reading.notForYou')
  const clause = text.clauses.find(({ id }) => id === clauseId)
  if (!clause) return words('reading.goneElsewhere', { title: text.title })
  return words('reading.elsewhere', { title: text.title, clause: clauseLabel(clause, words) })
}
