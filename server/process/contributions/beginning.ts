import * as Y from 'yjs'
import { insertClauses, paragraph, seeded, setForm, stampVersion, type ClauseDraft } from '#schema/document/index.js'
import type { LabelMode } from '#schema/vocabulary/documents.js'
import { draftsOf } from '#schema/report/index.js'

/** A clause of a draft as it stood when somebody began to write about it. */
export interface QuotedClause {
  /** Title of the draft. */
  readonly draft: string
  /** Empty when it has none. */
  readonly number: string
  readonly title: string
  /** Its words, a line a paragraph. */
  readonly text: string
}

/** The first text of a contribution: the clause that it is about, then its template, with the abstract that stands on the cover already. [WA-3] */
export const beginning = (abstract: string | null, quoted: QuotedClause | null = null): ClauseDraft[] => {
  const template = draftsOf('CONTRIBUTION').map((draft, at) =>
    at === 0 && abstract !== null ? { ...draft, body: abstract.split(/\n+/).map((line) => paragraph(line)) } : draft,
  )
  return quoted ? [quotation(quoted), ...template] : template
}

function quotation({ draft, number, title, text }: QuotedClause): ClauseDraft {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '')
  return {
    title: `The clause as it stands: ${[number, title].filter(Boolean).join(' ')}`.slice(0, 500),
    body: [paragraph(`From “${draft}”:`), ...lines.map((line) => paragraph(line, { kind: 'QUOTATION' }))],
    attributes: {},
    children: [],
  }
}

/** The same as the first update of a shared text, whose tables and figures are counted as `labels` says. [GS-11] */
export function beginningUpdate(clauses: readonly ClauseDraft[], seed: number, labels: LabelMode): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = seed
  stampVersion(doc)
  setForm(doc, { labels })
  insertClauses(doc, { parent: null }, clauses, { random: seeded(seed) })
  return Y.encodeStateAsUpdate(doc)
}
