/**
 * What is computed for a reader and is no part of the text: numbers of tables, figures, equations, requirements and footnotes, the words of cross-references,
 * formulas as MathML. It travels as the attribute `told` of the node it is about. [CL-15, ST-5]
 */
import type { Node } from 'prosemirror-model'
import type { TextForm } from '#schema/document/index.js'
import { labelsOf, reportOf, type Label, type Report } from '#schema/report/index.js'
import type { NodeJson } from './node-json.js'

export interface Told {
  /** What it is, where the word before the number depends on it. */
  readonly kind?: string
  readonly number?: string
  /** Of a cross-reference: the clause to go to; nothing where what it points to is gone. */
  readonly clause?: string
  /** Of a formula: MathML as a tree, or nothing where it cannot be read. */
  readonly math?: unknown
}

/** Makes a formula a tree of MathML; null for one that cannot be read. */
export type FormulaReader = (tex: string, isDisplay: boolean) => unknown

/** Tells what is computed of a whole text, node by node. */
export class Teller {
  private readonly report: Report
  private readonly labels: ReadonlyMap<string, Label>
  private readonly anchors: ReadonlyMap<string, Label>
  private notes = 0

  constructor(
    doc: Node,
    form: TextForm,
    private readonly formulaOf: FormulaReader,
  ) {
    this.report = reportOf(doc, form.type)
    const labels = labelsOf(this.report, form.labels)
    this.labels = new Map(labels.map((label) => [`${label.clause} ${label.block} ${label.child ?? ''}`, label]))
    this.anchors = new Map(labels.flatMap((label) => (label.anchor === '' ? [] : [[label.anchor, label] as const])))
  }

  /** A clause in JSON with what is told of its parts. Clauses are to be told in the order of the text. */
  clause(id: string, clause: NodeJson): NodeJson {
    const content = clause.content?.map((child, i) => (i === 0 ? child : this.block(id, i - 1, child)))
    return content ? { ...clause, content } : clause
  }

  private block(clause: string, block: number, node: NodeJson): NodeJson {
    const label = this.labels.get(`${clause} ${block} `)
    const told = this.below(node)
    if (node.type === 'equation') return withTold(told, { number: label?.number, math: this.formula(node, true) })
    const isNumbered = node.type === 'frame' || node.attrs?.['kind'] === 'REQUIREMENT'
    return label && isNumbered ? withTold(told, { kind: label.kind, number: label.number }) : told
  }

  private below(node: NodeJson): NodeJson {
    const content = node.content?.map((child) => this.inline(this.below(child)))
    return content ? { ...node, content } : node
  }

  private inline(node: NodeJson): NodeJson {
    if (node.type === 'math') return withTold(node, { math: this.formula(node, false) })
    if (node.type === 'footnote') return withTold(node, { number: String(++this.notes) })
    return node.type === 'reference' ? withTold(node, this.target(node)) : node
  }

  private formula({ attrs }: NodeJson, isDisplay: boolean): unknown {
    return this.formulaOf(String(attrs?.['tex'] ?? ''), isDisplay) ?? undefined
  }

  private target({ attrs }: NodeJson): Told {
    const [to, target] = [String(attrs?.['to'] ?? ''), String(attrs?.['target'] ?? 'CLAUSE')]
    const clause = target === 'CLAUSE' ? this.report.byId.get(to) : undefined
    if (clause) return { kind: clause.number.series, number: clause.number.text || clause.title, clause: to }
    const label = this.anchors.get(to)
    return label ? { kind: label.kind, number: label.number, clause: label.clause } : {}
  }
}

const withTold = (node: NodeJson, told: Told): NodeJson => ({ ...node, attrs: { ...node.attrs, told } })
