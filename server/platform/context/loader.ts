import DataLoader from 'dataloader'
import type { Ctx } from './ctx.js'

type Batch<K, V> = (ctx: Ctx, keys: readonly K[], asOf: string | null) => Promise<Map<K, V>>

/**
 * Fetching many by key, once a call: `const bodiesById = loader<string, Body>(async (ctx, ids, asOf) => new Map(...))`, then
 * `bodiesById(ctx, row.asOf).load(id)`. A key without an entry loads null. Each call and each `asOf` has a cache of its own.
 */
export function loader<K, V>(batch: Batch<K, V>): (ctx: Ctx, asOf?: string | null) => DataLoader<K, V | null> {
  const byCall = new WeakMap<Ctx, Map<string, DataLoader<K, V | null>>>()
  return (ctx, asOf = null) => {
    let loaders = byCall.get(ctx)
    if (!loaders) byCall.set(ctx, (loaders = new Map()))
    let found = loaders.get(asOf ?? '')
    if (!found) {
      found = new DataLoader<K, V | null>(async (keys) => {
        const values = await batch(ctx, keys, asOf)
        return keys.map((key) => values.get(key) ?? null)
      })
      loaders.set(asOf ?? '', found)
    }
    return found
  }
}

/** The same for lists: a key without an entry loads []. */
export function listLoader<K, V>(batch: Batch<K, V[]>): (ctx: Ctx, asOf?: string | null) => DataLoader<K, V[]> {
  const one = loader<K, V[]>(async (ctx, keys, asOf) => {
    const lists = await batch(ctx, keys, asOf)
    return new Map(keys.map((key) => [key, lists.get(key) ?? []]))
  })
  return one as (ctx: Ctx, asOf?: string | null) => DataLoader<K, V[]>
}

/** Groups rows by a key, for the batch of a list loader. */
export function groupBy<R, K>(rows: readonly R[], key: (row: R) => K): Map<K, R[]> {
  return Map.groupBy(rows, key)
}
