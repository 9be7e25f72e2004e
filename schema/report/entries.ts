/** Entries of terms and abbreviations: what is defined, a colon, what it means. [ST-3, ST-9] */
import type { Node } from 'prosemirror-model'
import { blocksOf, slotOf, within, type Block, type Report } from './report.js'

export interface Entry extends Block {
  /** What is defined; nothing where no colon says where it ends. */
  readonly name: string
  readonly meaning: string
}

export const entryText = (node: Node): { name: string; meaning: string } => {
  const text = node.textContent
  const colon = text.indexOf(':')
  return colon < 0
    ? { name: '', meaning: text.trim() }
    : { name: text.slice(0, colon).trim(), meaning: text.slice(colon + 1).trim() }
}

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
