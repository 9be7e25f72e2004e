import * as Y from 'yjs'
import {
  insertClauses,
  paragraph,
  seeded,
  setForm,
  stampVersion,
  type ClauseDraft,
  type RawElement,
} from '#schema/document/index.js'
import type { LabelMode } from '#schema/vocabulary/documents.js'
import type { OverlapVerdict } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'

/** An item whose scope is quoted. */
export interface QuotedItem {
  readonly designation: string
  readonly title: string | null
  /** Name of the body that publishes it. */
  readonly body: string
  /** Its own words; null where none were quoted. */
  readonly scope: string | null
  readonly clause: string | null
  readonly source: string | null
  /** Day of what was quoted. */
  readonly asOf: string | null
  /** Our note, which stands for a scope that was not quoted; null when there is none. */
  readonly note: string | null
}

/** What a statement is drafted from. */
export interface DraftFrom {
  /** O-01. */
  readonly number: string
  readonly items: readonly QuotedItem[]
  readonly verdict: OverlapVerdict | null
  readonly evidence: string | null
  /** Name of the body to which it is said. */
  readonly to: string
  /** Name of the group that says it. */
  readonly from: string
}

/**
 * The first text of a statement: why it is written, each scope as a quotation with where it stands, what was concluded, and an empty place for what
 * is asked. A scope that nobody quoted is never shown as the words of the text. [LS-9]
 */
export function draftClauses(words: Words, given: DraftFrom): ClauseDraft[] {
  const { number, items, verdict, evidence, to, from } = given
  const names = new Intl.ListFormat(words.locale).format(items.map(({ designation }) => designation))
  return [
    {
      title: words('statement.textBackground'),
      body: [paragraph(words('statement.textBackgroundBody', { from, to, names, number }))],
    },
    { title: words('statement.textScopes'), children: items.map((item) => scopeClause(words, item)) },
    {
      title: words('statement.textFindings'),
      body:
        verdict === null
          ? [paragraph(words('statement.textNoVerdict'))]
          : [
              paragraph(
                words('statement.textVerdict', {
                  verdict: words.dynamic(`register.overlapVerdict.${verdict}`),
                  meaning: words.dynamic(`register.overlapVerdictMeaning.${verdict}`),
                }),
              ),
              ...(evidence ?? '')
                .split(/\n+/)
                .filter(Boolean)
                .map((line) => paragraph(line)),
            ],
    },
    { title: words('statement.textRequest'), body: [paragraph('')] },
  ]
}

function scopeClause(words: Words, item: QuotedItem): ClauseDraft {
  const { designation, title, body, scope, note } = item
  const about = paragraph(title ? words('statement.textItem', { title, body }) : body)
  return { title: designation, body: [about, ...(scope === null ? noteBlocks(words, note) : quotation(words, item))] }
}

const quotation = (words: Words, { scope, clause, source, asOf }: QuotedItem): RawElement[] => [
  ...scope!
    .split(/\n+/)
    .filter(Boolean)
    .map((line) => paragraph(line, { kind: 'QUOTATION' })),
  paragraph(
    words('statement.textQuoted', {
      where: [clause && words('statement.textClause', { clause }), source].filter(Boolean).join(', '),
      asOf: asOf ?? words('statement.textDateUnknown'),
    }),
    { kind: 'NOTE' },
  ),
]

const noteBlocks = (words: Words, note: string | null): RawElement[] =>
  note === null
    ? [paragraph(words('statement.textNoScope'), { kind: 'EDITOR_NOTE' })]
    : [paragraph(note, { kind: 'QUOTATION' }), paragraph(words('statement.textOurNote'), { kind: 'EDITOR_NOTE' })]

/** The same as the first update of a shared text, whose tables and figures are counted as `labels` says. */
export function draftUpdate(clauses: readonly ClauseDraft[], seed: number, labels: LabelMode): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = seed
  stampVersion(doc)
  setForm(doc, { labels })
  insertClauses(doc, { parent: null }, clauses, { random: seeded(seed) })
  return Y.encodeStateAsUpdate(doc)
}
