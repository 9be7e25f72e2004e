/**
 * In which direction each part of a text is read. A clause goes by its heading (else by its first words), so that its number and margins stand at the side
 * where one begins to read; blocks, captions, list items and cells go by their own words; the columns of a table by its first words. What has no words
 * goes on as what is around it; formal notation is read from the left. A rule. [AC-1, AC-2]
 */
import type { Node } from 'prosemirror-model'
import { directionOf, type Direction } from '#schema/document/direction.js'

/** Something that is read otherwise than what is around it, by its place in the clause. */
export interface Turned {
  readonly at: number
  readonly size: number
  readonly dir: Direction
}

/** Words, without what is computed for display. */
const wordsOf = (node: Node): string => {
  let words = ''
  node.forEach((child) => void (words += child.text ?? ''))
  return words
}

const fromLeft = (node: Node): boolean => node.type.name === 'para' && node.attrs['kind'] === 'CODE'

/** The direction of the first words in a node. */
function firstIn(node: Node): Direction | null {
  if (fromLeft(node)) return null
  if (node.isTextblock) return directionOf(wordsOf(node))
  for (const child of node.children) {
    const found = firstIn(child)
    if (found) return found
  }
  return null
}

const clauses = new WeakMap<Node, Direction | null>()

/** Null for a clause without a letter. */
export function directionOfClause(clause: Node): Direction | null {
  const held = clauses.get(clause)
  if (held !== undefined) return held
  const found = firstIn(clause)
  clauses.set(clause, found)
  return found
}

/** The direction of a text: that of its first words. Null where it has none, so that it goes on as the page. */
export function directionOfText(doc: Node): Direction | null {
  for (const clause of doc.children) {
    const found = directionOfClause(clause)
    if (found) return found
  }
  return null
}

/** What in a node is read otherwise than in the direction around it. */
function turnedIn(node: Node, start: number, around: Direction, found: Turned[]): void {
  let at = start
  for (const child of node.children) {
    const { name } = child.type
    // A cell has no direction of its own: its paragraphs have, and its place goes by the table.
    const own = fromLeft(child)
      ? 'ltr'
      : child.isTextblock
        ? directionOf(wordsOf(child))
        : name === 'table'
          ? firstIn(child)
          : null
    if (own && own !== around) found.push({ at, size: child.nodeSize, dir: own })
    if (!child.isTextblock && !child.isLeaf) turnedIn(child, at + 1, own ?? around, found)
    at += child.nodeSize
  }
}

const blocks = new WeakMap<Node, Partial<Record<Direction, readonly Turned[]>>>()

/** What in a clause is read otherwise than the clause, whose direction is given. */
export function turnedInClause(clause: Node, dir: Direction): readonly Turned[] {
  const held = blocks.get(clause) ?? {}
  blocks.set(clause, held)
  if (held[dir]) return held[dir]
  const found: Turned[] = []
  turnedIn(clause, 1, dir, found)
  return (held[dir] = found)
}
