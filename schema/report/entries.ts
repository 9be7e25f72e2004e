/** Entries of terms and abbreviations: what is defined, a colon, what it means. [ST-3, ST-9] */
import type { Node } from 'prosemirror-model'
import { entriesInOrder, entryParts } from './entry-order.js'
import { blocksOf, slotOf, within, type Block, type Report } from './report.js'

export interface Entry extends Block {
  /** What is defined; nothing where no colon says where it ends. */
  readonly name: string
  readonly meaning: string
}

export const entryText = (node: Node): { name: string; meaning: string } => entryParts(node.textContent)

/** The entries of a kind in a fixed place and below it. */
export function entriesOf(report: Report, slot: 'DEFINITIONS' | 'ABBREVIATIONS'): Entry[] {
  const clause = slotOf(report, slot)
  const kind = slot === 'DEFINITIONS' ? 'TERM' : 'ABBREVIATION'
  if (!clause) return []
  return within(report, clause)
    .flatMap(blocksOf)
    .filter(({ node }) => node.type.name === 'para' && node.attrs['kind'] === kind)
    .map((block) => ({ ...block, ...entryText(block.node) }))
}

/** The name of an entry of a kind; empty where it has none, null for another block. */
export const entryName = (node: Node, kind: 'TERM' | 'ABBREVIATION'): string | null =>
  node.type.name === 'para' && node.attrs['kind'] === kind ? entryText(node).name : null

/**
 * Numbers of terms, by `<clause>-<block>`: 3.2.1, 3.2.2 in alphabetical order, wherever they stand. None in a clause that has clauses below it, which take
 * those numbers. [GE-4]
 */
export function entryNumbers(report: Report): ReadonlyMap<string, string> {
  const slot = slotOf(report, 'DEFINITIONS')
  const numbers = new Map<string, string>()
  for (const clause of slot ? within(report, slot) : []) {
    if (clause.number.text === '' || within(report, clause).length > 1) continue
    const blocks = blocksOf(clause).filter(({ node }) => Boolean(entryName(node, 'TERM')))
    entriesInOrder(blocks, ({ node }) => entryName(node, 'TERM')).forEach(({ block }, i) =>
      numbers.set(`${clause.id}-${block}`, `${clause.number.text}.${i + 1}`),
    )
  }
  return numbers
}
