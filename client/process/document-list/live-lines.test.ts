import { describe, expect, it } from '@jest/globals'
import type { DocumentLineFragment } from '#schema/generated/operations.js'
import { takenIn, type LineChanges, type Lines } from './live-lines.js'

const line = (number: number, more: Partial<DocumentLineFragment> = {}): DocumentLineFragment => ({
  id: `id-${number}`,
  number: `X-${number}`,
  title: `Document ${number}`,
  sources: [],
  purposes: [],
  state: 'SUBMITTED',
  standing: 'ON_TIME',
  availableSince: null,
  handedIn: null,
  agendaItemId: null,
  alsoUnder: [],
  position: null,
  presentedBy: null,
  progress: 'OPEN',
  result: null,
  note: null,
  revisedTo: null,
  mergedInto: null,
  replaces: [],
  revision: 1,
  ...more,
})
const agenda = [
  { id: 'a', number: '1', title: 'Opening' },
  { id: 'b', number: '2', title: 'Water' },
]
const had: Lines = {
  lines: [line(1, { agendaItemId: 'a', position: 1 }), line(9), line(10)],
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
    const moved = changes({ changed: [line(10, { agendaItemId: 'b', position: 1 }), line(2)], totalCount: 4 })
    const now = takenIn(had, moved, whole, 'en')
    expect(numbers(now)).toEqual(['X-1', 'X-10', 'X-2', 'X-9'])
    expect(now?.since).toBe('2')
  })

  it('[DL-9] keeps lines that did not change as the very same objects, so that nothing is drawn again', () => {
    const now = takenIn(had, changes({ changed: [line(9, { result: 'NOTED', progress: null })] }), whole, 'en')
    expect(now!.lines[0]).toBe(had.lines[0])
    expect(now!.lines[2]).toBe(had.lines[2])
  })

  it('[DL-9] drops what no longer fits, and is read anew when something left it that nobody may name', () => {
    expect(numbers(takenIn(had, changes({ gone: ['id-9'], totalCount: 2 }), whole, 'en'))).toEqual(['X-1', 'X-10'])
    expect(takenIn(had, changes({ totalCount: 2 }), whole, 'en')).toBeNull()
  })

  it('[DL-9] changes of a page only what it shows', () => {
    const page = { ...whole, isWhole: false }
    const now = takenIn(had, changes({ changed: [line(10, { title: 'New' }), line(40)], totalCount: 90 }), page, 'en')
    expect(now!.lines.map(({ title }) => title)).toEqual(['Document 1', 'Document 9', 'New'])
    expect(now!.totalCount).toBe(90)
  })

  it('[DL-6] stands in the order of the agenda when that changes', () => {
    const turned = changes({ agenda: agenda.toReversed(), changed: [line(9, { agendaItemId: 'b', position: 1 })] })
    expect(numbers(takenIn(had, turned, whole, 'en'))).toEqual(['X-9', 'X-1', 'X-10'])
    const byTitle = { sort: { by: 'TITLE', direction: 'DESC' }, isWhole: true } as const
    expect(numbers(takenIn(had, changes({ changed: [line(9, { title: 'Zeta' })] }), byTitle, 'en'))).toEqual([
      'X-9',
      'X-10',
      'X-1',
    ])
  })
})
