import type { TextForm } from '#schema/document/index.js'
import { canonical } from '#schema/document/raw.js'
import type { ReadClause } from '#server/drafting/reading/index.js'

/**
 * A text as one file, of which anybody can take the SHA-256 without us. Form 1: JSON in UTF-8 as RFC 8785 writes it, without a line feed at the
 * end: no blanks, members by the order of the UTF-16 code units of their names. `clauses` stand in the order of the text, each with its number as it
 * was computed, and its content as nodes of the document schema. [DV-4]
 */
export const FROZEN_FORM = 1

export interface FrozenText {
  readonly form: typeof FROZEN_FORM
  readonly document: string
  readonly kind: string
  readonly title: string
  readonly schemaVersion: number
  readonly type: TextForm['type']
  readonly labels: TextForm['labels']
  readonly clauses: readonly FrozenClause[]
}

/** A clause; its content is JSON itself and no text of JSON. */
export type FrozenClause = Omit<ReadClause, 'content'> & { readonly content: unknown }

interface Written {
  readonly document: {
    readonly id: string
    readonly kind: string
    readonly title: string
    readonly schemaVersion: number
  }
  readonly form: TextForm
  readonly clauses: readonly ReadClause[]
}

/** The file of a text as it is read. */
export function frozenFile({ document, form, clauses }: Written): string {
  const frozen: FrozenText = {
    form: FROZEN_FORM,
    document: document.id,
    kind: document.kind,
    title: document.title,
    schemaVersion: document.schemaVersion,
    type: form.type,
    labels: form.labels,
    clauses: clauses.map(({ content, ...clause }) => ({ ...clause, content: JSON.parse(content) as unknown })),
  }
  return canonical(frozen)
}

export const readFrozenFile = (file: string): FrozenText => JSON.parse(file) as FrozenText

/** The clauses of a file as they are read. */
export const clausesOf = ({ clauses }: FrozenText): ReadClause[] =>
  clauses.map(({ content, ...clause }) => ({ ...clause, content: JSON.stringify(content) }))

/** What is written in a text, without what is computed for its readers: two texts with the same marks say the same. */
export const marksOf = (title: string, clauses: readonly Pick<ReadClause, 'id' | 'level' | 'hash'>[]): string =>
  canonical([title, clauses.map(({ id, level, hash }) => [id, level, hash])])
