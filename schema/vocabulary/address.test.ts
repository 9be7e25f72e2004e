import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  gapsAddress,
  itemsAddress,
  orderOf,
  readAsOf,
  readBodyList,
  readGapList,
  readItemList,
  writeGapList,
  writeItemList,
  type GapListView,
  type ItemListView,
} from './address.js'
import { GAP_STANDINGS, PRIORITIES } from './gaps.js'
import { IMPACTS, ITEM_STATES, ITEM_TYPES, LIFECYCLE_STAGES, TOPICS } from './items.js'
import { CONFIDENCES } from './source.js'

const some = <T>(values: readonly T[]) =>
  fc.option(
    fc.subarray([...values], { minLength: 1 }).map((chosen) => values.filter((value) => chosen.includes(value))),
    { nil: undefined },
  )
const names = (pattern: RegExp) =>
  fc.option(fc.uniqueArray(fc.stringMatching(pattern), { minLength: 1, maxLength: 5 }), { nil: undefined })
const search = fc.option(
  fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .filter(Boolean),
  { nil: undefined },
)
const cursor = fc.option(fc.base64String({ minLength: 4, maxLength: 40 }), { nil: null })
const asOf = fc.option(
  fc
    .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  { nil: null },
)
const present = <T extends object>(filter: T) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as T
const view = <F extends object>(filter: fc.Arbitrary<F>, by: readonly string[]) =>
  fc
    .record({
      filter: filter.map(present),
      sort: fc.option(fc.record({ by: fc.constantFrom(...by), direction: fc.constantFrom('ASC', 'DESC') }), {
        nil: null,
      }),
      after: cursor,
      before: cursor,
      asOf,
      unread: fc.constant([]),
    })
    .map((made) => ({ ...made, before: made.after ? null : made.before }))

const itemView = view(
  fc.record({
    search,
    state: some(ITEM_STATES),
    type: some(ITEM_TYPES),
    topic: some(TOPICS),
    lifecycleStage: some(LIFECYCLE_STAGES),
    impact: some(IMPACTS),
    confidence: some(CONFIDENCES),
    body: names(/^[a-z0-9][a-z0-9-]{0,20}$/),
    gap: names(/^G-[0-9]{2,4}$/),
    isInForce: fc.option(fc.boolean(), { nil: undefined }),
  }),
  ['DESIGNATION', 'TITLE', 'STATE', 'AS_OF', 'RELEVANCE'],
) as fc.Arbitrary<ItemListView>

const gapView = view(
  fc.record({
    search,
    standing: some(GAP_STANDINGS),
    priority: some(PRIORITIES),
    topic: some(TOPICS),
    lifecycleStage: some(LIFECYCLE_STAGES),
    body: names(/^[a-z0-9][a-z0-9-]{0,20}$/),
    principle: names(/^P-[0-9]{2,4}$/),
    isOpen: fc.option(fc.boolean(), { nil: undefined }),
  }),
  ['NUMBER', 'TITLE', 'PRIORITY', 'STANDING', 'RELEVANCE'],
) as fc.Arbitrary<GapListView>

const through = (params: URLSearchParams) => new URLSearchParams(params.toString())

it('[AD-1] reads every list of items from the address that was written for it', () =>
  fc.assert(fc.property(itemView, (wanted) => expect(readItemList(through(writeItemList(wanted)))).toEqual(wanted))))

it('[AD-1] reads every list of gaps from the address that was written for it', () =>
  fc.assert(fc.property(gapView, (wanted) => expect(readGapList(through(writeGapList(wanted)))).toEqual(wanted))))

it('[AD-1] takes any address, and what it understood is understood again', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom('q', 'topic', 'state', 'body', 'gap', 'inForce', 'sort', 'asOf', 'x'), fc.string()),
      ),
      (pairs) => {
        const first = readItemList(new URLSearchParams(pairs))
        expect(readItemList(through(writeItemList(first)))).toEqual({ ...first, unread: [] })
      },
    ),
  ))

it('[AD-2] names what it did not understand instead of passing over it', () => {
  const { filter, unread } = readItemList(
    new URLSearchParams('topic=WATER&topic=SOUP&state=PUBLISHED&inForce=perhaps&sort=colour&asOf=2026-02-30&gap=17'),
  )
  expect(filter).toEqual({ topic: ['WATER'], state: ['PUBLISHED'] })
  expect(unread).toEqual([
    { name: 'asOf', value: '2026-02-30' },
    { name: 'topic', value: 'SOUP' },
    { name: 'gap', value: '17' },
    { name: 'inForce', value: 'perhaps' },
    { name: 'sort', value: 'colour' },
  ])
})

it('[AD-2] does not pass a search on that is far too long', () => {
  const { filter, unread } = readGapList(new URLSearchParams({ q: 'x'.repeat(1000) }))
  expect(filter).toEqual({})
  expect(unread).toEqual([{ name: 'q', value: 'x'.repeat(80) }])
})

it('understands values as people type them, once each and in the order of the list', () => {
  expect(readItemList(new URLSearchParams('topic=water&topic=carbon&topic=WATER&gap=g-07')).filter).toEqual({
    topic: ['CARBON', 'WATER'],
    gap: ['G-07'],
  })
  expect(readBodyList(new URLSearchParams('kind=focus-group&q= itu ')).filter).toEqual({
    search: 'itu',
    kind: ['FOCUS_GROUP'],
  })
})

it('takes a day as the end of it, an instant as it is, and nothing that does not exist', () => {
  expect(readAsOf('2026-03-14')).toBe('2026-03-14T23:59:59.999Z')
  expect(readAsOf('2026-03-14T23:59:59+01:00')).toBe('2026-03-14T22:59:59.000Z')
  expect(readAsOf('2024-02-29')).not.toBeNull()
  for (const wrong of ['2026-02-29', '2026-13-01', '2026-03-14T23:59', '2026-03-14T25:00Z', 'yesterday', '0000-01-01'])
    expect(readAsOf(wrong)).toBeNull()
})

it('leads to the lists behind a cell', () => {
  expect(itemsAddress({ topic: ['WATER'], lifecycleStage: ['USE'] })).toBe('/roadmap?topic=WATER&lifecycleStage=USE')
  expect(gapsAddress({ topic: ['WATER'], isOpen: true })).toBe('/gaps?topic=WATER&open=true')
  expect(itemsAddress({})).toBe('/roadmap')
})

it('sorts by what fits a search best, unless the address says otherwise', () => {
  expect(orderOf(readItemList(new URLSearchParams('q=water')))).toEqual({ by: 'RELEVANCE', direction: 'DESC' })
  expect(orderOf(readItemList(new URLSearchParams('q=water&sort=-asOf')))).toEqual({ by: 'AS_OF', direction: 'DESC' })
  expect(orderOf(readItemList(new URLSearchParams('')))).toBeNull()
})
