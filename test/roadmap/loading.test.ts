import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { stranger } from '#server/platform/context/index.js'
import { openRegister, recordEverything, anItem, type Register } from './register.js'

let register: Register
beforeAll(async () => {
  register = await openRegister()
  await recordEverything(register)
})
afterAll(() => register.stop())

const count = async (table: string) =>
  ((await register.dataSource.query(`select count(*)::int as n from ${table}`)) as [{ n: number }])[0].n

describe('the starter data through the verbs', () => {
  it('is all there, each row with its event', async () => {
    const counts = Object.fromEntries(
      await Promise.all(
        ['body', 'item', 'item_name', 'relation', 'principle', 'gap'].map(async (table) => [table, await count(table)]),
      ),
    )
    expect(counts).toEqual({ body: 78, item: 160, item_name: 160, relation: 85, principle: 16, gap: 34 })
    const events = await register.dataSource.query(
      `select verb, count(*)::int as n from event where verb like '%.recorded' group by verb order by verb`,
    )
    expect(events).toEqual([
      { verb: 'body.recorded', n: 78 },
      { verb: 'gap.recorded', n: 34 },
      { verb: 'item.recorded', n: 160 },
      { verb: 'principle.recorded', n: 16 },
      { verb: 'relation.recorded', n: 85 },
    ])
  })

  it('[IT-3] rests each state on the native stage or else says on what', async () => {
    const { data } = await register.ask(`{
      native: item(designation: "ISO/IEC 21031:2024") { state stateBasis isInForce nativeStage }
      counts: itemFacets { state { value count } }
    }`)
    expect(data.native).toEqual({
      state: 'PUBLISHED',
      stateBasis: 'NATIVE_STAGE',
      isInForce: true,
      nativeStage: '60.60',
    })
    const bases = await register.dataSource.query(
      `select state_basis as basis, count(*)::int as n from item group by 1 order by 1`,
    )
    expect(bases.map((row: { basis: string }) => row.basis)).toEqual(['BY_STATUS', 'NATIVE_STAGE'])
    const superseded = await register.dataSource.query(
      `select count(*)::int as n from item i where state = 'WITHDRAWN' and state_basis = 'BY_STATUS'
         and exists (select from relation r where r.to_id = i.id and r.type = 'SUPERSEDES')`,
    )
    expect(superseded).toEqual([{ n: 0 }])
  })

  it('[GA-1] keeps the six priorities that differ from the score, with their reason', async () => {
    const { data } = await register.ask(
      `{ gaps(first: 100) { nodes { number priority suggestedPriority priorityReason score { sum } } totalCount } }`,
    )
    expect(data.gaps.totalCount).toBe(34)
    expect(data.gaps.nodes.map((gap: { number: string }) => gap.number)).toEqual(
      Array.from({ length: 34 }, (_, i) => `G-${String(i + 1).padStart(2, '0')}`),
    )
    const differing = data.gaps.nodes.filter((gap: Record<string, unknown>) => gap.priority !== gap.suggestedPriority)
    expect(differing).toHaveLength(6)
    for (const gap of differing) expect(gap.priorityReason).toBe('starter data, first guess')
  })

  it('shows a gap with all that hangs on it', async () => {
    const { data, codes } = await register.ask(`{
      gap(id: "G-01") {
        title kind readiness progress viewerMay revision statedIn
        provenance { source confidence asOf checkedBy { id } }
        coverage { degree expected weakestLink full partial none unknown weakest { item { designation } gap { number } } }
        coverageEdges { degree item { designation state } provenance { confidence } }
        bodies { role body { acronym path { slug } } }
        principles { number title gaps { number } }
        activity { nodes { verb args } }
      }
    }`)
    expect(codes).toEqual([])
    expect(data.gap).toMatchObject({ kind: 'UNKNOWN', readiness: 'UNKNOWN', progress: 'UNKNOWN', viewerMay: ['READ'] })
    expect(data.gap.coverageEdges).toHaveLength(5)
    expect(data.gap.bodies).toHaveLength(4)
    expect(data.gap.principles.map((each: { number: string }) => each.number)).toEqual(['P-01', 'P-03'])
    expect(data.gap.activity.nodes).toEqual([{ verb: 'gap.recorded', args: { number: 'G-01' } }])
  })
})

