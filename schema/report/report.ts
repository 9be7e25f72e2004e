/**
 * A shared text seen as a report: which part each clause belongs to, whether it may hold provisions, and its number. Pure, from the document alone; client
 * and server ask the same. [ST-1, ST-5, ST-8]
 */
import type { Node } from 'prosemirror-model'
import type { TextType } from '../vocabulary/documents.js'
import { clauseNumbers, type ClauseNumber, type NumberingScheme } from '../document/numbering.js'

export type ReportType = TextType

export type Part = 'FRONT' | 'BODY' | 'ANNEX' | 'APPENDIX' | 'BACK'

export interface ReportClause {
  readonly node: Node
  readonly id: string
  readonly level: number
  readonly kind: string
  readonly title: string
  readonly number: ClauseNumber
  readonly part: Part
  /** May hold provisions. */
  readonly isNormative: boolean
  /** The clause at the top level that holds it, or itself. */
  readonly top: string
  /** Number of that clause: `6`, `A`, `II`; empty where it has none. */
  readonly topNumber: string
}

export interface Report {
  readonly type: ReportType
  readonly clauses: readonly ReportClause[]
  readonly byId: ReadonlyMap<string, ReportClause>
}

const frontKinds: readonly string[] = ['SUMMARY', 'KEYWORDS', 'INTRODUCTION']

export const schemeOf = (type: ReportType): NumberingScheme => (type === 'PLAIN' ? 'PLAIN' : 'REPORT')

/** A block with its place in its clause: 0 is the first after the title. */
export interface Block {
  readonly clause: ReportClause
  readonly node: Node
  readonly block: number
}

/** The report that a `doc` node of the document schema is. */
export function reportOf(doc: Node, type: ReportType = 'REPORT'): Report {
  const lines = doc.children.map(({ attrs }) => ({
    id: String(attrs['id']),
    level: Number(attrs['level']),
    kind: String(attrs['kind']),
  }))
  const numbers = clauseNumbers(lines, schemeOf(type))
  let top: { id: string; kind: string; number: ClauseNumber; informative: boolean } | null = null
  const clauses = doc.children.map((node, i): ReportClause => {
    const { id, level, kind } = lines[i]!
    const number = numbers.get(id)!
    if (level === 1 || !top) top = { id, kind, number, informative: node.attrs['informative'] === true }
    const part = partOf(top.kind, top.number, type)
    const isNormative = type === 'SPECIFICATION' && (part === 'BODY' || (part === 'ANNEX' && !top.informative))
    const title = node.firstChild?.textContent.trim() ?? ''
    return { node, id, level, kind, title, number, part, isNormative, top: top.id, topNumber: top.number.text }
  })
  return { type, clauses, byId: new Map(clauses.map((clause) => [clause.id, clause])) }
}

function partOf(kind: string, { series }: ClauseNumber, type: ReportType): Part {
  if (type === 'PLAIN') return 'BODY'
  if (series === 'ANNEX') return 'ANNEX'
  if (series === 'APPENDIX') return 'APPENDIX'
  if (frontKinds.includes(kind) && series === 'NONE') return 'FRONT'
  return kind === 'BIBLIOGRAPHY' && series === 'NONE' ? 'BACK' : 'BODY'
}

/** The blocks of a clause, in order, without its title. */
export const blocksOf = (clause: ReportClause): Block[] =>
  clause.node.children.slice(1).map((node, block) => ({ clause, node, block }))

/** All blocks of a report, in order. */
export const allBlocks = (report: Report): Block[] => report.clauses.flatMap(blocksOf)

/** The first clause of a kind at the top level, which is the one that takes its fixed place. */
export const slotOf = (report: Report, kind: string): ReportClause | undefined =>
  report.clauses.find((clause) => clause.level === 1 && clause.kind === kind)

/** A clause with all that are below it. */
export function within(report: Report, { id, level }: ReportClause): ReportClause[] {
  const start = report.clauses.findIndex((clause) => clause.id === id)
  const below = report.clauses.slice(start + 1)
  const end = below.findIndex((clause) => clause.level <= level)
  return [report.clauses[start]!, ...(end < 0 ? below : below.slice(0, end))]
}
