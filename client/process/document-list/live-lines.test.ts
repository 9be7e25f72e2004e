import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { aLine } from '../testing/documents.js'
import { inOrder, takenIn, type LineChanges, type Lines } from './live-lines.js'
import { groupsOf, PIECE } from './pieces.js'

const agenda = [
  { id: 'a', number: '1', title: 'Opening' },
  { id: 'b', number: '2', title: 'Water' },
]
const had: Lines = {
  lines: [aLine(1, { agendaItemId: 'a', position: 1 }), aLine(9), aLine(10)],
  totalCount: 3,
  since: '1',
  agenda,
}
const changes = (more: Partial<LineChanges>): LineChanges => ({
  since: '2',
  changed: [],
  gone: [],
  totalCount: 3,
  agenda: null,
  ...more,
})
const whole = { sort: { by: 'AGENDA', direction: 'ASC' }, isWhole: true } as const
const numbers = (lines: Lines | null) => lines?.lines.map(({ number }) => number)

describe('a list that others change', () => {
  it('[DL-9] puts what moved where it stands now, and new lines where they belong', () => {
    const moved = changes({ changed: [aLine(10, { agendaItemId: 'b', position: 1 }), aLine(2)], totalCount: 4 })
    const now = takenIn(had, moved, whole, 'en')
    expect(numbers(now)).toEqual(['X-1', 'X-10', 'X-2', 'X-9'])
    expect(now?.since).toBe('2')
  })

  it('[DL-9] keeps lines that did not change as the very same objects, so that nothing is drawn again', () => {
    const now = takenIn(had, changes({ changed: [aLine(9, { result: 'NOTED', progress: null })] }), whole, 'en')
    expect(now!.lines[0]).toBe(had.lines[0])
    expect(now!.lines[2]).toBe(had.lines[2])
  })

  it('[DL-9] drops what no longer fits, and is read anew when something left it that nobody may name', () => {
    expect(numbers(takenIn(had, changes({ gone: [aLine(9).id], totalCount: 2 }), whole, 'en'))).toEqual(['X-1', 'X-10'])
    expect(takenIn(had, changes({ totalCount: 2 }), whole, 'en')).toBeNull()
  })

  it('[DL-9] changes of a page only what it shows', () => {
    const page = { ...whole, isWhole: false }
    const now = takenIn(had, changes({ changed: [aLine(10, { title: 'New' }), aLine(40)], totalCount: 90 }), page, 'en')
    expect(now!.lines.map(({ title }) => title)).toEqual(['Document 1', 'Document 9', 'New'])
    expect(now!.totalCount).toBe(90)
  })

  it('[DL-9] stands as if all of it had been sorted, whatever changed', () => {
    const place = fc.record({
      number: fc.integer({ min: 1, max: 99 }),
      agendaItemId: fc.constantFrom('a', 'b', null),
      position: fc.integer({ min: 1, max: 4 }),
      title: fc.constantFrom('Water', 'Energy', 'Heat'),
    })
    const someLines = fc
      .uniqueArray(place, { selector: ({ number }) => number, maxLength: 90 })
      .map((all) => all.map(({ number, ...more }) => aLine(number, more)))
    const view = fc.record({
      by: fc.constantFrom('AGENDA' as const, 'TITLE' as const, 'NUMBER' as const),
      direction: fc.constantFrom('ASC' as const, 'DESC' as const),
    })
    fc.assert(
      fc.property(someLines, someLines, view, (there, changed, sort) => {
        const compare = inOrder({ sort }, agenda, 'en')
        const expected = [...new Map([...there, ...changed].map((one) => [one.id, one])).values()].sort(compare)
        const before = { ...had, lines: there.toSorted(compare), totalCount: there.length }
        const told = changes({ changed, totalCount: expected.length })
        expect(takenIn(before, told, { sort, isWhole: true }, 'en')!.lines).toEqual(expected)
      }),
    )
  })

  it('[DL-6] stands in the order of the agenda when that changes', () => {
    const turned = changes({ agenda: agenda.toReversed(), changed: [aLine(9, { agendaItemId: 'b', position: 1 })] })
    expect(numbers(takenIn(had, turned, whole, 'en'))).toEqual(['X-9', 'X-1', 'X-10'])
    const byTitle = { sort: { by: 'TITLE', direction: 'DESC' }, isWhole: true } as const
    const turnedRound = { ...had, lines: had.lines.toReversed() }
    expect(numbers(takenIn(turnedRound, changes({ changed: [aLine(9, { title: 'Zeta' })] }), byTitle, 'en'))).toEqual([
      'X-9',
      'X-10',
      'X-1',
    ])
  })
})

describe('the pieces of a long list', () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({ id: `row-${at}`, number: String(at + 1), title: `Row ${at}` }))
  const lines = Array.from({ length: 1_800 }, (_, at) =>
    aLine(at + 1, { agendaItemId: `row-${Math.floor(at / 45)}`, position: (at % 45) + 1 }),
  )
  const list: Lines = { lines, totalCount: lines.length, since: '1', agenda: rows }
  const before = groupsOf(lines, rows, true)

  it('[DL-9] are drawn again only where something changed: one of eighty, when one of 1,800 documents gets its result', () => {
    const changed = aLine(1_000, { agendaItemId: 'row-22', position: 10, result: 'NOTED', progress: null })
    const now = takenIn(list, changes({ changed: [changed], totalCount: 1_800 }), whole, 'en')!
    const after = groupsOf(now.lines, rows, true, before)
    expect(before.flatMap(({ pieces }) => pieces)).toHaveLength(80)
    const drawn = after.flatMap((group, at) => group.pieces.filter((piece, i) => piece !== before[at]!.pieces[i]))
    expect(drawn).toHaveLength(1)
    expect(drawn[0]!.filter((one) => !lines.includes(one))).toEqual([changed])
    expect(after.filter((group, at) => group !== before[at]).map(({ row, open }) => [row!.id, open])).toEqual([
      ['row-22', 44],
    ])
  })

  it('[DL-9] are drawn again in both rows when a document goes from one to the other, and nowhere else', () => {
    const changed = aLine(1, { agendaItemId: 'row-39', position: 46 })
    const now = takenIn(list, changes({ changed: [changed], totalCount: 1_800 }), whole, 'en')!
    const after = groupsOf(now.lines, rows, true, before)
    expect(after.filter((group, at) => group !== before[at]).map(({ row, count }) => [row!.id, count])).toEqual([
      ['row-0', 44],
      ['row-39', 46],
    ])
    expect(Math.max(...after.flatMap(({ pieces }) => pieces.map(({ length }) => length)))).toBeLessThanOrEqual(PIECE)
  })
})
