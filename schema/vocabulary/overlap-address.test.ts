import { describe, expect, it } from '@jest/globals'
import {
  caseFilter,
  newCaseAddress,
  overlapsAddress,
  readOverlaps,
  readSuggestions,
  suggestionsAddress,
  writeOverlaps,
} from './overlap-address.js'

const read = (query: string) => readOverlaps(new URLSearchParams(query))

describe('[AD-1] the address of the overlap pages', () => {
  it('holds the whole view, and gives it back', () => {
    const view = read(
      'view=items&items=a,b&items=c&as=table&state=agreed&verdict=CONFLICT&topic=water&body=iso&body=iso&item=a&asOf=2026-03-01',
    )
    expect(view).toMatchObject({
      view: 'ITEMS',
      items: ['a', 'b', 'c'],
      isTable: true,
      state: ['AGREED'],
      verdict: ['CONFLICT'],
      topic: ['WATER'],
      body: ['iso', 'iso'],
      item: ['a'],
      asOf: '2026-03-01T23:59:59.999Z',
      unread: [],
    })
    expect(readOverlaps(writeOverlaps(view))).toEqual(view)
  })

  it('[AD-2] names what of it was not understood, and shows the rest', () => {
    const view = read('view=planets&topic=CHEESE&topic=WATER&items=../etc&asOf=2026-02-30')
    expect(view).toMatchObject({ view: 'BODIES', topic: ['WATER'], items: [], asOf: null })
    expect(view.unread.map(({ name }) => name)).toEqual(['view', 'items', 'topic', 'asOf'])
    const many = Array.from({ length: 21 }, (_, at) => `item-${at}`)
    expect(read(`items=${many.join(',')}`)).toMatchObject({ unread: [{ name: 'items', value: 'item-20' }] })
  })

  it('leaves out what was opened by mistake, unless one asks for it', () => {
    expect(caseFilter(read('')).state).toEqual(['OPEN', 'IN_DISCUSSION', 'AGREED', 'CLOSED'])
    expect(caseFilter(read('state=WITHDRAWN')).state).toEqual(['WITHDRAWN'])
  })

  it('is written for the place behind a field', () => {
    expect(overlapsAddress(read('view=topics'), { topic: ['WATER'], body: ['itu-t'] })).toBe(
      '/overlaps?view=topics&topic=WATER&body=itu-t',
    )
    expect(overlapsAddress(read(''))).toBe('/overlaps')
    expect(suggestionsAddress({ item: ['a', 'b'] })).toBe('/overlaps/suggestions?item=a&item=b')
    expect(newCaseAddress(['a', 'b'])).toBe('/overlaps/new?items=a%2Cb')
    expect(readSuggestions(new URLSearchParams('state=dismissed&body=iso')).state).toBe('DISMISSED')
  })
})
