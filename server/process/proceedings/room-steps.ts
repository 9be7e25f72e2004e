import type { RoomStep } from '#schema/vocabulary/proceedings.js'

/** The row after or before the one the room is at, in reading order; the first when it is at none. Null where there is no more. [RO-2] */
export function rowBeside<T extends { readonly id: string }>(
  rows: readonly T[],
  at: string | null,
  step: RoomStep,
): T | null {
  if (at === null) return rows[0] ?? null
  const place = rows.findIndex(({ id }) => id === at)
  return rows[place + (step === 'NEXT' ? 1 : -1)] ?? null
}

/** Who asked to speak, with one of them put before another (null: behind all). Whoever is not on the list changes nothing. [RO-5] */
export function inTurn(ids: readonly string[], id: string, before: string | null): string[] {
  if (!ids.includes(id) || id === before) return [...ids]
  const others = ids.filter((one) => one !== id)
  const at = before === null ? others.length : others.indexOf(before)
  return at < 0 ? [...ids] : others.toSpliced(at, 0, id)
}

/** How long after their last sign somebody counts as present, in seconds: three times the pause between signs. [RO-7] */
export const PRESENT_SECONDS = 45
