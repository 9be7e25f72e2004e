import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { keysBetween, longestKey } from './order-key.js'
import { seeded } from './random.js'

const one = (low: string | null, high: string | null, random = Math.random): string => {
  const keys = keysBetween(low, high, 1, random)
  if (!keys) throw new Error(`no room between ${low} and ${high}`)
  return keys[0]!
}
const longest = (keys: readonly string[]) => Math.max(...keys.map((key) => key.length))

describe('order keys', () => {
  it('[CL-9] always lie strictly between their neighbours, wherever one inserts', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 })), { maxLength: 80 }),
        (seed, places) => {
          const random = seeded(seed)
          const keys: string[] = []
          for (const [place, count] of places) {
            const at = place % (keys.length + 1)
            keys.splice(at, 0, ...keysBetween(keys[at - 1] ?? null, keys[at] ?? null, count, random)!)
          }
          expect(keys).toEqual([...new Set(keys)].sort())
        },
      ),
    )
  })

  it('[CL-10] stay short when clause after clause is written, before or after the last one', () => {
    const random = seeded(1)
    const after = [one(null, null, random)]
    const before = [one(null, null, random)]
    for (let i = 0; i < 5_000; i++) after.push(one(after.at(-1)!, null, random))
    for (let i = 0; i < 5_000; i++) before.push(one(null, before.at(-1)!, random))
    expect(longest([...after, ...before])).toBeLessThanOrEqual(8)
  })

  it('[CL-10] stay short when thousands are inserted one after the other between the same two', () => {
    const random = seeded(2)
    const [first, last] = keysBetween(null, null, 2, random)!
    let left = first!
    let right = last!
    const keys: string[] = []
    for (let i = 0; i < 5_000; i++) keys.push((left = one(left, last!, random)))
    for (let i = 0; i < 5_000; i++) keys.push((right = one(left, right, random)))
    expect(longest(keys)).toBeLessThanOrEqual(30)
  })

  it('[CL-10] grow by a character in at least three insertions under the worst habit, and say so before they grow too long', () => {
    const random = seeded(3)
    let low = one(null, null, random)
    let high = one(low, null, random)
    let made = 0
    for (;;) {
      const keys = keysBetween(low, high, 1, random)
      if (!keys) break
      expect(keys[0]!.length).toBeLessThanOrEqual(longestKey)
      if (made++ % 2) low = keys[0]!
      else high = keys[0]!
    }
    expect(made).toBeGreaterThan(longestKey * 2.5)
  })

  it('[CL-9] of two people who insert several at the same place do not interleave and are not the same', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        (seed, ours, theirs) => {
          const random = seeded(seed)
          const [low, high] = keysBetween(null, null, 2, random)!
          const a = keysBetween(low!, high!, ours, random)!
          const b = keysBetween(low!, high!, theirs, random)!
          const sorted = [...a.map((key) => ({ key, who: 'a' })), ...b.map((key) => ({ key, who: 'b' }))].sort(
            (x, y) => (x.key < y.key ? -1 : 1),
          )
          expect(new Set([...a, ...b]).size).toBe(ours + theirs)
          expect(sorted.filter(({ who }, i) => i > 0 && who !== sorted[i - 1]!.who)).toHaveLength(1)
        },
      ),
    )
  })

  it('[CL-9] of two people who insert between neighbours that lie close are not the same, either', () => {
    // With a thousand numbers between the neighbours and nothing else, one pair in a thousand was.
    for (let seed = 0; seed < 20_000; seed++) {
      const random = seeded(seed)
      const [low, high] = keysBetween(null, null, 2, random)!
      expect(one(low!, high!, random)).not.toBe(one(low!, high!, random))
    }
  })

  it('[CL-9] says that there is no room between equal, reversed or foreign keys', () => {
    const key = one(null, null)
    expect(keysBetween(key, key)).toBeNull()
    expect(keysBetween(one(key, null), key)).toBeNull()
    for (const foreign of ['', '~', 'a', 'a!', 'zzzzz', 'é', 'a0a', 'b00'])
      expect([keysBetween(foreign, null), keysBetween(null, foreign)]).toEqual([null, null])
  })
})
