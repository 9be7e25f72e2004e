import DataLoader from 'dataloader'

/** So many keys go into one statement. */
const most = 200

/**
 * Looks up by key what many calls ask for at the same moment, in one statement: what comes from all sockets that the event loop finds ready goes
 * together. Nothing is remembered, so what is found is never older than the question. A key without an entry is null.
 */
export function together<K, V>(
  fetch: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (key: K) => Promise<V | null> {
  const loader = new DataLoader<K, V | null>(
    async (keys) => {
      const found = await fetch([...new Set(keys)])
      return keys.map((key) => found.get(key) ?? null)
    },
    { cache: false, maxBatchSize: most, batchScheduleFn: (ask) => void setImmediate(ask) },
  )
  return (key) => loader.load(key)
}
