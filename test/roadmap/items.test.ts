import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { CONFIDENCES, IMPACTS, ITEM_STATES, ITEM_TYPES, LIFECYCLE_STAGES, TOPICS } from '#schema/vocabulary/register.js'
import { anItem, openRegister, recordEverything, type Register } from './register.js'

let register: Register
beforeAll(async () => {
  register = await openRegister()
  await recordEverything(register)
  await register.write(async (tx, { items }) => {
    await items.record(tx, anItem({ designation: 'GB/T 1', title: '数据中心能效限定值及能效等级' }))
    await items.record(tx, anItem({ designation: 'มอก. 2', title: 'การใช้พลังงานของปัญญาประดิษฐ์' }))
    await items.record(tx, anItem({ designation: 'ГОСТ Р 3', title: 'Энергоэффективность центров обработки данных' }))
    await items.record(tx, anItem({ designation: 'Untitled 4', title: null, provenance: { confidence: 'MEMORY' } }))
    await items.record(tx, anItem({ designation: 'Twin 5', title: 'The same title' }))
    await items.record(tx, anItem({ designation: 'Twin 6', title: 'the SAME title' }))
    await items.record(tx, anItem({ designation: 'Long 7', title: '𠀀'.repeat(1000) }))
  })
})
afterAll(() => register.stop())

const search = async (text: string) => {
  const { data, codes } = await register.ask(
    `query ($text: String!) { items(first: 100, filter: { search: $text }, sort: { by: RELEVANCE, direction: DESC }) { nodes { designation title } } }`,
    { text },
  )
  expect(codes).toEqual([])
  return (data.items.nodes as { designation: string; title: string }[]).map((node) => node.designation)
}

describe('searching items', () => {
  it.each([
    ['iso iec 21031 : 2024', 'ISO/IEC 21031:2024'],
    ['21031', 'ISO/IEC 21031:2024'],
    ['ISO/IEC 21031', 'ISO/IEC 21031:2024'],
    ['L.1801', 'ITU-T L.1801 (02/2026)'],
    ['l1801', 'ITU-T L.1801 (02/2026)'],
    ['AI Energy Score', 'AI Energy Score'],
    ['software carbon intensity', 'ISO/IEC 21031:2024'],
    ['carbon software intens', 'ISO/IEC 21031:2024'],
    ['sofware carbon intensty', 'ISO/IEC 21031:2024'],
    ['the software carbon intensity', 'ISO/IEC 21031:2024'],
    ['能效', 'GB/T 1'],
    ['พลังงาน', 'มอก. 2'],
    ['энергоэффективность', 'ГОСТ Р 3'],
  ])('[IT-6] puts first for "%s" %s', async (text, designation) => {
    expect((await search(text))[0]).toBe(designation)
  })

  it('[IT-6] finds a name that is not typed to its end', async () => {
    expect(await search('l.180')).toEqual(expect.arrayContaining(['ITU-T L.1801 (02/2026)', 'ITU-T L.1802 (07/2026)']))
  })

  it('forgives a mistake', async () => {
    const meant = ['AI Energy Score', 'IEEE P1959', 'IEEE P1960', 'IEEE P7100']
    expect(await search('inference')).toEqual(expect.arrayContaining(meant))
    expect(await search('inferense')).toEqual(expect.arrayContaining(meant))
  })

  it.each([
    '🌍',
    '%%%',
    "'",
    "''):*",
    '\\',
    ' & | ! ',
    'a:b*',
    '\0',
    'ŉ',
    '½',
    '<->',
    '(((',
    '\ud800',
    'x'.repeat(5000),
  ])('answers "%.20s" with nothing that does not fit, and no fault', async (text) =>
    expect((await search(text)).length).toBeLessThan(30),
  )

  it('finds nothing for a word that is nowhere', async () => {
    expect(await search('zzyzx')).toEqual([])
  })
})

