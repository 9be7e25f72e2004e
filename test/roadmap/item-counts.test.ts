import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { CONFIDENCES, IMPACTS, ITEM_STATES, ITEM_TYPES, LIFECYCLE_STAGES, TOPICS } from '#schema/vocabulary/register.js'
import { readCoverageMap } from '#server/roadmap/gaps/index.js'
import { countItemFacets, type ItemFilter } from '#server/roadmap/items/index.js'
import { facetsOf } from '#server/roadmap/items/items.facets.js'
import { countItemsOfBodies } from '#server/roadmap/items/items.list.js'
import { anItem, openRegister, recordEverything, type Register } from './register.js'

let register: Register
beforeAll(async () => {
  register = await openRegister()
  await recordEverything(register)
})
afterAll(() => register.stop())

const some = <T extends string>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { maxLength: Math.min(4, values.length) }))
const bodies = ['iso', 'iec', 'iso-iec-jtc-1', 'itu', 'itu-t', 'ieee', 'etsi', 'no-such-body']
const filters: fc.Arbitrary<ItemFilter> = fc.record({
  body: some(bodies),
  type: some(ITEM_TYPES),
  state: some(ITEM_STATES),
  topic: some(TOPICS),
  lifecycleStage: some(LIFECYCLE_STAGES),
  impact: some(IMPACTS),
  confidence: some(CONFIDENCES),
  isInForce: fc.option(fc.boolean()),
})

const byValue = (facets: Awaited<ReturnType<typeof countItemFacets>>) => ({
  ...facets,
  // Of equal counts and labels the order is not said.
  body: facets.body.toSorted((a, b) => (a.value < b.value ? -1 : 1)),
})

describe('counting items in memory', () => {
  it('gives the facets that the database would give, whatever is chosen', async () => {
    const columns = await register.counts.settled()
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        expect(byValue(facetsOf(columns, filter))).toEqual(byValue(await countItemFacets(register.ctx(), filter, null)))
      }),
      { numRuns: 60 },
    )
  })

  it('gives the coverage map that the database would give', async () => {
    await register.counts.settled()
    const never = { columns: () => Promise.resolve(null) }
    expect(await readCoverageMap(register.ctx(), register.counts, null)).toEqual(
      await readCoverageMap(register.ctx(), never, null),
    )
  })

  it('gives the items of each body that the database would give', async () => {
    await register.counts.settled()
    const rows = (await register.dataSource.query('select id from body')) as { id: string }[]
    const ids = rows.map(({ id }) => id)
    const counted = await countItemsOfBodies(register.ctx(), ids, null)
    const ctx = register.ctx()
    for (const id of ids)
      expect([id, await register.counts.ofBody(ctx, null).load(id)]).toEqual([id, counted.get(id) ?? []])
  })

  it('is never behind: what a transaction has written, and what was committed, counts at once', async () => {
    const count = async () => {
      const { data } = await register.ask('{ itemFacets { topic { value count } } }')
      return (data.itemFacets.topic as { value: string; count: number }[]).find(({ value }) => value === 'WATER')!.count
    }
    await register.counts.settled()
    const before = await count()
    await register.write(async (tx, { items }) => {
      await items.record(tx, anItem({ designation: 'Wet 1', topics: ['WATER'] }))
      expect(await register.counts.columns(tx)).toBeNull()
    })
    expect(await count()).toBe(before + 1)
    await register.counts.settled()
    expect(await count()).toBe(before + 1)
  })

  it('notices that a body has moved under another', async () => {
    await register.counts.settled()
    await register.dataSource.query(`update body set parent_id = null where slug = 'itu-t'`)
    const columns = await register.counts.settled()
    const at = columns.bodies.findIndex(({ slug }) => slug === 'itu-t')
    expect(columns.bodies[at]!.above).toEqual([at])
  })
})
