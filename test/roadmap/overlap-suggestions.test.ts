import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Viewer } from '#server/platform/context/index.js'
import { aCurator } from './curators.js'
import { anItem, openRegister, recordEverything, type Register } from './register.js'

const L1801 = 'itu-t-l-1801-02-2026'
const TR20226 = 'iso-iec-tr-20226-2025'
const P7100 = 'ieee-p7100'

let register: Register
let ana: Viewer
let turn = 0

beforeAll(async () => {
  register = await openRegister()
  ana = await aCurator(register)
  await recordEverything(register)
  await seek()
})
afterAll(() => register.stop())

const seek = () => register.write((tx, { suggestions }) => suggestions.seek(tx, 500))

interface Pair {
  id: string
  a: { slug: string; body: { slug: string } }
  b: { slug: string; body: { slug: string } }
  likeness: number
  words: string[]
  state: string
  revision: number
  case: { number: string } | null
}
const pairs = async (filter: object = {}, asOf?: string): Promise<Pair[]> => {
  const { data } = await register.ask(
    `query ($filter: OverlapSuggestionFilter, $asOf: DateTime) { overlapSuggestions(first: 200, filter: $filter, asOf: $asOf) { totalCount
      nodes { id a { slug body { slug } } b { slug body { slug } } likeness words state revision case { number } } } }`,
    { filter, asOf },
  )
  expect(data.overlapSuggestions.totalCount).toBe(data.overlapSuggestions.nodes.length)
  return data.overlapSuggestions.nodes
}
const pairOf = async (...items: string[]) => (await pairs({ item: items }))[0]
const dismiss =
  'mutation ($input: DismissOverlapSuggestionInput!) { dismissOverlapSuggestion(input: $input) { state revision } }'
const open = 'mutation ($input: OpenOverlapCaseInput!) { openOverlapCase(input: $input) { number revision } }'
const opening = (...items: string[]) => ({
  input: { items: items.map((item) => ({ item })), idempotencyKey: `suggested-${(turn += 1)}` },
})
const change = (slug: string, given: object) =>
  register.write(async (tx, { items }) => {
    const { revision } = await items.require(tx, slug, 'item')
    await items.update(tx, { item: slug, expectedRevision: revision, ...given })
  })

describe('suggested pairs', () => {
  it('[OV-6] on the register as it stands hold ITU-T L.1801, ISO/IEC TR 20226 and IEEE P7100, each with each, with the words they share', async () => {
    for (const two of [
      [L1801, TR20226],
      [L1801, P7100],
      [TR20226, P7100],
    ]) {
      const found = await pairOf(...two)
      expect([two, found?.words]).toEqual([
        two,
        expect.arrayContaining(['environmental', 'artificial', 'intelligence']),
      ])
    }
    expect((await pairOf(L1801, P7100))!.words).toContain('impact')
  })

  it('[OV-6] are of two bodies, alike enough, most alike first, and leave out what a relation settles', async () => {
    const all = await pairs()
    expect(all.length).toBeGreaterThan(30)
    for (const { a, b, likeness, words } of all) {
      expect(a.body.slug).not.toBe(b.body.slug)
      expect(likeness).toBeGreaterThanOrEqual(0.4)
      expect(words.length).toBeGreaterThanOrEqual(2)
    }
    expect(all.map(({ likeness }) => likeness)).toEqual(all.map(({ likeness }) => likeness).toSorted((x, y) => y - x))
    // The twin of L.1801 at ETSI is aligned with it on purpose.
    expect(await pairOf(L1801, 'etsi-es-204-135-v1-1-0')).toBeUndefined()
  })

  it('[OV-6] are sought again only for what has changed', async () => {
    expect(await seek()).toEqual({ looked: 0, found: 0, gone: 0, waiting: 0 })
    await change(P7100, { topics: ['WATER'] })
    expect(await seek()).toMatchObject({ looked: 1, found: 0, gone: 0 })
  })

  it('[OV-6] go when they are not alike any more, and a new item brings its own', async () => {
    const before = await register.instant()
    const { slug } = await register.write((tx, { items }) =>
      items.record(
        tx,
        anItem({
          designation: 'ISO 99999',
          bodySlug: 'iso',
          title: 'Guidelines for assessing the environmental impact of artificial intelligence services',
          scopeNote: null,
        }),
      ),
    )
    await seek()
    expect(await pairOf(slug, L1801)).toBeDefined()
    const then = await register.instant()
    await register.write(async (tx, { stages, items }) => {
      const { revision } = await items.require(tx, slug, 'item')
      const provenance = { source: 'a catalogue', confidence: 'VERIFIED', asOf: '2026-02-01' } as const
      await stages.record(tx, {
        item: slug,
        expectedRevision: revision,
        nativeStage: null,
        fallbackStatus: 'WITHDRAWN',
        provenance,
      })
    })
    expect((await seek()).gone).toBeGreaterThan(0)
    expect(await pairs({ item: [slug] })).toEqual([])
    expect(await pairs({ item: [slug] }, then)).not.toEqual([])
    expect(await pairs({ item: [slug] }, before)).toEqual([])
  })

  it('[OV-7] are dismissed with a reason, once and for good, whichever way round', async () => {
    const pair = (await pairOf('itu-t-l-1801-02-2026', 'pren-18287'))!
    const input = { id: pair.id, expectedRevision: pair.revision, reason: 'Another market.' }
    expect((await register.ask(dismiss, { input: { ...input, reason: ' ' } }, ana)).codes).toEqual(['TEXT_MISSING'])
    expect((await register.ask(dismiss, { input: { ...input, expectedRevision: 7 } }, ana)).codes).toEqual(['STALE'])
    expect((await register.ask(dismiss, { input })).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await register.ask(dismiss, { input }, ana)).data.dismissOverlapSuggestion.state).toBe('DISMISSED')
    expect((await register.ask(dismiss, { input }, ana)).codes).toEqual(['SUGGESTION_SETTLED'])
    await change('pren-18287', { scopeNote: 'Guidelines for assessing the environmental impact of AI systems.' })
    await change(L1801, { scopeNote: 'Guidelines for assessing the environmental impact of AI systems.' })
    await seek()
    expect(await pairOf('pren-18287', L1801)).toBeUndefined()
    expect(await pairs({ state: ['DISMISSED'] })).toMatchObject([{ id: pair.id, state: 'DISMISSED' }])
  })

  it('[OV-7] are accepted by the case that holds them, and not suggested again', async () => {
    const { data } = await register.ask(open, opening(L1801, TR20226, P7100), ana)
    const { number } = data.openOverlapCase
    const accepted = await pairs({ state: ['ACCEPTED'] })
    expect(accepted).toHaveLength(3)
    for (const pair of accepted) expect(pair.case).toEqual({ number })
    await change(TR20226, { scopeNote: 'Environmental impact of artificial intelligence systems.' })
    await seek()
    for (const two of [
      [L1801, TR20226],
      [L1801, P7100],
      [TR20226, P7100],
    ])
      expect(await pairOf(...two)).toBeUndefined()
  })
})

