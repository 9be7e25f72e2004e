import * as Y from 'yjs'
import { insertClauses, paragraph, seeded, setForm, stampVersion, type ClauseDraft } from '#schema/document/index.js'
import type { LabelMode } from '#schema/vocabulary/documents.js'
import { draftsOf } from '#schema/report/index.js'

/** The first text of a contribution: its template, with the abstract that stands on the cover already. */
export const beginning = (abstract: string | null): ClauseDraft[] =>
  draftsOf('CONTRIBUTION').map((draft, at) =>
    at === 0 && abstract !== null ? { ...draft, body: abstract.split(/\n+/).map((line) => paragraph(line)) } : draft,
  )

/** The same as the first update of a shared text, whose tables and figures are counted as `labels` says. [GS-11] */
export function beginningUpdate(clauses: readonly ClauseDraft[], seed: number, labels: LabelMode): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = seed
  stampVersion(doc)
  setForm(doc, { labels })
  insertClauses(doc, { parent: null }, clauses, { random: seeded(seed) })
  return Y.encodeStateAsUpdate(doc)
}
