/** How the blocks of a clause are read: paragraphs with a list mark become lists in lists, notes and examples are counted. [CL-13, ST-7, ST-13] */
import {
  blockKinds,
  deepestListLevel,
  listStyles,
  type BlockKind,
  type ListStyle,
} from '#schema/vocabulary/documents.js'
import type { NodeJson } from './node-json.js'

export interface ListItem {
  readonly block: NodeJson
  readonly lists: readonly List[]
}

export interface List {
  readonly style: Exclude<ListStyle, 'NONE'>
  readonly items: readonly ListItem[]
}

/** Neighbours of one kind. `number` counts notes (examples, requirements) in the clause; null where there is only one of them. */
export type Part = { readonly kind: BlockKind; readonly number: number | null } & (
  { readonly block: NodeJson; readonly lists?: never } | { readonly lists: readonly List[]; readonly block?: never }
)

interface OpenItem {
  readonly block: NodeJson
  readonly lists: OpenList[]
}
interface OpenList {
  readonly style: Exclude<ListStyle, 'NONE'>
  readonly items: OpenItem[]
}

/** A value of a closed list; anything else counts as the first of it. */
const listed = <T>(value: unknown, list: readonly T[]): T => (list.includes(value as T) ? (value as T) : list[0]!)

const kindOf = ({ attrs }: NodeJson): BlockKind => listed(attrs?.['kind'], blockKinds)
const styleOf = ({ type, attrs }: NodeJson): ListStyle =>
  type === 'para' ? listed(attrs?.['list'], listStyles) : 'NONE'
const indentOf = ({ attrs }: NodeJson): number => {
  const indent = Number(attrs?.['indent'] ?? 0)
  return Number.isInteger(indent) ? Math.max(0, Math.min(indent, deepestListLevel)) : 0
}
const isRescued = ({ attrs }: NodeJson) => attrs?.['rescued'] === true

/** Puts an item where its depth says, as deep as there are items to hang it on. */
function addItem(lists: OpenList[], block: NodeJson, style: Exclude<ListStyle, 'NONE'>, indent: number): void {
  const within = lists.at(-1)?.items.at(-1)
  if (indent > 0 && within) return addItem(within.lists, block, style, indent - 1)
  const last = lists.at(-1)
  if (last?.style === style) last.items.push({ block, lists: [] })
  else lists.push({ style, items: [{ block, lists: [] }] })
}

/** The parts of a clause, in order. */
export function partsOf(blocks: readonly NodeJson[]): Part[] {
  const parts: { kind: BlockKind; block?: NodeJson; lists?: OpenList[] }[] = []
  for (const block of blocks) {
    const [kind, style] = [kindOf(block), styleOf(block)]
    if (style === 'NONE' || isRescued(block)) {
      parts.push({ kind, block })
      continue
    }
    let part = parts.at(-1)
    if (!part?.lists || part.kind !== kind) parts.push((part = { kind, lists: [] }))
    addItem(part.lists!, block, style, indentOf(block))
  }
  const total = new Map<BlockKind, number>()
  for (const { kind } of parts) total.set(kind, (total.get(kind) ?? 0) + 1)
  const counted = new Map<BlockKind, number>()
  return parts.map((part) => {
    const number = (counted.get(part.kind) ?? 0) + 1
    counted.set(part.kind, number)
    return { ...part, number: total.get(part.kind)! > 1 ? number : null } as Part
  })
}
