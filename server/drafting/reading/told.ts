/**
 * What is computed for a reader and is no part of the text: numbers of tables, figures, equations, requirements and footnotes, the words of cross-references,
 * formulas as MathML. It travels as the attribute `told` of the node it is about. [CL-15, ST-5]
 */
import type { Node } from 'prosemirror-model'
import type { TextForm } from '#schema/document/index.js'
import {
  citationsOf,
  entryNumbers,
  generatedOf,
  inlineNodes,
  labelsOf,
  reportOf,
  type Citation,
  type Generated,
  type Label,
  type LeadLine,
  type Report,
  type ReportType,
} from '#schema/report/index.js'
import type { NodeJson } from './node-json.js'

/** A work of a list that is generated, with the clauses that cite it. */
export interface ToldReference {
  readonly key: string
  /** Slug of the item in the register, or nothing. */
  readonly item: string
  readonly use: Citation['use']
  readonly citedIn: readonly ToldClause[]
}

/** What of a clause makes its name. */
export interface ToldClause {
  readonly id: string
  readonly level: number
  readonly number: string
  readonly series: string
  readonly title: string
}

/** Of a clause: what is generated in it. [GE-1, GE-2, GE-3] */
export interface ToldOfClause {
  readonly type: ReportType
  readonly lead?: LeadLine
  readonly isNone?: true
  readonly list?: readonly ToldReference[]
}

export interface Told {
  /** What it is, where the word before the number depends on it. */
  readonly kind?: string
  readonly number?: string
  /** Of a cross-reference: the clause to go to; nothing where what it points to is gone. */
  readonly clause?: string
  /** Names its place on a page: the clause and the block of a table, figure, equation or requirement, or of what a cross-reference points to. */
  readonly at?: string
  /** Of a formula: MathML as a tree, or nothing where it cannot be read. */
  readonly math?: unknown
}

/** A clause of another text. */
export interface PointedTo {
  readonly document: string
  readonly clause: string
}

function pointedTo(report: Report): PointedTo[] {
  const found = new Map<string, PointedTo>()
  for (const clause of report.clauses)
    for (const { node } of inlineNodes(clause, 'reference')) {
      const [document, to] = [String(node.attrs['document']), String(node.attrs['to'])]
      if (document !== '') found.set(`${document} ${to}`, { document, clause: to })
    }
  return [...found.values()]
}

/** Makes a formula a tree of MathML; null for one that cannot be read. */
export type FormulaReader = (tex: string, isDisplay: boolean) => unknown

/** Tells what is computed of a whole text, node by node. */
export class Teller {
  private readonly report: Report
  private readonly labels: ReadonlyMap<string, Label>
  private readonly anchors: ReadonlyMap<string, Label>
  private readonly generated: ReadonlyMap<string, Generated>
  private readonly entries: ReadonlyMap<string, string>
  private notes = 0
  /** Slugs of the items that the text cites, each once. */
  readonly cited: readonly string[]
  /** Clauses of other texts that it points to, each once. */
  readonly elsewhere: readonly PointedTo[]

  constructor(
    doc: Node,
    form: TextForm,
    private readonly formulaOf: FormulaReader,
  ) {
    this.report = reportOf(doc, form.type)
    const labels = labelsOf(this.report, form.labels)
    this.labels = new Map(labels.map((label) => [`${label.clause} ${label.block} ${label.child ?? ''}`, label]))
    const citations = citationsOf(this.report)
    this.cited = [...new Set(citations.map(({ item }) => item).filter((item) => item !== ''))]
    this.elsewhere = pointedTo(this.report)
    this.generated = generatedOf(this.report, citations)
    this.entries = entryNumbers(this.report)
    this.anchors = new Map(labels.flatMap((label) => (label.anchor === '' ? [] : [[label.anchor, label] as const])))
  }

  /** A clause in JSON with what is told of its parts. Clauses are to be told in the order of the text. */
  clause(id: string, clause: NodeJson): NodeJson {
    const content = clause.content?.map((child, i) => (i === 0 ? child : this.block(id, i - 1, child)))
    const told = content ? { ...clause, content } : clause
    const generated = this.generated.get(id)
    return generated ? { ...told, attrs: { ...told.attrs, told: this.ofClause(generated) } } : told
  }

  private ofClause({ lead, isNone, list }: Generated): ToldOfClause {
    return {
      type: this.report.type,
      ...(lead && { lead }),
      ...(isNone && { isNone }),
      ...(list.length > 0 && {
        list: list.map(({ key, item, use, citedIn }) => ({ key, item, use, citedIn: citedIn.map(this.named) })),
      }),
    }
  }

  private readonly named = (id: string): ToldClause => {
    const { level, number, title } = this.report.byId.get(id)!
    return { id, level, number: number.text, series: number.series, title }
  }

  private block(clause: string, block: number, node: NodeJson): NodeJson {
    const label = this.labels.get(`${clause} ${block} `)
    const told = this.below(node)
    const at = placeOf(clause, block)
    if (node.type === 'equation') return withTold(told, { number: label?.number, at, math: this.formula(node, true) })
    const isNumbered = node.type === 'frame' || node.attrs?.['kind'] === 'REQUIREMENT'
    if (label && isNumbered) return withTold(told, { kind: label.kind, number: label.number, at })
    const entry = this.entries.get(at)
    return entry === undefined ? told : withTold(told, { number: entry })
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
    // What stands in another text is told by whoever knows what the reader may see.
    if (attrs?.['document']) return {}
    const [to, target] = [String(attrs?.['to'] ?? ''), String(attrs?.['target'] ?? 'CLAUSE')]
    const clause = target === 'CLAUSE' ? this.report.byId.get(to) : undefined
    if (clause) return { kind: clause.number.series, number: clause.number.text || clause.title, clause: to }
    const label = this.anchors.get(to)
    return label
      ? { kind: label.kind, number: label.number, clause: label.clause, at: placeOf(label.clause, label.block) }
      : {}
  }
}

const placeOf = (clause: string, block: number): string => `${clause}-${block}`

const withTold = (node: NodeJson, told: Told): NodeJson => ({ ...node, attrs: { ...node.attrs, told } })
