import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { agendaLevels, agendaSteps } from '#schema/vocabulary/agenda.js'
import { numbered, type Placed } from './agenda-numbers.js'
import { moved, spotOf, takenOut, type Spot } from './agenda-tree.js'

const row = (id: string, parentId: string | null, position: number): Placed => ({ id, parentId, position })
/** 1 a, 2 b, 2.1 c, 2.2 d, 3 e */
const tree = [row('a', null, 1), row('b', null, 2), row('c', 'b', 1), row('d', 'b', 2), row('e', null, 3)]

const applied = (rows: readonly Placed[], changed: readonly Placed[]): Placed[] => [
  ...rows.filter(({ id }) => !changed.some((one) => one.id === id)),
  ...changed,
]
const shown = (rows: readonly Placed[]) => numbered(rows).map(({ number, row: { id } }) => `${number} ${id}`)
const after = (rows: readonly Placed[], id: string, spot: Spot | null) => {
  const changed = moved(rows, id, spot!)
  if (typeof changed === 'string') throw new Error(changed)
  return shown(applied(rows, changed))
}

describe('moving a row', () => {
  it('[AG-4] goes a step up, down, out and in, with what hangs from it', () => {
    expect(after(tree, 'b', spotOf(tree, 'b', 'UP'))).toEqual(['1 b', '1.1 c', '1.2 d', '2 a', '3 e'])
    expect(after(tree, 'b', spotOf(tree, 'b', 'DOWN'))).toEqual(['1 a', '2 e', '3 b', '3.1 c', '3.2 d'])
    expect(after(tree, 'b', spotOf(tree, 'b', 'IN'))).toEqual(['1 a', '1.1 b', '1.1.1 c', '1.1.2 d', '2 e'])
    expect(after(tree, 'c', spotOf(tree, 'c', 'OUT'))).toEqual(['1 a', '2 b', '2.1 d', '3 c', '4 e'])
  })

  it('[AG-4] does nothing where there is no way: above the first, below the last, out of the top, in without a row before', () => {
    expect([spotOf(tree, 'a', 'UP'), spotOf(tree, 'e', 'DOWN'), spotOf(tree, 'a', 'OUT')]).toEqual([null, null, null])
    expect([spotOf(tree, 'c', 'IN'), spotOf(tree, 'nobody', 'UP')]).toEqual([null, null])
  })

  it('[AG-1] refuses a place under itself, beside a row that is gone, and below the last level', () => {
    expect(moved(tree, 'b', { under: 'c', before: null })).toBe('UNDER_ITSELF')
    expect(moved(tree, 'b', { under: 'b', before: null })).toBe('UNDER_ITSELF')
    expect(moved(tree, 'a', { under: 'gone', before: null })).toBe('NOT_THERE')
    expect(moved(tree, 'a', { under: null, before: 'c' })).toBe('NOT_THERE')
    const deep = Array.from({ length: agendaLevels }, (_, at) => row(`l${at}`, at === 0 ? null : `l${at - 1}`, 1))
    expect(moved([...deep, row('x', null, 2)], 'x', { under: `l${agendaLevels - 1}`, before: null })).toBe('TOO_DEEP')
  })
})

it('[AG-5] lets what hung from a removed row rise to its place', () => {
  expect(shown(applied(tree, takenOut(tree, 'b')).filter(({ id }) => id !== 'b'))).toEqual(['1 a', '2 c', '3 d', '4 e'])
})

/** Any row, anywhere: beside, under and before whatever there is, or step by step; now and then one is taken out. */
const act = fc.oneof(
  fc.record({
    what: fc.constant('to' as const),
    row: fc.nat(),
    under: fc.option(fc.nat()),
    before: fc.option(fc.nat()),
  }),
  fc.record({ what: fc.constant('step' as const), row: fc.nat(), step: fc.constantFrom(...agendaSteps) }),
  fc.record({ what: fc.constant('out' as const), row: fc.nat() }),
)

it('[AG-1] stays a tree whatever is moved: every row once, numbers in order, none under itself', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 14 }), fc.array(act, { maxLength: 30 }), (size, acts) => {
      let rows: Placed[] = Array.from({ length: size }, (_, at) => row(`r${at}`, null, at + 1))
      for (const one of acts) {
        if (rows.length === 0) break
        const id = rows[one.row % rows.length]!.id
        const named = (at: number | null) => (at === null ? null : rows[at % rows.length]!.id)
        const ids = rows.map((each) => each.id).sort()
        if (one.what === 'out') {
          rows = applied(rows, takenOut(rows, id)).filter((each) => each.id !== id)
          expect(rows.map((each) => each.id).sort()).toEqual(ids.filter((each) => each !== id))
        } else {
          const spot =
            one.what === 'to' ? { under: named(one.under), before: named(one.before) } : spotOf(rows, id, one.step)
          const changed = spot === null ? [] : moved(rows, id, spot)
          if (typeof changed !== 'string') rows = applied(rows, changed)
          expect(rows.map((each) => each.id).sort()).toEqual(ids)
        }
        // Numbering reaches every row (so there is no circle and no orphan), and siblings are counted 1 to n without holes.
        const numbers = numbered(rows)
        expect(numbers).toHaveLength(rows.length)
        for (const level of Map.groupBy(numbers, ({ row: { parentId } }) => parentId).values())
          expect(level.map(({ number }) => Number(number.split('.').at(-1)))).toEqual(level.map((_, at) => at + 1))
        expect(Math.max(0, ...numbers.map(({ number }) => number.split('.').length))).toBeLessThanOrEqual(agendaLevels)
      }
    }),
  ))