describe('the verbs', () => {
  it('refuse whoever may not edit the register', async () => {
    await expect(
      register.write((tx, { items }) => items.record(tx, anItem({ designation: 'X 1' })), stranger),
    ).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' })
  })

  it('give a number once, however many ask for it at the same time', async () => {
    const given = await Promise.all(
      Array.from({ length: 4 }, (_, i) =>
        register.write((tx, { principles }) =>
          principles.record(tx, {
            title: `Principle ${i}`,
            statement: 'It should.',
            origin: 'ROADMAP',
            provenance: { confidence: 'MEMORY' },
          }),
        ),
      ),
    )
    expect(given.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([17, 18, 19, 20])
  })

  it('[RE-3] refuse a circle of supersession and a relation to itself, and store a symmetric relation once', async () => {
    const relate = (from: string, to: string, type: 'SUPERSEDES' | 'ALIGNED_WITH') =>
      register.write((tx, { relations }) =>
        relations.record(tx, { from, to, type, provenance: { confidence: 'MEMORY' } }),
      )
    await register.write(async (tx, { items }) => {
      for (const designation of ['Circle 1', 'Circle 2', 'Circle 3']) {
        await items.record(tx, anItem({ designation, fallbackStatus: 'WITHDRAWN' }))
      }
    })
    await relate('Circle 3', 'Circle 2', 'SUPERSEDES')
    await relate('Circle 2', 'Circle 1', 'SUPERSEDES')
    await expect(relate('Circle 1', 'Circle 3', 'SUPERSEDES')).rejects.toMatchObject({ code: 'RELATION_CYCLE' })
    await expect(relate('Circle 1', 'Circle 1', 'ALIGNED_WITH')).rejects.toMatchObject({ code: 'RELATION_TO_ITSELF' })
    await relate('Circle 1', 'Circle 3', 'ALIGNED_WITH')
    await expect(relate('Circle 3', 'Circle 1', 'ALIGNED_WITH')).rejects.toMatchObject({ code: 'RELATION_KNOWN' })

    const { data } = await register.ask(`{
      first: item(designation: "circle-1") { state stages { state } relations { type isOutgoing other { slug } } }
      last: item(designation: "circle-3") { state relations { type isOutgoing other { slug } } }
    }`)
    expect(data).toEqual({
      first: {
        state: 'SUPERSEDED',
        stages: [{ state: 'SUPERSEDED' }, { state: 'WITHDRAWN' }],
        relations: [
          { type: 'SUPERSEDES', isOutgoing: false, other: { slug: 'circle-2' } },
          { type: 'ALIGNED_WITH', isOutgoing: true, other: { slug: 'circle-3' } },
        ],
      },
      last: {
        state: 'WITHDRAWN',
        relations: [
          { type: 'SUPERSEDES', isOutgoing: true, other: { slug: 'circle-2' } },
          { type: 'ALIGNED_WITH', isOutgoing: true, other: { slug: 'circle-1' } },
        ],
      },
    })
  })

  it('[IT-8, IT-11] never give a slug twice, nor a designation, however it is written', async () => {
    const record = (designation: string, more: object = {}) =>
      register.write((tx, { items }) => items.record(tx, anItem({ designation, ...more })))
    expect((await record('ABC 7:2020')).slug).toBe('abc-7-2020')
    await expect(record('ABC/7 2020')).rejects.toMatchObject({ code: 'NAME_TAKEN' })
    await expect(record('ABC 7:2020')).rejects.toMatchObject({ code: 'NAME_TAKEN' })
    await expect(record('ABC 8', { slug: 'abc-7-2020' })).rejects.toMatchObject({ code: 'ALREADY_THERE' })
    await expect(record('🌍')).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })
})
