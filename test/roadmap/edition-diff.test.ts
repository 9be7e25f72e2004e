import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { system, UnitOfWork, type WriteCtx } from '#server/platform/context/index.js'
import { Items, ItemNames, ItemStages } from '#server/roadmap/items/index.js'
import { Relations } from '#server/roadmap/relations/index.js'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp
let db: DataSource
let secretariat: { cookie: string }
let between: string

const asSystem = <T>(act: (tx: WriteCtx) => Promise<T>): Promise<T> =>
  app.app
    .get(UnitOfWork)
    .write({ viewer: system, now: app.clock.now(), language: 'en', db: db.manager, requestId: 'test' }, act)
const moment = async () => {
  const [{ at }] = (await db.query('select clock_timestamp() as at')) as [{ at: Date }]
  await db.query('select pg_sleep(0.003)')
  return new Date(at.getTime() + 1).toISOString()
}
/* eslint-disable @typescript-eslint/no-explicit-any -- answers are as different as the questions */
const ask = async (query: string, variables = {}, who: { cookie?: string } = {}) => {
  const { data, errors } = await app.query<any>(query, variables, who)
  return { ...data, refusal: errors?.[0]?.extensions.code }
}
const diff = async (from: string, to: string, more: object = {}) => {
  const answer = await ask(
    `query ($from: String!, $to: String!, $filter: EditionChangeFilter, $first: Int, $after: String) {
      editionDiff(from: $from, to: $to, filter: $filter, first: $first, after: $after) {
        from { at edition { slug } } to { at edition { slug } } totalCount
        nodes { key kind subject label href args topics bodies } pageInfo { hasNextPage endCursor }
        facets { kind { value count } topic { value count } body { value label count } } } }`,
    { from, to, ...more },
  )
  return answer.refusal ?? answer.editionDiff
}
const keys = ({ nodes }: any) => nodes.map(({ key }: any) => key)

const gapOf = async (number: number) =>
  (
    (await db.query('select id, revision, number from gap where number = $1', [number])) as {
      id: string
      revision: number
    }[]
  )[0]!
const close = async (number: number) =>
  ask(
    'mutation ($input: CloseGapInput!) { closeGap(input: $input) { standing } }',
    {
      input: {
        id: `G-0${number}`,
        expectedRevision: (await gapOf(number)).revision,
        decision: 'Meeting 4, item 7',
        decidedBy: 'The group',
        decidedOn: '2026-02-20',
        items: ['iso-iec-21031-2024'],
      },
    },
    secretariat,
  )

beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase() })
  db = app.app.get(DataSource)
  secretariat = { cookie: await app.signIn('secretariat@example.org') }
})
afterAll(() => app.stop())

it('[ED-9] nothing has changed right behind a freeze, and neither from today to today', async () => {
  expect(await diff('example-edition', 'today')).toMatchObject({ totalCount: 0, nodes: [], to: { at: null } })
  expect(await diff('today', 'today')).toMatchObject({ totalCount: 0 })
})

