/** Small texts for tests, in few signs. */
import type { Node } from 'prosemirror-model'
import { schema } from '../document/schema.js'

type Inline = string | Node
export const para = (content: Inline | readonly Inline[], attrs: Record<string, unknown> = {}): Node =>
  schema.nodes['para']!.create(
    attrs,
    [content].flat().map((one) => (typeof one === 'string' ? schema.text(one) : one)),
  )
export const cite = (key: string, attrs: Record<string, unknown> = {}): Node =>
  schema.nodes['citation']!.create({ key, item: key.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'), ...attrs })
export const refer = (to: string, target = 'FRAME'): Node => schema.nodes['reference']!.create({ to, target })
export const equation = (tex: string, anchor = ''): Node => schema.nodes['equation']!.create({ tex, anchor })
const captionOf = (text: string) => (text === '' ? [] : [para(text, { kind: 'CAPTION' })])
const cell = (text: string) => schema.nodes['table_cell']!.create(null, para(text === '' ? [] : text))
export const table = (caption: string, anchor = '', ...notes: Node[]): Node =>
  schema.nodes['frame']!.create({ kind: 'TABLE', anchor }, [
    ...captionOf(caption),
    schema.nodes['table']!.create(null, schema.nodes['table_row']!.create(null, [cell('a'), cell('b')])),
    ...notes,
  ])
export const figure = (caption: string, anchor = '', alt = 'A picture'): Node =>
  schema.nodes['frame']!.create({ kind: 'FIGURE', anchor }, [
    schema.nodes['image']!.create({ alt }),
    ...captionOf(caption),
  ])

export interface ClauseSketch {
  readonly id?: string
  readonly title?: string
  readonly kind?: string
  readonly level?: number
  readonly informative?: boolean
  readonly body?: readonly (Node | string)[]
}

export const aReport = (...clauses: ClauseSketch[]): Node =>
  schema.nodes['doc']!.create(
    null,
    clauses.map(({ id, title = 'Title', kind = 'CLAUSE', level = 1, informative = false, body = [] }, i) =>
      schema.nodes['clause']!.create({ id: id ?? `c${i}`, kind, level, informative }, [
        schema.nodes['clause_title']!.create(null, title === '' ? [] : schema.text(title)),
        ...body.map((block) => (typeof block === 'string' ? para(block) : block)),
      ]),
    ),
  )

/** A report with all its places, in which nothing is to be put right; `clauses` stand in its body, annexes and appendices. */
export const aCleanReport = (...clauses: ClauseSketch[]): Node =>
  aReport(
    { id: 'summary', kind: 'SUMMARY', title: 'Summary', body: ['What it says.'] },
    { id: 'keywords', kind: 'KEYWORDS', title: 'Keywords', body: ['carbon, energy, water'] },
    { id: 'scope', kind: 'SCOPE', title: 'Scope', body: ['It is about this.'] },
    { id: 'references', kind: 'REFERENCES', title: 'References' },
    { id: 'definitions', kind: 'DEFINITIONS', title: 'Definitions' },
    { id: 'abbreviations', kind: 'ABBREVIATIONS', title: 'Abbreviations and acronyms' },
    { id: 'conventions', kind: 'CONVENTIONS', title: 'Conventions' },
    ...clauses,
  )

/** Without the clause of a place, or with another body in it. */
export const withSlot = (doc: Node, id: string, ...body: (Node | string)[]): Node =>
  schema.nodes['doc']!.create(
    null,
    doc.children.map((clause) =>
      clause.attrs['id'] === id
        ? clause
            .copy(clause.content.cut(0, clause.firstChild!.nodeSize))
            .type.create(clause.attrs, [
              clause.firstChild!,
              ...body.map((block) => (typeof block === 'string' ? para(block) : block)),
            ])
        : clause,
    ),
  )
