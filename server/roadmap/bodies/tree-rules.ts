import { refuse } from '#server/platform/errors/index.js'

/** A body by its id, with the bodies that it points to: its parents, or its successor. */
export type Pointers = ReadonlyMap<string, readonly string[]>

/** Whether one comes back to `id` from `targets` by following the pointers of others. [BO-2] */
export function leadsBack(id: string, targets: readonly string[], pointers: Pointers): boolean {
  const seen = new Set<string>()
  const waiting = [...targets]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === id) return true
    if (seen.has(at)) continue
    seen.add(at)
    waiting.push(...(pointers.get(at) ?? []))
  }
  return false
}

/** Refuses: BODY_UNDER_ITSELF when the parents lie under the body, or are the body. [BO-2] */
export function requireTree(id: string, parents: readonly string[], pointers: Pointers, field: string): void {
  if (leadsBack(id, parents, pointers)) throw refuse('BODY_UNDER_ITSELF', {}, { field })
}

/** Refuses: BODY_FOLLOWS_ITSELF when the work of the successor went on, in the end, in the body itself. [BO-4] */
export function requireSuccession(id: string, successor: string, pointers: Pointers, field: string): void {
  if (leadsBack(id, [successor], pointers)) throw refuse('BODY_FOLLOWS_ITSELF', {}, { field })
}
