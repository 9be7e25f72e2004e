/** Which templates an empty text offers, and what the fixed places are called in them. [MN-10] */
import type { DocumentKind } from '../vocabulary/collaboration.js'
import type { ClauseKind } from '../vocabulary/documents.js'
import { templates, type TemplateClause, type TemplateId } from './templates.js'

/** The usual one first. */
export const templatesFor: Readonly<Record<DocumentKind, readonly TemplateId[]>> = {
  REPORT: ['TECHNICAL_REPORT', 'TECHNICAL_SPECIFICATION', 'NEUTRAL_REPORT'],
  CONTRIBUTION: ['CONTRIBUTION'],
  MINUTES: ['MINUTES'],
  STATEMENT: [],
}

const everyClause = (clauses: readonly TemplateClause[]): TemplateClause[] =>
  clauses.flatMap((clause) => [clause, ...everyClause(clause.children ?? [])])

const titles = new Map(
  Object.values(templates)
    .flatMap(({ clauses }) => everyClause(clauses))
    .flatMap(({ kind, title }) => (kind && title !== '' ? [[kind, title] as const] : [])),
)

/** The heading under which a fixed place is made; empty for what is no fixed place. */
export const titleOfPlace = (kind: ClauseKind): string => titles.get(kind) ?? ''

/** Name of what belongs into a clause of a template that is no fixed place, by its heading: `NEXT_MEETING`. Null for other headings. */
export function hintOfTitle(title: string): string | null {
  const known = headings.has(title)
  return known ? title.toUpperCase().replaceAll(/[^A-Z]+/g, '_') : null
}
const headings: ReadonlySet<string> = new Set(
  Object.values(templates)
    .flatMap(({ clauses }) => everyClause(clauses))
    .flatMap(({ kind, title }) => (!kind && title !== '' ? [title] : [])),
)

/** The names of all of them. */
export const hintedTitles: readonly string[] = [...headings].map((title) => hintOfTitle(title)!)
