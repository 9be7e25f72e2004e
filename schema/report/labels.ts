/**
 * Numbers of tables, figures, equations, notes, examples and requirements, computed for display and never stored. [ST-5, ST-7, CL-15]
 */
import type { Node } from 'prosemirror-model'
import type { LabelMode } from '../vocabulary/documents.js'
import { blocksOf, type Report, type ReportClause } from './report.js'

export type { LabelMode }

export const labelKinds = ['TABLE', 'FIGURE', 'EQUATION', 'NOTE', 'EXAMPLE', 'REQUIREMENT'] as const
export type LabelKind = (typeof labelKinds)[number]

export interface Label {
  readonly kind: LabelKind
  readonly clause: string
  /** Block of the clause, from 0. */
  readonly block: number
  /** Child of the block, for a note in a table; null for the block itself. */
  readonly child: number | null
  /** `3`, `6-1`, `A.2`; empty for the only note or example of a clause. */
  readonly number: string
  /** By which cross-references find it; nothing where none does. */
  readonly anchor: string
  /** Words of the caption; nothing where there is none. */
  readonly caption: string
}

/** How a count reads: `3` or `6-3` in the body, `A.3` in an annex; equations have a hyphen everywhere. */
function numberOf(kind: LabelKind, { part, topNumber }: ReportClause, count: number, mode: LabelMode): string {
  if (kind === 'EQUATION') return topNumber === '' ? String(count) : `${topNumber}-${count}`
  if (part === 'ANNEX' || part === 'APPENDIX') return `${topNumber}.${count}`
  return mode === 'BY_CLAUSE' && topNumber !== '' ? `${topNumber}-${count}` : String(count)
}

/** Notes, examples: without a number while there is one of them. */
function among(
  clause: ReportClause,
  nodes: readonly (readonly [Node, number, number | null])[],
  kind: 'NOTE' | 'EXAMPLE',
): Label[] {
  const found = nodes.filter(([node]) => node.attrs['kind'] === kind)
  return found.map(([node, block, child], i) => ({
    kind,
    clause: clause.id,
    block,
    child,
    number: found.length > 1 ? String(i + 1) : '',
    anchor: String(node.attrs['anchor'] ?? ''),
    caption: '',
  }))
}

const captionOf = (frame: Node): string => {
  const caption = frame.children.find(({ attrs }) => attrs['kind'] === 'CAPTION')
  return caption?.textContent.trim() ?? ''
}

/** All labels of a report, clause by clause in the order of the text. */
export function labelsOf(report: Report, mode: LabelMode = 'CONTINUOUS'): Label[] {
  const labels: Label[] = []
  const counts = new Map<string, number>()
  /** What is counted together: a body, an annex, or a clause at the top. */
  const count = (kind: LabelKind, clause: ReportClause): number => {
    const isOwn = kind === 'EQUATION' || mode === 'BY_CLAUSE' || clause.part === 'ANNEX' || clause.part === 'APPENDIX'
    const key = `${kind} ${isOwn ? clause.top : ''}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts.get(key)!
  }
  for (const clause of report.clauses) {
    const blocks = blocksOf(clause)
    for (const { node, block } of blocks) {
      const isFrame = node.type.name === 'frame'
      const kind = isFrame ? (node.attrs['kind'] as string) : node.type.name === 'equation' ? 'EQUATION' : null
      if (kind === 'TABLE' || kind === 'FIGURE' || kind === 'EQUATION')
        labels.push({
          kind,
          clause: clause.id,
          block,
          child: null,
          number: numberOf(kind, clause, count(kind, clause), mode),
          anchor: String(node.attrs['anchor']),
          caption: isFrame ? captionOf(node) : '',
        })
      if (isFrame) {
        const inside = node.children.map((one, child) => [one, block, child] as const)
        labels.push(...among(clause, inside, 'NOTE'))
      }
      if (node.attrs['kind'] === 'REQUIREMENT' && node.type.name === 'para')
        labels.push({
          kind: 'REQUIREMENT',
          clause: clause.id,
          block,
          child: null,
          number: `${clause.number.text || '0'}-${blocks.filter((one) => one.block <= block && one.node.attrs['kind'] === 'REQUIREMENT').length}`,
          anchor: String(node.attrs['anchor']),
          caption: '',
        })
    }
    const own = blocks.map(({ node, block }) => [node, block, null] as const)
    labels.push(...among(clause, own, 'NOTE'), ...among(clause, own, 'EXAMPLE'))
  }
  return labels
}
