import { expect, it } from '@jest/globals'
import { OneATurn } from './one-a-turn.js'

it('does one thing a turn, in order, and goes on after one that throws', async () => {
  const faults: unknown[] = []
  const turns = new OneATurn((error) => faults.push(error))
  const done: number[] = []
  turns.add(() => {
    done.push(1)
    turns.add(() => done.push(4))
  })
  turns.add(() => {
    throw new Error('the second')
  })
  turns.add(() => done.push(3))
  expect(done).toEqual([])
  const seen: number[] = []
  while (done.length < 3) {
    await new Promise(setImmediate)
    seen.push(done.length)
  }
  expect(done).toEqual([1, 3, 4])
  expect(faults).toEqual([new Error('the second')])
  // Never two in one turn.
  expect(seen.every((count, i) => count - (seen[i - 1] ?? 0) <= 1)).toBe(true)
})
