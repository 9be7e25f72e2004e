import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { arrange } from './arrange.js'
import { clampLevels, effectiveTree, type Entries, type Entry } from './tree.js'
import { seeded } from './random.js'

/** Clauses as damaged as can be: unknown and circular parents, equal and foreign keys, equal numbers, any of them dead. */
const id = fc.constantFrom(...'abcdefghij')
const parent = fc.oneof(fc.constant(null), id, fc.constant('nobody'))
const place = fc.record({
  p: parent,
  o: fc.constantFrom('', 'a0', 'a1', 'a2', '~', 'a'),
  t: fc.nat(5),
  b: parent,
  c: fc.constantFrom('', 'a1', 'a3'),
})
const damaged: fc.Arbitrary<Entries> = fc
  .array(fc.tuple(id, fc.record({ at: place, isDead: fc.boolean() })))
  .map((pairs) => new Map<string, Entry>(pairs))

const entry = (p: string | null, o: string, rest: { t?: number; b?: string | null; isDead?: boolean } = {}): Entry => ({
  at: { p, o, t: rest.t ?? 0, b: rest.b ?? null, c: o },
  isDead: rest.isDead ?? false,
})
const shown = (entries: Entries) =>
  effectiveTree(entries)
    .lines.map(({ id, level }) => `${level}${id}`)
    .join(' ')

describe('the effective tree', () => {
  it('[I3, I4, CL-4] shows every living clause once, at levels that never jump, whatever the data', () => {
    fc.assert(
      fc.property(damaged, (entries) => {
        const { lines } = effectiveTree(entries)
        const living = [...entries].filter(([, { isDead }]) => !isDead).map(([id]) => id)
        expect(lines.map(({ id }) => id).sort()).toEqual(living.sort())
        expect(clampLevels(lines)).toEqual(lines)
      }),
      { numRuns: 2_000 },
    )
  })

  it('[I5, CL-4] is the same in whichever order the data came', () => {
    fc.assert(
      fc.property(damaged, fc.integer(), (entries, seed) => {
        const random = seeded(seed)
        const shuffled = new Map(
          [...entries]
            .map((pair) => ({ pair, at: random() }))
            .sort((a, b) => a.at - b.at)
            .map(({ pair }) => pair),
        )
        expect(effectiveTree(shuffled).lines).toEqual(effectiveTree(entries).lines)
      }),
      { numRuns: 2_000 },
    )
  })

  it('[CL-5] undoes the latest move of a circle, and puts the clause back where it was', () => {
    const circle = new Map([
      ['1', entry(null, 'a0')],
      ['3', entry('4', 'a1', { t: 1 })],
      ['4', entry('3', 'a2', { t: 2, b: '1' })],
    ])
    expect(shown(circle)).toBe('11 24 33')
  })

  it('[CL-5] puts a clause at the top when where it was closes a circle too', () => {
    const circle = new Map([
      ['3', entry('4', 'a1', { t: 1 })],
      ['4', entry('3', 'a2', { t: 2, b: '3' })],
    ])
    expect(shown(circle)).toBe('14 23')
  })

  it('[CL-6] puts children of a deleted clause in its place, below the nearest living one', () => {
    const entries = new Map([
      ['1', entry(null, 'a0')],
      ['2', entry(null, 'a1', { isDead: true })],
      ['21', entry('2', 'a5', { isDead: true })],
      ['211', entry('21', 'a0')],
      ['22', entry('2', 'a7')],
      ['3', entry(null, 'a2')],
    ])
    expect(shown(entries)).toBe('11 1211 122 13')
  })

  it('[CL-4] stands ten thousand clauses below each other, and a circle of as many', () => {
    const chain = new Map(Array.from({ length: 10_000 }, (_, i) => [`${i}`, entry(i ? `${i - 1}` : null, 'a0')]))
    const circle = new Map(
      Array.from({ length: 10_000 }, (_, i) => [`${i}`, entry(`${(i + 1) % 10_000}`, 'a0', { t: i })]),
    )
    expect(effectiveTree(chain).lines.at(-1)).toEqual({ id: '9999', level: 10_000 })
    expect(effectiveTree(circle).lines).toHaveLength(10_000)
  })
})

describe('arranging clauses', () => {
  const wantedOf = (entries: Entries, seed: number) => {
    const random = seeded(seed)
    const ids = [...entries.keys(), 'new1', 'new2'].filter(() => random() < 0.8)
    return clampLevels(
      ids.map((id) => ({ id, level: 1 + Math.floor(random() * 4), at: random() })).sort((a, b) => a.at - b.at),
    )
  }
  const after = (entries: Entries, wanted: readonly { id: string }[], places: ReturnType<typeof arrange>): Entries => {
    const ids = new Set(wanted.map(({ id }) => id))
    const all = new Set([...entries.keys(), ...places.keys()])
    return new Map([...all].map((id) => [id, { at: places.get(id) ?? entries.get(id)!.at, isDead: !ids.has(id) }]))
  }

  it('[CL-7] makes the tree show what is wanted, from whatever data to whatever list', () => {
    fc.assert(
      fc.property(damaged, fc.integer(), (entries, seed) => {
        const wanted = wantedOf(entries, seed)
        const moving = new Set([...entries.keys()].slice(0, seed % 3))
        const places = arrange(entries, wanted, seeded(seed), moving)
        expect(effectiveTree(after(entries, wanted, places)).lines).toEqual(wanted)
      }),
      { numRuns: 3_000 },
    )
  })

  it('[CL-7] writes nothing when nothing changes, and one place when a subtree moves', () => {
    const start = new Map<string, Entry>()
    const lines = ['1', '2', '21', '22', '3', '4'].map((id) => ({ id, level: id.length }))
    for (const [id, at] of arrange(new Map(), lines, seeded(1))) start.set(id, { at, isDead: false })
    expect(arrange(start, lines).size).toBe(0)
    const moved = ['2', '21', '22', '1', '3', '4'].map((id) => ({ id, level: id.length }))
    for (const one of ['1', '2']) expect([...arrange(start, moved, seeded(1), new Set([one])).keys()]).toEqual([one])
    const nested = [
      ...lines.slice(0, 1),
      ...lines.slice(4),
      ...lines.slice(1, 4).map(({ id, level }) => ({ id, level: level + 1 })),
    ]
    expect([...arrange(start, nested).keys()]).toEqual(['2'])
  })
})