describe('an item in the address', () => {
  const named = async (designation: string) => {
    const { data, codes } = await register.ask(
      'query ($designation: String!) { item(designation: $designation) { slug } itemsNamed(designation: $designation) { slug } }',
      { designation },
    )
    expect(codes).toEqual([])
    return { item: data.item?.slug ?? null, all: (data.itemsNamed as { slug: string }[]).map(({ slug }) => slug) }
  }

  it.each(['%00', '\0', '🌍🔥', 'x'.repeat(2000), '', ' ', '/', '\ud800', "' or true --", '%', '__proto__'])(
    'is nothing, and no fault, for "%.20s"',
    async (text) => expect(await named(text)).toEqual({ item: null, all: [] }),
  )

  it.each(['iso-iec-21031-2024', 'ISO/IEC 21031:2024', 'iso%2Fiec%2021031', '21031', 'ISO-IEC-21031-2024'])(
    '[IT-6] is found by "%s"',
    async (text) => expect((await named(text)).item).toBe('iso-iec-21031-2024'),
  )

  it('[IT-6] is a choice when a name may mean several', async () => {
    const { item, all } = await named('L.1410')
    expect(item).toBeNull()
    expect(all.length).toBeGreaterThan(1)
  })
})

const filters = fc.record(
  {
    search: fc.constantFrom('energy', 'data centre', 'iso', 'L.1', 'carbon footprnt'),
    body: fc.subarray(['iso', 'itu-t', 'etsi', 'ieee-sa', 'iso-iec-jtc1', 'itu', 'jtc1-sc42', 'no-such-body']),
    type: fc.subarray([...ITEM_TYPES], { maxLength: 4 }),
    state: fc.subarray([...ITEM_STATES], { maxLength: 4 }),
    topic: fc.subarray([...TOPICS], { maxLength: 4 }),
    lifecycleStage: fc.subarray([...LIFECYCLE_STAGES], { maxLength: 3 }),
    impact: fc.subarray([...IMPACTS], { maxLength: 3 }),
    confidence: fc.subarray([...CONFIDENCES]),
    gap: fc.subarray(['G-01', 'G-02', 'g3', 'nonsense']),
    isInForce: fc.boolean(),
  },
  { requiredKeys: [] },
)
const sorts = fc.record({
  by: fc.constantFrom('DESIGNATION', 'TITLE', 'STATE', 'AS_OF', 'RELEVANCE'),
  direction: fc.constantFrom('ASC', 'DESC'),
})

