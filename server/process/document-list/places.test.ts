import { describe, expect, it } from '@jest/globals'
import { placedUnder, standsAt, type Place } from './places.js'

const place = (agendaItemId: string, more: Partial<Place> = {}): Place => ({
  agendaItemId,
  position: 1,
  isPrimary: true,
  presenterId: null,
  presentedBy: null,
  treatedAt: null,
  ...more,
})

describe('where a document stands', () => {
  it('[DL-5] has exactly one row that is its own, whatever is done', () => {
    let places: readonly Place[] = []
    for (const [row, isAlso] of [
      ['a', false],
      ['b', true],
      ['c', true],
      ['b', true],
      ['c', false],
      ['a', true],
    ] as const) {
      places = placedUnder(places, row, 5, isAlso)
      expect(places.filter(({ isPrimary }) => isPrimary)).toHaveLength(1)
    }
    expect(places.map(({ agendaItemId, isPrimary }) => `${agendaItemId} ${isPrimary}`)).toEqual(['c true', 'a false'])
  })

  it('[DL-5] takes along who presents it, and leaves behind that it was treated under another row', () => {
    const before = [place('a', { presentedBy: 'Ada', treatedAt: '2027-06-15T09:00:00.000Z' })]
    expect(placedUnder(before, 'b', 7, false)).toEqual([place('b', { position: 7, presentedBy: 'Ada' })])
    expect(placedUnder(before, 'a', 7, false)).toEqual(before)
    expect(placedUnder(before, 'b', 7, true)).toEqual([...before, place('b', { position: 7, isPrimary: false })])
  })

  it('[DL-8] is the same under the same rows, whatever their order', () => {
    const two = [place('a'), place('b', { isPrimary: false })]
    expect(standsAt(two, two.toReversed())).toBe(true)
    expect(standsAt(two, [place('a', { position: 9, presentedBy: 'Ada' }), two[1]!])).toBe(true)
    expect(standsAt(two, [place('a')])).toBe(false)
    expect(standsAt(two, [place('a', { isPrimary: false }), place('b')])).toBe(false)
  })
})
