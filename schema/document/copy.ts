/**
 * A copy of JSON-like data (and bytes) that shares nothing with the original. Not `structuredClone`: what that makes inside a sandbox has
 * constructors of its own, which Yjs does not take for objects.
 */
export function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Uint8Array) return value.slice() as T
  if (Array.isArray(value)) return value.map(copyOf) as T
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, copyOf(held as unknown)])) as T
}
