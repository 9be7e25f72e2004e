/** Clauses of a report as its first text holds them. */
import { paragraph, type ClauseDraft, type RawElement } from '#schema/document/index.js'
import type { Said, Section } from './said.js'

const element = (name: string, content: readonly RawElement[], attrs: Readonly<Record<string, unknown>> = {}) => ({
  name,
  attrs,
  content,
})

const row = (cells: readonly string[], isHead = false): RawElement =>
  element(
    'table_row',
    cells.map((cell) => element('table_cell', [paragraph(cell)], isHead ? { head: true } : {})),
  )

function blockOf(said: Said): RawElement {
  if (said.is !== 'TABLE') return paragraph(said.text, said.is === 'POINT' ? { list: 'BULLET' } : {})
  const table = element('table', [row(said.head, true), ...said.rows.map((cells) => row(cells))])
  return element('frame', [paragraph(said.caption, { kind: 'CAPTION' }), table], { kind: 'TABLE' })
}

/** The paragraphs and tables of a clause. */
export const blocksOf = (said: readonly Said[]): RawElement[] => said.map(blockOf)

/** A clause to be inserted. */
export const draftOf = ({ heading, said }: Section): ClauseDraft => ({ title: heading, body: blocksOf(said) })
