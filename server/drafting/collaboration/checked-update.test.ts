import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import * as Y from 'yjs'
import { judge, Known, partsOf } from './checked-update.js'
import { DeleteSet } from './delete-set.js'

const range = fc.record({ clock: fc.nat(60), len: fc.integer({ min: 1, max: 12 }) })
const clocksOf = ({ clock, len }: { clock: number; len: number }) => Array.from({ length: len }, (_, i) => clock + i)

describe('what is deleted', () => {
  it('[CS-8] says of any ranges exactly what is new', () =>
    fc.assert(
      fc.property(fc.array(range), fc.array(range), (before, asked) => {
        const set = new DeleteSet()
        for (const one of before) set.add(1, one)
        const known = new Set(before.flatMap(clocksOf))
        for (const one of asked) {
          expect(set.missing(1, [one]).flatMap(clocksOf)).toEqual(clocksOf(one).filter((clock) => !known.has(clock)))
        }
        expect(set.missing(2, asked)).toEqual(asked)
        const read = [...(partsOf(set.asUpdate())?.deletes.get(1) ?? [])]
        expect(read.flatMap(clocksOf).sort((a, b) => a - b)).toEqual([...known].sort((a, b) => a - b))
        // Neighbours are joined, so that the set does not grow with the number of keystrokes.
        for (const [i, one] of read.entries())
          if (i > 0) expect(one.clock).toBeGreaterThan(read[i - 1]!.clock + read[i - 1]!.len)
      }),
    ))
})

/** A text, written by several hands, and all its updates in order. */
function history(steps: readonly (readonly [number, number, boolean])[]) {
  const updates: Uint8Array[] = []
  const docs = [0, 1, 2].map((i) => {
    const doc = new Y.Doc()
    doc.clientID = 100 + i
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'other') return
      updates.push(update)
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'other')
    })
    return doc
  })
  for (const [who, at, isDeletion] of steps) {
    const text = docs[who % 3]!.getText('t')
    if (isDeletion && text.length > 0) text.delete(at % text.length, 1)
    else text.insert(at % (text.length + 1), `<${at}>`)
  }
  return { updates, doc: docs[0]! }
}
const steps = fc.array(fc.tuple(fc.nat(2), fc.nat(50), fc.boolean()), { minLength: 1, maxLength: 25 })

describe('an update', () => {
  it('[CS-8] is cut down to its news, and with it the text is what it would have been', () =>
    fc.assert(
      fc.property(steps, fc.nat(24), fc.nat(24), (made, from, to) => {
        const { updates, doc } = history(made)
        const known = new Known()
        const reader = new Y.Doc()
        const take = (update: Uint8Array) => {
          const verdict = judge(update, known)
          if (verdict.is === 'known') return
          if (verdict.is !== 'news') throw new Error(verdict.is)
          known.take(verdict.parts)
          Y.applyUpdate(reader, verdict.update)
          expect(reader.store.pendingStructs).toBeNull()
        }
        updates.slice(0, from).forEach(take)
        // Some again, some new, in one: what a client sends that was away.
        const some = updates.slice(Math.min(from, to), Math.max(from, to) + 1)
        if (some.length > 0) take(Y.mergeUpdates(some))
        take(Y.encodeStateAsUpdate(doc))
        expect(reader.getText('t').toString()).toBe(doc.getText('t').toString())
        expect(judge(Y.encodeStateAsUpdate(doc), known).is).toBe('known')
        expect(Y.decodeStateVector(known.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))
      }),
    ))

  it('[CS-11] that builds on something missing is a gap', () => {
    const { updates } = history([
      [0, 0, false],
      [1, 0, false],
      [1, 1, true],
    ])
    const known = new Known()
    expect(judge(updates[1]!, known).is).toBe('gap')
    expect(judge(updates[2]!, known).is).toBe('gap')
    expect(judge(updates[0]!, known).is).toBe('news')
  })

  it('[CS-12] that was tampered with is told from a good one, or does no harm: 100,000 of them (seed 7)', () => {
    let state = 7
    const random = (below: number) => (state = (state * 48271) % 2147483647) % below
    const { updates } = history(Array.from({ length: 60 }, () => [random(3), random(50), random(3) === 0] as const))
    const verdicts = { news: 0, known: 0, gap: 0, bad: 0 }
    for (let i = 0; i < 100_000; i++) {
      const n = random(updates.length)
      if (i % 5000 === 0 || !base) base = knownOf(updates)
      const bytes = Uint8Array.from(updates[n]!)
      for (let j = 0; j <= random(3); j++) bytes[random(bytes.length)] = random(256)
      const cut = random(8) === 0 ? bytes.slice(0, random(bytes.length)) : bytes
      const verdict = judge(cut, base)
      verdicts[verdict.is]++
      if (verdict.is === 'news') expect(partsOf(verdict.update)).not.toBeNull()
    }
    expect(verdicts.bad).toBeGreaterThan(10_000)
    expect(verdicts.gap).toBeGreaterThan(1_000)
  })
})

let base: Known | undefined
function knownOf(updates: readonly Uint8Array[]): Known {
  const known = new Known()
  for (const update of updates) known.take(partsOf(update)!)
  return known
}