describe('after the register has gone on', () => {
  beforeAll(async () => {
    await close(2)
    await asSystem(async (tx) => {
      const items = app.app.get(Items)
      const water = await items.require(tx, 'itu-t-l-1801-02-2026', 'item')
      await app.app.get(ItemNames).rename(tx, {
        item: water.slug,
        expectedRevision: water.revision,
        designation: 'ITU-T L.1801 (12/2027)',
        title: water.title!,
        provenance: { source: 'a catalogue', confidence: 'VERIFIED' },
      })
    })
    between = await moment()
    await asSystem(async (tx) => {
      const added = await app.app.get(Items).record(tx, {
        designation: 'ISO 99999:2027',
        bodySlug: 'iso',
        title: 'Heat',
        type: 'STANDARD',
        nativeStage: '30.99',
        fallbackStatus: 'UNDER_DEVELOPMENT',
        topics: ['WATER'],
        provenance: {},
      })
      await app.app.get(Relations).record(tx, {
        from: added.slug,
        to: 'iso-iec-21031-2024',
        type: 'EXTENDS',
        provenance: {},
      })
      await app.app.get(ItemStages).record(tx, {
        item: added.slug,
        expectedRevision: added.revision,
        nativeStage: '60.60',
        provenance: { source: 'a catalogue', confidence: 'VERIFIED', asOf: '2026-02-01' },
      })
    })
    await db.query(`update principle set statement = 'Count all of it.', revision = revision + 1 where number = 1`)
  })

  it('[ED-8] says in order what changed from an edition to today, each change with a name, and what it is about', async () => {
    const whole = await diff('example-edition', 'today')
    const relation = keys(whole).find((key: string) => key.startsWith('relation-added.'))
    expect(keys(whole)).toEqual([
      'gap-closed.g-02',
      'item-added.iso-99999-2027',
      'item-renamed.itu-t-l-1801-02-2026',
      'principle-reworded.p-01',
      relation,
    ])
    expect(whole.nodes[0]).toMatchObject({
      kind: 'GAP_CLOSED',
      label: 'G-02',
      href: '/gaps/G-02',
      args: { by: ['ISO/IEC 21031:2024'], decision: 'Meeting 4, item 7', decidedOn: '2026-02-20' },
    })
    // Added and moved since: where it stands is told with the addition.
    expect(whole.nodes[1]).toMatchObject({
      args: { title: 'Heat', state: 'PUBLISHED', stage: '60.60' },
      topics: ['WATER'],
    })
    expect(whole.nodes[2].args).toEqual({ from: 'ITU-T L.1801 (02/2026)', to: 'ITU-T L.1801 (12/2027)' })
    expect(whole.from.edition.slug).toBe('example-edition')
  })

  it('[ED-9] compares with any moment, whichever way it is asked, and the two halves make the whole', async () => {
    const early = await diff('example-edition', between)
    const late = await diff('today', between)
    expect(keys(early)).toEqual(['gap-closed.g-02', 'item-renamed.itu-t-l-1801-02-2026'])
    expect(late).toMatchObject({ from: { at: between }, to: { at: null } })
    const halves = [...keys(early), ...keys(late)].sort()
    expect(halves).toEqual(keys(await diff('example-edition', 'today')).sort())
  })

  it('[ED-9] is narrowed by kind, topic and body, with counts, and pages lose none', async () => {
    const filter = { topic: ['WATER'] }
    const water = await diff('example-edition', 'today', { filter })
    expect(water.nodes.every(({ topics }: any) => topics.includes('WATER'))).toBe(true)
    expect(water.nodes.map(({ kind }: any) => kind)).toContain('ITEM_ADDED')
    const closed = await diff('example-edition', 'today', { filter: { kind: ['GAP_CLOSED'], body: [] } })
    expect(keys(closed)).toEqual(['gap-closed.g-02'])
    expect(closed.facets.kind.find(({ value }: any) => value === 'ITEM_ADDED').count).toBe(1)
    const ours = await diff('example-edition', 'today', { filter: { body: ['iso'] } })
    expect(keys(ours)).toContain('item-added.iso-99999-2027')

    const found: string[] = []
    for (let after: string | null = null; ;) {
      const page: any = await diff('example-edition', 'today', { first: 2, after })
      found.push(...keys(page))
      if (!page.pageInfo.hasNextPage) break
      after = page.pageInfo.endCursor
    }
    expect(found).toEqual(keys(await diff('example-edition', 'today')))
  })

  it('[ED-9] one change has an address of its own', async () => {
    const one = (key: string) =>
      ask('query ($key: String!) { editionChange(from: "example-edition", to: "today", key: $key) { kind label } }', {
        key,
      })
    expect((await one('gap-closed.g-02')).editionChange).toEqual({ kind: 'GAP_CLOSED', label: 'G-02' })
    expect((await one('gap-closed.g-03')).editionChange).toBeNull()
  })

  it('[ED-9] its files say the same as the list, in words, each change with its address', async () => {
    const file = async (kind: string, query: string) => {
      const answer = await fetch(`${app.url}/editions/compare.${kind}?${query}`)
      return [answer.status, answer.headers.get('content-type'), await answer.text()] as const
    }
    const query = 'from=example-edition&to=today&kind=GAP_CLOSED'
    const [, type, csv] = await file('csv', query)
    expect(type).toContain('text/csv')
    expect(csv.trim().split('\r\n')).toHaveLength(2)
    expect(csv).toContain('G-02')
    expect(csv).toContain('was closed by ISO/IEC 21031:2024: Meeting 4, item 7, 20 Feb 2026.')
    const [, , json] = await file('json', query)
    expect(JSON.parse(json).rows).toMatchObject([
      {
        kind: 'GAP_CLOSED',
        address: expect.stringContaining('/editions/compare/gap-closed.g-02?from=example-edition&to=today'),
      },
    ])
    const [status, atomType, atom] = await file('atom', query)
    expect([status, atomType]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    expect(atom.match(/<entry>/g)).toHaveLength(1)
    expect(atom).toContain('gap-closed.g-02?from=example-edition&amp;to=today')
    expect((await file('csv', 'to=today'))[0]).toBe(400)
  })

  it('[ED-9] refuses what is no side, and an edition of which nothing was kept', async () => {
    expect(await diff('no-such-edition', 'today')).toBe('NOT_FOUND')
    expect(await diff('', 'today')).toBe('NOT_FOUND')
    expect(await diff('1', 'today')).toBe('NOTHING_KEPT')
  })

  it('[ED-9] keeps what was worked out, and works it out anew when the register changed', async () => {
    const count = async () =>
      ((await db.query('select count(*)::int as count from edition_comparison')) as [{ count: number }])[0].count
    await diff('example-edition', 'today')
    const before = await count()
    await Promise.all(Array.from({ length: 5 }, () => diff('example-edition', 'today')))
    expect(await count()).toBe(before)
    await close(3)
    // Until the news of the change has arrived, the answer may be the one before it.
    let seen: string[] = []
    while (!seen.includes('gap-closed.g-03')) seen = keys(await diff('example-edition', 'today'))
    expect(await count()).toBe(before + 1)
  })

  it('[ED-8] a gap whose item comes into force is covered more than before, though nobody touched the gap', async () => {
    const start = await moment()
    const [edge] = (await db.query(
      `insert into item (id, slug, body_id, designation, designation_sort, title_confidence, type, state, state_basis, confidence)
       select gen_random_uuid(), 'of-the-test', id, 'OF THE TEST 1', 'of the test', 'VERIFIED', 'STANDARD', 'IN_DEVELOPMENT', 'BY_STATUS', 'VERIFIED'
       from body where slug = 'iso' returning id`,
    )) as [{ id: string }]
    await db.query(
      `insert into gap_coverage (id, gap_id, item_id, degree, confidence)
       select gen_random_uuid(), (insert_gap.id), $1, 'FULL', 'VERIFIED' from (select id from gap where number = 9) insert_gap`,
      [edge.id],
    )
    const middle = await moment()
    await db.query(`update item set state = 'PUBLISHED' where id = $1`, [edge.id])
    const end = await moment()
    expect(keys(await diff(middle, end))).toContain('coverage-changed.g-09')
    expect(keys(await diff(start, end))).toEqual(['coverage-changed.g-09', 'item-added.of-the-test'])
  })
})
