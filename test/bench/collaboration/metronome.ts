/**
 * Says when the next edit is due, from a thread of its own: timers of Node go by whole milliseconds, and edits that are sent in twos and threes would
 * be merged by a server that merges what comes together, as those of a hundred people are not.
 */
import { parentPort } from 'node:worker_threads'
import { seeded } from '#schema/document/index.js'

export interface Beat {
  readonly perSecond: number
  readonly seconds: number
  readonly seed: number
}

/** When something was due, as `Date.now()` counts, with fractions; null after the last. */
export type Tick = number | null

const now = () => performance.timeOrigin + performance.now()
const sleeper = new Int32Array(new SharedArrayBuffer(4))

parentPort!.on('message', ({ perSecond, seconds, seed }: Beat) => {
  const random = seeded(seed)
  const gap = () => (-Math.log(1 - random()) / perSecond) * 1000
  const end = now() + seconds * 1000
  for (let due = now() + gap(); due < end; due += gap()) {
    const wait = due - now()
    if (wait > 0) Atomics.wait(sleeper, 0, 0, wait)
    parentPort!.postMessage(due satisfies Tick)
  }
  parentPort!.postMessage(null satisfies Tick)
})
