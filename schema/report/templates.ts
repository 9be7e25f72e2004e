/**
 * What a new text begins with: clauses as data. Headings are those of the guide, words of help are ours and are shown, not stored: an empty place
 * says what belongs there, and "None." is generated. [ST-1]
 */
import type { ClauseDraft } from '../document/operations.js'
import { paragraph } from '../document/operations.js'
import type { ClauseKind } from '../vocabulary/documents.js'
import type { ReportType } from './report.js'

export const templateIds = [
  'TECHNICAL_REPORT',
  'TECHNICAL_SPECIFICATION',
  'NEUTRAL_REPORT',
  'MINUTES',
  'CONTRIBUTION',
] as const
export type TemplateId = (typeof templateIds)[number]

export interface TemplateClause {
  readonly title: string
  readonly kind?: ClauseKind
  readonly children?: readonly TemplateClause[]
}

export interface Template {
  readonly type: ReportType
  readonly clauses: readonly TemplateClause[]
}

/** The fixed places of the ITU-T author's guide, 02/2016, Table 1. */
const itut: readonly TemplateClause[] = [
  { title: 'Summary', kind: 'SUMMARY' },
  { title: 'Keywords', kind: 'KEYWORDS' },
  { title: 'Introduction', kind: 'INTRODUCTION' },
  { title: 'Scope', kind: 'SCOPE' },
  { title: 'References', kind: 'REFERENCES' },
  {
    title: 'Definitions',
    kind: 'DEFINITIONS',
    children: [{ title: 'Terms defined elsewhere' }, { title: 'Terms defined in this document' }],
  },
  { title: 'Abbreviations and acronyms', kind: 'ABBREVIATIONS' },
  { title: 'Conventions', kind: 'CONVENTIONS' },
]

export const templates: Readonly<Record<TemplateId, Template>> = {
  TECHNICAL_REPORT: {
    type: 'REPORT',
    clauses: [...itut, { title: '' }, { title: 'Bibliography', kind: 'BIBLIOGRAPHY' }],
  },
  TECHNICAL_SPECIFICATION: {
    type: 'SPECIFICATION',
    clauses: [...itut, { title: '' }, { title: '', kind: 'ANNEX' }, { title: 'Bibliography', kind: 'BIBLIOGRAPHY' }],
  },
  NEUTRAL_REPORT: {
    type: 'PLAIN',
    clauses: [
      { title: 'Summary' },
      { title: 'Background' },
      { title: 'Findings' },
      { title: 'Conclusions' },
      { title: 'Sources' },
    ],
  },
  MINUTES: {
    type: 'PLAIN',
    clauses: [
      { title: 'Opening' },
      { title: 'Approval of the agenda' },
      { title: 'Documents considered' },
      { title: 'Discussion and decisions' },
      { title: 'Actions' },
      { title: 'Next meeting' },
      { title: 'Closing' },
    ],
  },
  CONTRIBUTION: {
    type: 'PLAIN',
    clauses: [{ title: 'Abstract' }, { title: 'Introduction' }, { title: 'Discussion' }, { title: 'Proposal' }],
  },
}

const draftOf = ({ title, kind, children = [] }: TemplateClause): ClauseDraft => ({
  title,
  body: [paragraph()],
  attributes: kind ? { kind } : {},
  children: children.map(draftOf),
})

/** A template as clauses to insert. */
export const draftsOf = (id: TemplateId): ClauseDraft[] => templates[id].clauses.map(draftOf)
