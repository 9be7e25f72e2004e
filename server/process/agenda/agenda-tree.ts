import { agendaLevels, type AgendaStep } from '#schema/vocabulary/agenda.js'
import { inOrder, type Placed } from './agenda-numbers.js'

/** Where a row is to stand: under which row (null: at the top), before which one of those there (null: behind them all). */
export interface Spot {
  readonly under: string | null
  readonly before: string | null
}

/** Why a row cannot stand somewhere. */
export type NoSpot = 'UNDER_ITSELF' | 'NOT_THERE' | 'TOO_DEEP'

/** The rows right under one, or at the top, in order. */
export const siblingsOf = (rows: readonly Placed[], parentId: string | null): Placed[] =>
  rows.filter((row) => row.parentId === parentId).toSorted(inOrder)

const levelOf = (byId: ReadonlyMap<string, Placed>, id: string | null): number =>
  id === null ? 0 : 1 + levelOf(byId, byId.get(id)?.parentId ?? null)

/** Levels of a row and what hangs from it: 1 for a row alone. */
const height = (rows: readonly Placed[], id: string): number =>
  1 + Math.max(0, ...rows.filter((row) => row.parentId === id).map((row) => height(rows, row.id)))

/** Whether `id` is `of`, or hangs from it. */
function hangsFrom(byId: ReadonlyMap<string, Placed>, id: string | null, of: string): boolean {
  for (let at = id; at !== null; at = byId.get(at)?.parentId ?? null) if (at === of) return true
  return false
}

/**
 * The rows that change place when `id` goes to a spot: it, and those that make room. What hangs from it goes along. A row that is not in the tree
 * yet is put in. A spot under itself, beside a row that is not there, or too deep is none. [AG-1, AG-4]
 */
export function moved(rows: readonly Placed[], id: string, { under, before }: Spot): Placed[] | NoSpot {
  const byId = new Map(rows.map((row) => [row.id, row]))
  if (under !== null && !byId.has(under)) return 'NOT_THERE'
  if (hangsFrom(byId, under, id)) return 'UNDER_ITSELF'
  const others = siblingsOf(rows, under).filter((row) => row.id !== id)
  const at = before === null ? others.length : others.findIndex((row) => row.id === before)
  if (at < 0) return 'NOT_THERE'
  if (levelOf(byId, under) + height(rows, id) > agendaLevels) return 'TOO_DEEP'
  const order = others.toSpliced(at, 0, { id, parentId: under, position: 0 })
  return order
    .map((row, place) => ({ id: row.id, parentId: under, position: place + 1 }))
    .filter((row) => {
      const was = byId.get(row.id)
      return !was || was.parentId !== row.parentId || was.position !== row.position
    })
}

/** The spot to which a step leads; null when the row cannot go that way. [AG-4] */
export function spotOf(rows: readonly Placed[], id: string, step: AgendaStep): Spot | null {
  const row = rows.find((one) => one.id === id)
  if (!row) return null
  const beside = siblingsOf(rows, row.parentId)
  const at = beside.findIndex((one) => one.id === id)
  if (step === 'UP') return at === 0 ? null : { under: row.parentId, before: beside[at - 1]!.id }
  if (step === 'DOWN') {
    return at === beside.length - 1 ? null : { under: row.parentId, before: beside[at + 2]?.id ?? null }
  }
  if (step === 'IN') return at === 0 ? null : { under: beside[at - 1]!.id, before: null }
  const parent = rows.find((one) => one.id === row.parentId)
  if (!parent) return null
  const around = siblingsOf(rows, parent.parentId)
  return { under: parent.parentId, before: around[around.findIndex((one) => one.id === parent.id) + 1]?.id ?? null }
}

/** The rows that change place when `id` is taken out: those under it rise to where it stood. [AG-5] */
export function takenOut(rows: readonly Placed[], id: string): Placed[] {
  const row = rows.find((one) => one.id === id)
  if (!row) return []
  const byId = new Map(rows.map((one) => [one.id, one]))
  const order = siblingsOf(rows, row.parentId).flatMap((one) => (one.id === id ? siblingsOf(rows, id) : [one]))
  return order
    .map((one, place) => ({ id: one.id, parentId: row.parentId, position: place + 1 }))
    .filter((one) => byId.get(one.id)!.parentId !== one.parentId || byId.get(one.id)!.position !== one.position)
}
