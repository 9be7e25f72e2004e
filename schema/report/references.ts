/** What a report cites, and the lists that are built from it: clause 2 and the bibliography. [ST-4] */
import type { Node } from 'prosemirror-model'
import { compareNames } from './compare-names.js'
import { perNode } from './per-node.js'
import { blocksOf, type Part, type Report, type ReportClause } from './report.js'

export type CitationUse = 'REFERENCE' | 'BIBLIOGRAPHY'

export interface Citation {
  readonly key: string
  /** Slug of the item in the register, or nothing. */
  readonly item: string
  readonly use: CitationUse
  readonly clause: string
  readonly part: Part
  readonly block: number
}

/** All that stands in the line and is no text, in a block and what is in it. */
export const thingsIn = perNode((block) => {
  const found: Node[] = []
  block.descendants((inner) => void (inner.isInline && !inner.isText && found.push(inner)))
  return found
})

/** Everything inline of a kind, with the block that holds it, also in tables. */
export const inlineNodes = (clause: ReportClause, name: string): { readonly node: Node; readonly block: number }[] =>
  blocksOf(clause).flatMap(({ node, block }) =>
    thingsIn(node).flatMap((inner) => (inner.type.name === name ? [{ node: inner, block }] : [])),
  )

/** All citations, in the order of the text. */
export const citationsOf = (report: Report): Citation[] =>
  report.clauses.flatMap((clause) =>
    inlineNodes(clause, 'citation').map(({ node, block }) => ({
      key: String(node.attrs['key']).trim(),
      item: String(node.attrs['item']),
      use: node.attrs['use'] === 'BIBLIOGRAPHY' ? 'BIBLIOGRAPHY' : 'REFERENCE',
      clause: clause.id,
      part: clause.part,
      block,
    })),
  )

/** One line of clause 2 or of the bibliography. */
export interface ListedReference {
  readonly key: string
  readonly item: string
  readonly use: CitationUse
  /** Ids of the clauses that cite it, in order. */
  readonly citedIn: readonly string[]
  readonly parts: ReadonlySet<Part>
}

/** The works that are cited for a use, sorted; citing a work twice lists it once. */
export function referenceList(citations: readonly Citation[], use: CitationUse): ListedReference[] {
  const listed = new Map<string, { key: string; item: string; citedIn: string[]; parts: Set<Part> }>()
  for (const { key, item, clause, part, use: own } of citations) {
    if (own !== use || key === '') continue
    const entry = listed.get(key.toLowerCase()) ?? { key, item, citedIn: [], parts: new Set<Part>() }
    if (!entry.citedIn.includes(clause)) entry.citedIn.push(clause)
    entry.parts.add(part)
    listed.set(key.toLowerCase(), { ...entry, item: entry.item || item })
  }
  return [...listed.values()].map((entry) => ({ ...entry, use })).sort((a, b) => compareNames(a.key, b.key))
}

export { compareNames }
