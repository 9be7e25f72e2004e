import { relationTraits, type RelationType } from '#schema/vocabulary/register.js'
import { refuse } from '#server/platform/errors/index.js'

/** A relation between two items, by their ids, read "`from` type `to`". */
export interface RelationEdge {
  readonly from: string
  readonly to: string
  readonly type: RelationType
}

/** The one form in which a relation is stored: a symmetric one has the smaller id first, so that it exists once. [RE-2] */
export function normalForm<E extends RelationEdge>(edge: E): E {
  const turn = relationTraits[edge.type].isSymmetric && edge.from > edge.to
  return turn ? { ...edge, from: edge.to, to: edge.from } : edge
}

/**
 * The items on the way from `edge.to` back to `edge.from` over edges of the same type, both included; null when there is no way, so that
 * the new edge closes no circle.
 */
export function circleClosedBy(edge: RelationEdge, existing: Iterable<RelationEdge>): string[] | null {
  const next = Map.groupBy(
    [...existing].filter(({ type }) => type === edge.type),
    ({ from }) => from,
  )
  const cameFrom = new Map<string, string | null>([[edge.to, null]])
  const waiting = [edge.to]
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (item === edge.from) return pathTo(item, cameFrom)
    for (const { to } of next.get(item) ?? []) {
      if (cameFrom.has(to)) continue
      cameFrom.set(to, item)
      waiting.push(to)
    }
  }
  return null
}

/**
 * The edge in the form to store. `existing` needs the edges of its type only. [RE-2, RE-3, RE-4]
 * Refuses: RELATION_TO_ITSELF; RELATION_CYCLE, with the items on the circle as details.
 */
export function acceptable<E extends RelationEdge>(edge: E, existing: Iterable<RelationEdge>): E {
  if (edge.from === edge.to) throw refuse('RELATION_TO_ITSELF', {}, { field: 'to' })
  if (relationTraits[edge.type].isAcyclic) {
    const circle = circleClosedBy(edge, existing)
    if (circle) throw refuse('RELATION_CYCLE', { steps: circle.length - 1 }, { field: 'to', details: { circle } })
  }
  return normalForm(edge)
}

/** Days on which something holds; null where unknown. */
export interface Lasting {
  readonly since: string | null
  readonly until: string | null
}

/** The days when the last is not before the first. Days are written 2026-03-14. Refuses: ENDS_BEFORE_START. [RE-6] */
export function inOrder(days: Lasting, field: string): Lasting {
  const { since, until } = days
  if (since !== null && until !== null && until < since) {
    throw refuse('ENDS_BEFORE_START', { startsOn: since, endsOn: until }, { field })
  }
  return days
}

function pathTo(item: string, cameFrom: ReadonlyMap<string, string | null>): string[] {
  const path: string[] = []
  for (let at: string | null | undefined = item; at != null; at = cameFrom.get(at)) path.unshift(at)
  return path
}