describe('the overlap matrix', () => {
  interface Cell {
    row: string
    column: string
    cases: number
    suggested: number
    isKnown: boolean
  }
  const matrix = async (view: string, items?: string[], asOf?: string) => {
    const { data } = await register.ask(
      `query ($view: OverlapView!, $items: [String!], $asOf: DateTime) { overlapMatrix(view: $view, items: $items, asOf: $asOf) {
        rows { key body { slug } item { slug } } columns { key } cells { row column cases suggested isKnown } } }`,
      { view, items, asOf },
    )
    const { rows, columns, cells } = data.overlapMatrix as {
      rows: { key: string }[]
      columns: { key: string }[]
      cells: Cell[]
    }
    expect(cells).toHaveLength(rows.length * columns.length)
    return {
      rows,
      columns,
      at: (row: string, column: string) => cells.find((cell) => cell.row === row && cell.column === column)!,
    }
  }

  it('[OV-8] of bodies counts cases apart from suggestions, alike both ways, and opens the lists behind it', async () => {
    const { at, rows } = await matrix('BODIES')
    expect(rows.length).toBeLessThanOrEqual(24)
    expect(at('itu-t', 'ieee-sa')).toMatchObject({ cases: 1, isKnown: true })
    for (const [row, column] of [
      ['itu-t', 'ieee-sa'],
      ['iso', 'itu-t'],
      ['iso-iec-jtc1', 'cen-cenelec'],
    ] as const) {
      const cell = at(row, column)
      expect({ ...at(column, row), row, column }).toEqual(cell)
      expect(await pairs({ body: [row, column] })).toHaveLength(cell.suggested)
      const { data } = await register.ask(
        'query ($filter: OverlapFilter) { overlaps(filter: $filter) { totalCount } }',
        {
          filter: { body: [row, column], state: ['OPEN', 'IN_DISCUSSION', 'AGREED', 'CLOSED'] },
        },
      )
      expect(data.overlaps.totalCount).toBe(cell.cases)
    }
  })

  it('[OV-8] of topics names every topic, and the lists behind its fields are as long as it says', async () => {
    const { rows, at } = await matrix('TOPICS')
    expect(rows).toHaveLength(17)
    const cell = at('CARBON', 'itu-t')
    expect(cell).toMatchObject({ isKnown: true })
    expect(await pairs({ topic: ['CARBON'], body: ['itu-t'] })).toHaveLength(cell.suggested)
  })

  it('[OV-8] of items sets those against each other that were chosen; without a choice there is a beginning', async () => {
    const { at, rows } = await matrix('ITEMS', [P7100, L1801, TR20226, 'no-such-item'])
    expect(rows.map(({ key }) => key)).toEqual([P7100, L1801, TR20226])
    expect(at(P7100, L1801)).toMatchObject({ cases: 1, suggested: 0, isKnown: true })
    expect(at(L1801, P7100)).toMatchObject({ cases: 1 })
    expect(at(P7100, P7100)).toMatchObject({ cases: 0, suggested: 0 })
    expect((await matrix('ITEMS')).rows).toHaveLength(8)
  })

  it('[OV-8] tells unknown from none: an item without a scope cannot be compared', async () => {
    const { slug } = await register.write((tx, { items }) =>
      items.record(tx, anItem({ designation: 'IEC 99998', bodySlug: 'iec', title: 'Something else', scopeNote: null })),
    )
    const { at } = await matrix('ITEMS', [slug, L1801, 'iso-50001-2018'])
    expect(at(slug, L1801)).toMatchObject({ cases: 0, suggested: 0, isKnown: false })
    expect(at('iso-50001-2018', L1801)).toMatchObject({ cases: 0, suggested: 0, isKnown: true })
  })
})
