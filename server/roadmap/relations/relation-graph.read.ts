import type { Ctx } from '#server/platform/context/index.js'
import { itemsById, type ItemRow } from '#server/roadmap/items/index.js'
import { relationsOfItem, type ItemRelation } from './relations.loader.js'

/** More would be no picture. */
export const MOST_NODES = 40
export const MOST_STEPS = 3

export interface GraphNode {
  readonly item: ItemRow
  /** Relations between it and the item from which one started; 0 for that item. */
  readonly steps: number
}

export interface GraphEdge extends Pick<ItemRelation, 'id' | 'type' | 'note'> {
  readonly from: ItemRow
  readonly to: ItemRow
}

export interface RelationGraph {
  readonly nodes: GraphNode[]
  readonly edges: GraphEdge[]
  /** There is more than fits, or more behind the last step. */
  readonly isCut: boolean
}

/**
 * What hangs together with an item, by any relation in any direction, so many steps away: nearest first, at most 40 items, and every relation
 * between those. One statement a step. [LG-1]
 */
export async function relationGraph(ctx: Ctx, start: ItemRow, steps: number): Promise<RelationGraph> {
  const { asOf } = start
  const whole = (await itemsById(ctx, asOf).load(start.id)) ?? start
  const nodes = new Map<string, GraphNode>([[start.id, { item: whole, steps: 0 }]])
  const edges = new Map<string, GraphEdge>()
  const all: { here: ItemRow; relation: ItemRelation }[] = []
  let edge: ItemRow[] = [whole]
  let isCut = false
  const wanted = Math.min(Math.max(steps, 1), MOST_STEPS)
  for (let step = 1; edge.length > 0; step += 1) {
    const found = await Promise.all(edge.map((item) => relationsOfItem(ctx, asOf).load(item.id)))
    const next: ItemRow[] = []
    for (const [at, relations] of found.entries()) {
      for (const relation of relations) {
        all.push({ here: edge[at]!, relation })
        const { other } = relation
        if (nodes.has(other.id)) continue
        if (step > wanted || nodes.size >= MOST_NODES) {
          isCut = true
          continue
        }
        nodes.set(other.id, { item: other, steps: step })
        next.push(other)
      }
    }
    edge = next
  }
  for (const { here, relation } of all) {
    const { id, type, note, isOutgoing, other } = relation
    if (!nodes.has(other.id) || edges.has(id)) continue
    const [from, to] = isOutgoing ? [here, other] : [other, here]
    edges.set(id, { id, type, note, from, to })
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], isCut }
}