describe('paging through items', () => {
  const page = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: ItemFilter, $sort: ItemSort) {
    items(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`

  async function walk(filter: object, sort: object, size: number, isBackward: boolean): Promise<string[]> {
    const seen: string[] = []
    for (let cursor: string | null = null; ;) {
      const place: object = isBackward ? { last: size, before: cursor } : { first: size, after: cursor }
      const { data, codes } = await register.ask(page, { filter, sort, ...place })
      expect(codes).toEqual([])
      const ids = (data.items.nodes as { id: string }[]).map(({ id }) => id)
      if (isBackward) seen.unshift(...ids)
      else seen.push(...ids)
      const { pageInfo } = data.items
      if (!(isBackward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) {
        expect(seen).toHaveLength(data.items.totalCount)
        return seen
      }
      cursor = isBackward ? pageInfo.startCursor : pageInfo.endCursor
    }
  }

  it('meets every row once, forwards and backwards, under every order and filter', () =>
    fc.assert(
      fc.asyncProperty(filters, sorts, fc.integer({ min: 7, max: 60 }), async (filter, sort, size) => {
        const forwards = await walk(filter, sort, size, false)
        expect(new Set(forwards).size).toBe(forwards.length)
        expect(await walk(filter, sort, size, true)).toEqual(forwards)
      }),
      { numRuns: 30 },
    ))

  it.each(['DESIGNATION', 'TITLE', 'STATE', 'AS_OF', 'RELEVANCE'])(
    'by %s meets every row once, those without a value last',
    async (by) => {
      for (const direction of ['ASC', 'DESC']) {
        const all = await walk({}, { by, direction }, 20, false)
        expect(all).toHaveLength(167)
        expect(new Set(all).size).toBe(167)
        expect(await walk({}, { by, direction }, 50, true)).toEqual(all)
      }
    },
  )

  it('[IT-7] sorts designations as people count, and titles without a title last either way', async () => {
    const { data } = await register.ask(`{
      some: items(first: 200, filter: { body: ["itu-t"] }) { nodes { designation } }
      up: items(last: 1, sort: { by: TITLE, direction: ASC }) { nodes { title } }
      down: items(last: 1, sort: { by: TITLE, direction: DESC }) { nodes { title } }
    }`)
    const numbers = (data.some.nodes as { designation: string }[])
      .map(({ designation }) => /^ITU-T L\.(\d+)/.exec(designation)?.[1])
      .filter((number) => number !== undefined)
      .map(Number)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    expect([data.up.nodes[0].title, data.down.nodes[0].title]).toEqual([null, null])
  })

  it('refuses a cursor of another order', async () => {
    const { data } = await register.ask('{ items(first: 1) { pageInfo { endCursor } } }')
    const after = data.items.pageInfo.endCursor
    const { codes } = await register.ask(page, { first: 1, after, sort: { by: 'TITLE' } })
    expect(codes).toEqual(['BAD_CURSOR'])
  })
})

describe('the facets of items', () => {
  const ask = `query ($filter: ItemFilter) { itemFacets(filter: $filter) {
    body { value label count } type { value count } state { value count } topic { value count }
    lifecycleStage { value count } impact { value count } confidence { value count } } }`

  it('count what the list would give, the other filters applied', () =>
    fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const { data, codes } = await register.ask(ask, { filter })
        expect(codes).toEqual([])
        for (const [facet, choices] of Object.entries(
          data.itemFacets as Record<string, { value: string; count: number }[]>,
        )) {
          // Each facet by its first choices: all of them would be hundreds of lists a run.
          for (const { value, count } of choices.filter((_, i) => i < 3 || i === choices.length - 1)) {
            const list = await register.ask(
              'query ($filter: ItemFilter) { items(first: 0, filter: $filter) { totalCount } }',
              {
                filter: { ...filter, [facet]: [value] },
              },
            )
            expect({ facet, value, count }).toEqual({ facet, value, count: list.data.items.totalCount })
          }
        }
      }),
      { numRuns: 12 },
    ))

  it('name every choice of a closed list, and bodies by their acronym', async () => {
    const { data } = await register.ask(ask, { filter: {} })
    expect(data.itemFacets.state.map((each: { value: string }) => each.value)).toEqual(ITEM_STATES)
    expect(data.itemFacets.body).toContainEqual({ value: 'itu-t', label: 'ITU-T', count: expect.any(Number) })
  })
})

describe('asking for some fields of items', () => {
  const whole = `slug designation title titleConfidence type state stateBasis isInForce nativeStage topics lifecycleStages
    impacts scopeNote dates { kind on } equivalents url revision body { slug } committee { slug } names { designation }
    stages { state } gaps { degree } provenance { source confidence asOf checkAgainOn }`
  const queries = {
    plain: `{ items(first: 9) { nodes { id ${whole} relations { other { ${whole} } } } } }`,
    'in fragments': `{ items(first: 9) { ...Page } } fragment Page on ItemConnection { nodes { id ... on Item { ...Whole } relations { other { ...Whole } } } }
      fragment Whole on Item { ${whole} }`,
    'in two halves': `{ items(first: 9) { nodes { id slug relations { other { slug } } } } items(first: 9) { nodes { ${whole} relations { other { ${whole} } } } } }`,
  }
  it.each(Object.entries(queries))('gives the same answer %s, also when the query is compiled', async (_, query) => {
    const field = async (name: string) => {
      const { data } = await register.ask(`{ items(first: 9) { nodes { ${name} relations { other { ${name} } } } } }`)
      return data.items.nodes as Record<string, unknown>[]
    }
    const alone = new Map<string, Record<string, unknown>[]>()
    for (const name of ['slug', 'isInForce', 'topics', 'body { slug }', 'provenance { asOf }', 'dates { on }']) {
      alone.set(name, await field(name))
    }
    for (let run = 0; run < 3; run += 1) {
      const { data, codes } = await register.ask(query)
      expect(codes).toEqual([])
      for (const nodes of alone.values()) expect(data.items.nodes).toMatchObject(nodes)
    }
  })
})

describe('the items of a body', () => {
  it('include those of the committees under it', async () => {
    const { data } = await register.ask(`{
      body(id: "itu") { items(first: 5) { nodes { designation } totalCount pageInfo { hasNextPage } }
        itemCounts { state count } children { slug } }
      committee: body(id: "itu-t-sg5") { items { totalCount } path { slug } }
      items(filter: { body: ["itu"] }) { totalCount }
    }`)
    expect(data.body.items.totalCount).toBe(data.items.totalCount)
    expect(data.body.items.nodes).toHaveLength(5)
    expect(data.committee.items.totalCount).toBeGreaterThan(0)
    expect(data.committee.path.map((each: { slug: string }) => each.slug)).toEqual(['itu', 'itu-t'])
    const counted = data.body.itemCounts.reduce((sum: number, each: { count: number }) => sum + each.count, 0)
    expect(counted).toBe(data.items.totalCount)
  })
})

describe('an item as of a past instant', () => {
  it('[IT-6] keeps its old name and title there, and is found by both names now', async () => {
    await register.write((tx, { items }) => items.record(tx, anItem({ designation: 'Old 8', title: 'The old title' })))
    const before = await register.instant()
    await register.write((tx, { names }) =>
      names.rename(tx, {
        item: 'Old 8',
        expectedRevision: 1,
        designation: 'New 9',
        title: 'The new title',
        on: '2026-05-01',
        provenance: { confidence: 'VERIFIED' },
      }),
    )
    const { data, codes } = await register.ask(
      `query ($asOf: DateTime) {
        then: item(designation: "old-8", asOf: $asOf) { designation title names { designation to } body { slug } }
        listed: items(asOf: $asOf, filter: { search: "The old title" }) { nodes { designation } totalCount }
        facets: itemFacets(asOf: $asOf, filter: { search: "The old title" }) { type { value count } }
        unknownThen: item(designation: "New 9", asOf: $asOf) { slug }
        now: item(designation: "Old 8") { designation title revision names { designation from to } }
      }`,
      { asOf: before },
    )
    expect(codes).toEqual([])
    expect(data.then).toEqual({
      designation: 'Old 8',
      title: 'The old title',
      names: [{ designation: 'Old 8', to: null }],
      body: { slug: 'iso' },
    })
    expect(data.listed).toEqual({ nodes: [{ designation: 'Old 8' }], totalCount: 1 })
    expect(data.facets.type).toContainEqual({ value: 'STANDARD', count: 1 })
    expect(data.unknownThen).toBeNull()
    expect(data.now).toEqual({
      designation: 'New 9',
      title: 'The new title',
      revision: 2,
      names: [
        { designation: 'New 9', from: '2026-05-01', to: null },
        { designation: 'Old 8', from: null, to: '2026-05-01' },
      ],
    })
  })

  it('[IT-2] notes each stage that it reaches', async () => {
    await register.write(async (tx, { items, stages }) => {
      await items.record(tx, anItem({ designation: 'Stage 10', nativeStage: '40.20', fallbackStatus: null }))
      await stages.record(tx, {
        item: 'Stage 10',
        expectedRevision: 1,
        nativeStage: '60.60',
        provenance: { confidence: 'VERIFIED' },
      })
    })
    const { data } = await register.ask(`{ item(designation: "Stage 10") { state stages { nativeStage state } } }`)
    expect(data.item).toEqual({
      state: 'PUBLISHED',
      stages: [
        { nativeStage: '60.60', state: 'PUBLISHED' },
        { nativeStage: '40.20', state: 'IN_APPROVAL' },
      ],
    })
    await expect(
      register.write((tx, { stages }) =>
        stages.record(tx, { item: 'Stage 10', expectedRevision: 1, nativeStage: '90.20', provenance: {} }),
      ),
    ).rejects.toMatchObject({ code: 'STALE' })
  })
})

describe('searching after an item was recorded', () => {
  it('[IT-6] finds a word just written by a part of it, and mistyped', async () => {
    expect(await search('evapotranspiration')).toEqual([])
    await register.write((tx, { items }) =>
      items.record(tx, anItem({ designation: 'New 8', title: 'Evapotranspiration of cooling towers' })),
    )
    for (const typed of ['evapotranspiration', 'transpiration', 'evapotranspirtaion', 'evapotransp'])
      expect(await search(typed)).toEqual(['New 8'])
  })
})
