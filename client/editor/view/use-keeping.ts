import { useCallback, useEffect, useRef, useState } from 'react'
import type { ConnectionState } from '../connection/index.js'

/** Keeps a record as the stored text says it; answers in words why it was refused, or null. */
export type Keep = (record: string) => Promise<string | null>

/**
 * Has records of minutes kept after somebody has left them: as soon as all that was written here is stored, so that what is kept is what was written.
 * `refused` says why one was not; it waits for somebody who tries again. [RC-5]
 */
export function useKeeping(state: ConnectionState, keep: Keep | undefined) {
  const waiting = useRef(new Set<string>())
  const [turn, setTurn] = useState(0)
  const [refused, setRefused] = useState<{ record: string; why: string } | null>(null)
  const onLeft = useCallback((record: string) => {
    waiting.current.add(record)
    setTurn((n) => n + 1)
  }, [])
  const isStored = state.phase === 'LIVE' && state.stored === state.written
  useEffect(() => {
    if (!isStored || !keep) return
    const records = [...waiting.current]
    waiting.current.clear()
    for (const record of records)
      keep(record).then(
        (why) => setRefused((held) => (why !== null ? { record, why } : held?.record === record ? null : held)),
        // The words are in the text; the record is kept when somebody leaves it again, or tries again.
        (fault: unknown) => {
          waiting.current.add(record)
          reportError(fault)
        },
      )
  }, [isStored, keep, turn])
  return { onLeft, refused, dismiss: useCallback(() => setRefused(null), []) }
}
