/**
 * Places in the text that stay where they are while others write: a clause, and a relative position in it. Making and finding one costs a
 * walk through one clause, whatever the size of the text.
 */
import type { Node, ResolvedPos } from 'prosemirror-model'
import * as Y from 'yjs'
import { clausesOf, type AnyType } from '#schema/document/index.js'
import type { ShownClause } from './reader.js'
import { cellsOf, shownChildren, textAt } from './shared-content.js'

/** A place that can be sent to others and kept: plain JSON. */
export interface ClausePlace {
  /** The clause it was in. A place in a block that was moved elsewhere is not found any more. */
  readonly c: string
  /** Yjs' relative position, as JSON. Null: the clause as a whole. */
  readonly r: unknown
}

/** Where a place is when characters come in at it: before them or after them. */
export type Side = 'before' | 'after'

const relative = (clause: string, type: AnyType, index: number, side: Side): ClausePlace => ({
  c: clause,
  r: Y.relativePositionToJSON(
    Y.createRelativePositionFromTypeIndex(type, index, side === 'before' ? -1 : 0),
  ) as unknown,
})

/** How many children of a shared type stand before its n-th shown child. */
export function indexOfShown(parent: Y.XmlFragment, shown: number): number {
  const group = shownChildren(parent)[shown]
  return group ? (parent.toArray() as AnyType[]).indexOf(group[0]!) : parent.length
}

/** The place at a position of the view; null between clauses. */
export function placeAt(
  $pos: ResolvedPos,
  shown: ReadonlyMap<string, ShownClause>,
  bodyOf: (clause: string) => Y.XmlFragment | undefined,
  side: Side,
): ClausePlace | null {
  if ($pos.depth === 0) return null
  const id = String($pos.node(1).attrs['id'])
  const clause = shown.get(id)
  if (!clause) return null
  if ($pos.depth === 1) {
    const body = bodyOf(id)
    return body ? relative(id, body, indexOfShown(body, Math.max(0, $pos.index(1) - 1)), side) : null
  }
  let type = clause.types[$pos.index(1)]
  for (let depth = 2; depth < $pos.depth; depth++) {
    if (!(type instanceof Y.XmlFragment)) return null
    type = shownChildren(type)[$pos.index(depth)]?.[0]
  }
  if (!(type instanceof Y.XmlFragment)) return null
  if (!$pos.parent.inlineContent) return relative(id, type, indexOfShown(type, $pos.index()), side)
  const cells = cellsOf(type)
  const cell = textAt(cells, $pos.parentOffset)
  if (cell) return relative(id, cell.type, $pos.parentOffset - cell.from, side)
  const index = cells.findIndex(({ from }) => from >= $pos.parentOffset)
  return relative(id, type, index < 0 ? cells.length : index, side)
}

/** Where the content of each clause of a view begins. */
export type StartOf = (clause: string) => number | undefined

interface Found {
  /** Clause and the way down from it: each type is a child of the one before. */
  readonly clause: string
  readonly way: readonly AnyType[]
}

function wayTo(doc: Y.Doc, type: AnyType): Found | null {
  const clauses: unknown = clausesOf(doc)
  const way: AnyType[] = []
  for (let at = type; ;) {
    way.unshift(at)
    const item = at._item
    if (!item || item.deleted) return null
    const parent = item.parent as AnyType
    if ((parent as unknown) === clauses) return null
    const above = parent._item
    if (above && (above.parent as unknown) === clauses) return { clause: above.parentSub!, way }
    at = parent
  }
}

const isId = (value: unknown): boolean => {
  const { client, clock } = (value ?? {}) as { readonly client?: unknown; readonly clock?: unknown }
  return Number.isSafeInteger(client) && Number.isSafeInteger(clock)
}

/** Whether somebody's relative position is one: it came from another program, and Yjs throws on what is none. */
function isRelative(value: unknown): boolean {
  const { item, type, tname } = (value ?? {}) as Readonly<Record<string, unknown>>
  return item == null ? (type == null ? typeof tname === 'string' : isId(type)) : isId(item)
}

/** The position of a place in a view that shows `shown`; null for one that is not shown any more. */
export function positionOf(
  place: ClausePlace,
  doc: Y.Doc,
  shown: ReadonlyMap<string, ShownClause>,
  startOf: StartOf,
): number | null {
  if (place.r === null) return startOf(place.c) ?? null
  if (!isRelative(place.r)) return null
  const absolute = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(place.r), doc)
  const found = absolute && wayTo(doc, absolute.type as AnyType)
  const clause = found && shown.get(found.clause)
  const start = found && startOf(found.clause)
  if (!absolute || !clause || start === undefined || start === null) return null
  const isBody = !clause.types.includes(found.way[0]) && !(found.way[0] instanceof Y.XmlElement)
  // The body itself is not a child of the view's clause: its blocks are.
  const way = isBody ? found.way.slice(1) : found.way
  let node = clause.node
  let at = start + 1
  let children: readonly (AnyType | undefined)[] = clause.types
  for (let depth = 0; depth < way.length; depth++) {
    const type = way[depth]!
    if (node.inlineContent) {
      const cell = cellsOf(way[depth - 1] as Y.XmlFragment).find((one) => one.type === type)
      return cell ? at + cell.from + (cell.isText ? absolute.index : 0) : null
    }
    const index = children.indexOf(type)
    if (index < 0 || index >= node.childCount) return null
    for (let i = 0; i < index; i++) at += node.child(i).nodeSize
    node = node.child(index)
    at += 1
    children = type instanceof Y.XmlFragment && !node.inlineContent ? shownChildren(type).map(([first]) => first) : []
  }
  if (node.inlineContent) return at + offsetIn(way.at(-1) as Y.XmlFragment, absolute.index, node)
  const within = (way.at(-1) ?? absolute.type) as Y.XmlFragment
  const before = (within.toArray() as AnyType[]).slice(0, absolute.index)
  const count = children.filter((type) => type && before.includes(type)).length + (isBody && way.length === 0 ? 1 : 0)
  for (let i = 0; i < Math.min(count, node.childCount); i++) at += node.child(i).nodeSize
  return at
}

/** The place in a row before the child with this number. */
function offsetIn(parent: Y.XmlFragment, index: number, node: Node): number {
  const cells = cellsOf(parent)
  return Math.min(cells[index]?.from ?? node.content.size, node.content.size)
}
