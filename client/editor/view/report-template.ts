import { paragraph, type ClauseDraft } from '#schema/document/index.js'
import type { ClauseKind } from '#schema/vocabulary/documents.js'
import type { Words } from '#schema/words/index.js'

/** The fixed places of a report, and one clause to begin with. [ST-1] */
const places: readonly ClauseKind[] = [
  'SUMMARY',
  'KEYWORDS',
  'INTRODUCTION',
  'SCOPE',
  'REFERENCES',
  'DEFINITIONS',
  'ABBREVIATIONS',
  'CONVENTIONS',
  'CLAUSE',
  'BIBLIOGRAPHY',
]

/** The clauses with which an empty report begins. The clause of the main part has no heading yet: that is its author's. */
export const reportTemplate = (words: Words): ClauseDraft[] =>
  places.map((kind) => ({
    title: kind === 'CLAUSE' ? '' : words(`editor.kind.${kind}`),
    body: [paragraph()],
    attributes: { kind },
  }))
