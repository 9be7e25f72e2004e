import { paragraph, type ClauseDraft } from '#schema/document/index.js'
import { endRows, patentRow } from '#schema/vocabulary/agenda.js'
import type { Words } from '#schema/words/index.js'

/** A row of the agenda, as the minutes begin with it. */
export interface AgendaRow {
  readonly id: string
  readonly parentId: string | null
  readonly title: string
}

export interface SeededClause extends ClauseDraft {
  /** The row of the agenda that it is for; none for the clauses that all minutes have. */
  readonly agendaItemId?: string
  readonly children?: readonly SeededClause[]
}

/**
 * What minutes begin with: who was there, a clause for each row of the agenda in its order, the question about patents, the next meeting, each of the two
 * unless a row of a ready-made agenda is about it. Every clause holds an empty paragraph to write in. Without an agenda one clause is for what was discussed. [RC-6; ITU-T A.1 cl. 2.3.3.12, 1.4.6]
 */
export function minutesClauses(words: Words, agenda: readonly AgendaRow[]): SeededClause[] {
  const ids = new Set(agenda.map(({ id }) => id))
  const below = (parentId: string | null): SeededClause[] =>
    agenda
      // What hangs from a row that is not shown stands at the top.
      .filter((row) => (row.parentId !== null && ids.has(row.parentId) ? row.parentId : null) === parentId)
      .map(({ id, title }) => ({ title, body: [paragraph()], agendaItemId: id, children: below(id) }))
  const rows = below(null)
  const common = (key: string): SeededClause => ({ title: words.dynamic(`minutes.clause.${key}`), body: [paragraph()] })
  const has = (titles: readonly string[]) => agenda.some(({ title }) => titles.includes(title))
  return [
    common('present'),
    ...(rows.length > 0 ? rows : [common('discussion')]),
    ...(has([patentRow]) ? [] : [common('patents')]),
    ...(has(endRows) ? [] : [common('next')]),
  ]
}

/** The clauses with their rows, parents before their children, in the order in which they are inserted. */
export const flattened = (clauses: readonly SeededClause[]): SeededClause[] =>
  clauses.flatMap((clause) => [clause, ...flattened(clause.children ?? [])])
