/** The lines of the outline, read from the document that is shown. A rule. */
import type { Node } from 'prosemirror-model'
import type { ClauseNumber } from '#schema/document/numbering.js'
import { parentsByLevel, subtree, type Line } from '#schema/document/tree.js'
import type { Where } from '#schema/document/operations.js'
import { perNode } from '#schema/report/per-node.js'

export interface OutlineRow extends Line {
  readonly number: ClauseNumber
  readonly title: string
  readonly kind: string
  readonly status: string
  /** Of an annex: it holds no provisions. */
  readonly isInformative: boolean
  /** Id of the person who set the status; empty where nobody did, or nobody knows. */
  readonly statusBy: string
  /** Clauses stand below it. */
  readonly hasChildren: boolean
  /** It has a heading or a block with words, so deleting it deletes words. */
  readonly hasWords: boolean
}

const noNumber: ClauseNumber = { text: '', series: 'NONE' }

const isSame = (one: OutlineRow, other: OutlineRow): boolean =>
  one.id === other.id &&
  one.level === other.level &&
  one.number.text === other.number.text &&
  one.number.series === other.number.series &&
  one.title === other.title &&
  one.kind === other.kind &&
  one.status === other.status &&
  one.isInformative === other.isInformative &&
  one.statusBy === other.statusBy &&
  one.hasChildren === other.hasChildren &&
  one.hasWords === other.hasWords

const holdsWords = (node: Node): boolean =>
  node.isLeaf ? node.textContent.trim() !== '' : node.children.some(holdsWords)

/** What a row says of the words of its clause. Reading all words of a long text for each letter would be felt. */
const wordsOf = perNode((clause) => ({
  title: clause.firstChild?.textContent.trim() ?? '',
  hasWords: holdsWords(clause),
}))

/** Rows that did not change are those of `before`, and so is the list when none did. */
export function rowsOf(
  doc: Node,
  numbers: ReadonlyMap<string, ClauseNumber>,
  before: readonly OutlineRow[] = [],
): readonly OutlineRow[] {
  const known = new Map(before.map((row) => [row.id, row]))
  const rows = doc.children.map((clause, i): OutlineRow => {
    const { attrs } = clause
    const id = String(attrs['id'])
    const level = Number(attrs['level'])
    const next = doc.maybeChild(i + 1)
    const row: OutlineRow = {
      id,
      level,
      number: numbers.get(id) ?? noNumber,
      kind: String(attrs['kind']),
      status: String(attrs['status']),
      isInformative: attrs['informative'] === true,
      statusBy: String(attrs['statusBy'] ?? ''),
      hasChildren: next !== null && Number(next.attrs['level']) > level,
      ...wordsOf(clause),
    }
    const old = known.get(id)
    return old && isSame(old, row) ? old : row
  })
  return rows.length === before.length && rows.every((row, i) => row === before[i]) ? before : rows
}

/** Rows that are not inside a collapsed one. */
export function visibleRows<T extends Line>(rows: readonly T[], collapsed: ReadonlySet<string>): T[] {
  let deepest = Number.POSITIVE_INFINITY
  return rows.filter(({ id, level }) => {
    if (level > deepest) return false
    deepest = collapsed.has(id) ? level : Number.POSITIVE_INFINITY
    return true
  })
}

/** The clauses with the same parent, in order, with that parent. */
function siblingsOf(lines: readonly Line[], id: string): { parent: string | null; ids: string[] } | null {
  const parents = parentsByLevel(lines)
  const parent = parents.get(id)
  if (parent === undefined) return null
  return { parent, ids: lines.filter((line) => parents.get(line.id) === parent).map((line) => line.id) }
}

/** One place up among its siblings; null for the first. */
export function whereUp(lines: readonly Line[], id: string): Where | null {
  const siblings = siblingsOf(lines, id)
  const at = siblings?.ids.indexOf(id) ?? -1
  return siblings && at > 0 ? { parent: siblings.parent, after: siblings.ids[at - 2] ?? null } : null
}

/** One place down among its siblings; null for the last. */
export function whereDown(lines: readonly Line[], id: string): Where | null {
  const siblings = siblingsOf(lines, id)
  const next = siblings?.ids[siblings.ids.indexOf(id) + 1]
  return siblings && next !== undefined ? { parent: siblings.parent, after: next } : null
}

/** Right after a clause and all below it, on its level. */
export function whereAfter(lines: readonly Line[], id: string): Where | null {
  const siblings = siblingsOf(lines, id)
  return siblings && { parent: siblings.parent, after: id }
}

export type DropSide = 'before' | 'after' | 'inside'

/** Where a clause goes that is dropped on another; null on itself or on what is below it. */
export function whereDropped(lines: readonly Line[], moved: string, target: string, side: DropSide): Where | null {
  const part = subtree(lines, moved)
  if (!part || lines.slice(part.start, part.end).some(({ id }) => id === target)) return null
  if (side === 'inside') return { parent: target }
  const siblings = siblingsOf(lines, target)
  if (!siblings) return null
  if (side === 'after') return { parent: siblings.parent, after: target }
  // The clause that moves does not count as the one before.
  const others = siblings.ids.filter((id) => id !== moved)
  return { parent: siblings.parent, after: others[others.indexOf(target) - 1] ?? null }
}

/** How many clauses stand below one. */
export function countBelow(lines: readonly Line[], id: string): number {
  const part = subtree(lines, id)
  return part ? part.end - part.start - 1 : 0
}
