import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { GAP_STANDINGS, LIFECYCLE_STAGES, PRIORITIES, TOPICS } from '#schema/vocabulary/register.js'
import { stranger, system } from '#server/platform/context/index.js'
import { coverageMap, type MapGap, type MapItem } from '#server/roadmap/gaps/coverage-map.js'
import { aCurator } from './curators.js'
import { anItem, openRegister, recordEverything, type Register } from './register.js'

let register: Register
beforeAll(async () => {
  register = await openRegister()
  await recordEverything(register)
})
afterAll(() => register.stop())

const update =
  'mutation ($input: UpdateGapInput!) { updateGap(input: $input) { number title priority suggestedPriority priorityReason revision standing } }'
const signedIn = { ...stranger, accountId: 'somebody', personId: null }

describe('the coverage map', () => {
  it('[MAP-1, MAP-2] counts what the rule counts', async () => {
    const { data, codes } = await register.ask(
      `{ coverage { topics lifecycleStages asOf cells { topic lifecycleStage inForce inDevelopment gapsOpen isKnown } } }`,
    )
    expect(codes).toEqual([])
    const items = (await register.dataSource.query(
      `select state, topics, lifecycle_stages as "lifecycleStages" from item`,
    )) as MapItem[]
    const gaps = (await register.dataSource.query(
      `select standing, topics, lifecycle_stages as "lifecycleStages" from gap`,
    )) as MapGap[]
    const byRule = coverageMap(items, gaps).map((cell) => ({
      topic: cell.topic,
      lifecycleStage: cell.lifecycleStage,
      inForce: cell.itemsInForce,
      inDevelopment: cell.itemsInDevelopment,
      gapsOpen: cell.gapsOpen,
      isKnown: cell.status === 'KNOWN',
    }))
    expect(data.coverage.cells).toEqual(byRule)
    expect(data.coverage.topics).toEqual(TOPICS)
    expect(data.coverage.lifecycleStages).toEqual(LIFECYCLE_STAGES)
    expect(data.coverage.asOf).toBe('2026-08-22')
    expect(new Set(byRule.map((cell) => cell.isKnown))).toEqual(new Set([true, false]))
  })
})

describe('the coverage of a gap', () => {
  it('[GA-9] is unknown, not none, while nobody has looked', async () => {
    const { data } = await register.ask(`{ gap(id: "G-01") { coverage { degree weakestLink none unknown } } }`)
    expect(data.gap.coverage).toMatchObject({ degree: 'UNKNOWN', none: 0, unknown: 5 })
  })

  it('[GA-10] rests on the strongest edge and names its weakest link', async () => {
    const gap = await register.write(async (tx, { items, gaps }) => {
      for (const [designation, fallbackStatus] of [
        ['Cover 1', 'PUBLISHED'],
        ['Cover 2', 'UNDER_DEVELOPMENT'],
        ['Cover 3', 'PUBLISHED'],
      ] as const) {
        await items.record(tx, anItem({ designation, fallbackStatus }))
      }
      return gaps.record(tx, {
        title: 'A gap with edges',
        description: 'For the test.',
        standing: 'OPEN',
        items: [
          { item: 'Cover 1', degree: 'PARTIAL' },
          { item: 'Cover 2', degree: 'FULL' },
          { item: 'Cover 3', degree: 'NONE' },
        ],
        provenance: { confidence: 'VERIFIED' },
      })
    })
    const { data } = await register.ask(
      `query ($id: String!) { gap(id: $id) { priority score { sum } coverage {
        degree expected weakestLink weakest { item { designation } } full partial none unknown } }
        items(filter: { gap: [$id] }) { nodes { designation } } }`,
      { id: `G-${gap.number}` },
    )
    expect(data.gap).toEqual({
      priority: null,
      score: null,
      coverage: {
        degree: 'PARTIAL',
        expected: 'FULL',
        weakestLink: 'ONLY_PARTIAL',
        weakest: { item: { designation: 'Cover 1' } },
        full: 1,
        partial: 1,
        none: 1,
        unknown: 0,
      },
    })
    expect(data.items.nodes).toEqual([{ designation: 'Cover 1' }, { designation: 'Cover 2' }])
  })
})

describe('changing a gap', () => {
  it('is not for strangers nor for everybody with an account, and changes nothing then', async () => {
    const input = { id: 'G-02', expectedRevision: 1, title: 'Mine now' }
    expect((await register.ask(update, { input })).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await register.ask(update, { input }, signedIn)).codes).toEqual(['FORBIDDEN'])
    expect((await register.ask(update, { input: { ...input, id: 'G-99' } }, system)).codes).toEqual(['NOT_FOUND'])
    const { data } = await register.ask('{ gap(id: "G-02") { revision viewerMay } }', {}, system)
    expect(data.gap).toEqual({ revision: 1, viewerMay: ['READ', 'EDIT'] })
  })

  it('[GA-1] needs a reason for another priority than the suggested one', async () => {
    const input = { id: 'G-02', expectedRevision: 1, priority: 'LOW' }
    const refused = await register.ask(update, { input }, system)
    expect(refused.errors[0]!.extensions).toMatchObject({
      code: 'REASON_NEEDED',
      field: 'input.priorityReason',
      args: { suggested: 'MEDIUM' },
    })
    const { data } = await register.ask(update, { input: { ...input, priorityReason: 'Nobody asks for it' } }, system)
    expect(data.updateGap).toMatchObject({ priority: 'LOW', priorityReason: 'Nobody asks for it', revision: 2 })
    const back = await register.ask(update, { input: { id: 'G-02', expectedRevision: 2, priority: null } }, system)
    expect(back.data.updateGap).toMatchObject({ priority: 'MEDIUM', priorityReason: null, revision: 3 })
  })

  it('[GA-3] is not closed by changing a field: that takes a recorded decision', async () => {
    const input = { id: 'G-04', expectedRevision: 1, standing: 'CLOSED' }
    const { errors } = await register.ask(update, { input }, system)
    expect(errors[0]!.extensions).toMatchObject({ code: 'DECISION_NEEDED', field: 'input.standing' })
    const { data } = await register.ask(`{ gap(id: "G-04") { standing revision } }`)
    expect(data.gap).toMatchObject({ revision: 1 })
    expect(data.gap.standing).not.toBe('CLOSED')
  })

  it('refuses a stale revision with the current gap, records the names of changed fields, and keeps the past', async () => {
    const before = await register.instant()
    const { data } = await register.ask(
      update,
      {
        input: {
          id: 'G-03',
          expectedRevision: 1,
          title: ' A better title ',
          standing: 'OPEN',
          recommendation: 'Write it.',
        },
      },
      system,
    )
    expect(data.updateGap).toMatchObject({ title: 'A better title', revision: 2 })
    const stale = await register.ask(update, { input: { id: 'G-03', expectedRevision: 1, title: 'X' } }, system)
    expect(stale.errors[0]!.extensions).toMatchObject({
      code: 'STALE',
      details: { current: { number: 'G-03', title: 'A better title', revision: 2 } },
    })
    const { data: after } = await register.ask(
      `query ($asOf: DateTime) { gap(id: "G-03") { activity { nodes { verb args } } }
        then: gap(id: "G-03", asOf: $asOf) { title revision coverageEdges { item { designation } } principles { number } bodies { body { slug } } } }`,
      { asOf: before },
    )
    const [event] = after.gap.activity.nodes
    expect(event.verb).toBe('gap.updated')
    expect(event.args.fields).toEqual(expect.arrayContaining(['title', 'recommendation']))
    expect(after.then).toMatchObject({ revision: 1 })
    expect(after.then.title).not.toBe('A better title')
    expect(after.then.coverageEdges.length).toBeGreaterThan(0)
    expect(after.then.bodies.length).toBeGreaterThan(0)
  })

  it.each([
    [{ title: '' }, 'TEXT_MISSING', 'title'],
    [{ title: 'x'.repeat(301) }, 'TEXT_TOO_LONG', 'title'],
    [{ description: '  ' }, 'TEXT_MISSING', 'description'],
    [{ title: 'a\0b' }, 'BAD_INPUT', 'title'],
    [{ score: { criticality: 4, achievability: 1, scope: 1, effect: 1 } }, 'SCORE_OUT_OF_RANGE', 'criticality'],
    [{ score: { criticality: 1, achievability: 0, scope: 1, effect: 1 } }, 'SCORE_OUT_OF_RANGE', 'achievability'],
    [{ bodies: [{ body: 'iso' }, { body: 'no-such-body' }] }, 'BAD_INPUT', 'bodies.1.body'],
    [{ bodies: [{ body: 'iso' }, { body: 'iso', role: 'LEAD' }] }, 'BAD_INPUT', 'bodies.1.body'],
    [{ principles: ['P-999'] }, 'BAD_INPUT', 'principles'],
    [{ source: 'A paper', evidenceOn: '2026-02-30', isConfirmed: true }, 'NO_SUCH_DAY', 'evidenceOn'],
    [{ source: 'A paper', evidenceOn: '2999', isConfirmed: true }, 'BAD_INPUT', 'evidenceOn'],
    [{ source: null, isConfirmed: true }, 'TEXT_MISSING', 'source'],
    [{ statedIn: ['here', ' '] }, 'TEXT_MISSING', 'statedIn'],
  ])('refuses %j and names the field', async (fields, code, field) => {
    const { errors } = await register.ask(update, { input: { id: 'G-04', expectedRevision: 1, ...fields } }, system)
    expect(errors.map(({ extensions }) => [extensions.code, String(extensions.field).endsWith(`.${field}`)])).toEqual([
      [code, true],
    ])
    const { data } = await register.ask('{ gap(id: "G-04") { revision } }')
    expect(data.gap.revision).toBe(1)
  })

  it('[GA-1] takes new scores, whose suggestion holds unless a person says otherwise', async () => {
    const score = { criticality: 3, achievability: 3, scope: 3, effect: 3 }
    const high = await register.ask(
      update,
      { input: { id: 'G-06', expectedRevision: 1, score, priority: null } },
      system,
    )
    expect(high.data.updateGap).toMatchObject({ priority: 'HIGH', suggestedPriority: 'HIGH', revision: 2 })
    const none = await register.ask(
      update,
      { input: { id: 'G-06', expectedRevision: 2, score: null, priority: null } },
      system,
    )
    expect(none.data.updateGap).toMatchObject({ priority: null, suggestedPriority: null, revision: 3 })
  })

  it('[SO-1] makes nobody the checker of a source that comes back as it was, and somebody that of a new one', async () => {
    const ana = await aCurator(register)
    const read = async () =>
      (await register.ask('{ gap(id: "G-09") { revision provenance { source confidence asOf checkedBy { id } } } }'))
        .data.gap
    const { revision, provenance } = await read()
    const held = {
      source: provenance.source,
      evidenceOn: provenance.asOf,
      isConfirmed: provenance.confidence === 'VERIFIED',
    }
    const input = { id: 'G-09', expectedRevision: revision, title: 'Only the title is new' }
    await register.ask(update, { input: { ...input, ...held } }, ana)
    expect((await read()).provenance).toEqual(provenance)
    const found = { source: 'A new paper', evidenceOn: '2026-02', isConfirmed: true }
    await register.ask(update, { input: { ...input, expectedRevision: revision + 1, ...found } }, ana)
    expect((await read()).provenance).toEqual({
      source: 'A new paper',
      confidence: 'VERIFIED',
      asOf: '2026-02-01',
      checkedBy: { id: ana.personId },
    })
  })

  it('names bodies with their roles and principles as a whole, in one event, and keeps who was named before', async () => {
    const before = await register.instant()
    const bodies = [{ body: 'iso', role: 'LEAD' }, { body: 'ieee-sa' }]
    const input = { id: 'G-08', expectedRevision: 1, bodies, principles: ['P-02'], topics: ['WATER'], kind: 'OUTDATED' }
    const { codes } = await register.ask(update, { input }, system)
    expect(codes).toEqual([])
    const fields = `kind topics bodies { role body { slug } } principles { number }`
    const { data } = await register.ask(
      `query ($before: DateTime) { gap(id: "G-08") { ${fields} revision activity(first: 5) { nodes { verb args } } }
        then: gap(id: "G-08", asOf: $before) { ${fields} } }`,
      { before },
    )
    expect(data.gap).toMatchObject({
      kind: 'OUTDATED',
      topics: ['WATER'],
      principles: [{ number: 'P-02' }],
      bodies: [
        { role: 'LEAD', body: { slug: 'iso' } },
        { role: 'UNKNOWN', body: { slug: 'ieee-sa' } },
      ],
      revision: 2,
    })
    expect(data.then.bodies.map(({ body }: { body: { slug: string } }) => body.slug)).not.toContain('iso')
    expect(data.gap.activity.nodes.map(({ verb }: { verb: string }) => verb)).toEqual(['gap.updated', 'gap.recorded'])
    expect([...data.gap.activity.nodes[0].args.fields].sort()).toEqual(['bodies', 'kind', 'principles', 'topics'])

    const again = await register.ask(update, { input: { ...input, expectedRevision: 2 } }, system)
    expect(again.data.updateGap.revision).toBe(2)
  })
})

describe('taking in a gap', () => {
  const create = `mutation ($input: CreateGapInput!) { createGap(input: $input) {
    number standing kind priority progress revision provenance { source confidence asOf checkedBy { id } } } }`
  const found = { title: 'Nobody measures it', description: 'There is no method.' }
  const given = (key: string, more: object = {}) => ({ input: { ...found, idempotencyKey: `create-${key}`, ...more } })
  const numberOf = (text: string) => Number(text.slice(2))

  it('is for editors of the register, and makes nothing otherwise', async () => {
    const { data: before } = await register.ask('{ gaps { totalCount } }')
    expect((await register.ask(create, given('stranger'))).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await register.ask(create, given('somebody'), signedIn)).codes).toEqual(['FORBIDDEN'])
    const { data: after } = await register.ask('{ gaps { totalCount } }')
    expect(after).toEqual(before)
  })

  it('makes one gap however often the same form arrives', async () => {
    const first = await register.ask(create, given('twice'), system)
    const second = await register.ask(create, given('twice'), system)
    expect(first.codes).toEqual([])
    expect(second.data).toEqual(first.data)
    expect((await register.ask(create, given('twice', { title: 'Else' }), system)).codes).toEqual(['ALREADY_DONE'])
  })

  it('[GA-12] numbers 50 gaps that arrive at once one after the other, without a hole and none twice', async () => {
    const [last] = (await register.dataSource.query('select max(number) as number from gap')) as [{ number: number }]
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => register.ask(create, given(`at-once-${at}`), system)),
    )
    expect(answers.flatMap(({ codes }) => codes)).toEqual([])
    const numbers = answers.map(({ data }) => numberOf(data.createGap.number)).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, at) => last.number + 1 + at))
  })

  it('[GA-12] leaves no hole behind a gap that was refused', async () => {
    const first = await register.ask(create, given('before-refusal'), system)
    const refused = await register.ask(create, given('refused', { bodies: [{ body: 'no-such-body' }] }), system)
    expect(refused.codes).toEqual(['BAD_INPUT'])
    const next = await register.ask(create, given('after-refusal'), system)
    expect(numberOf(next.data.createGap.number)).toBe(numberOf(first.data.createGap.number) + 1)
  })

  it('[GA-3] never begins closed, and is unknown in what was not said', async () => {
    expect((await register.ask(create, given('closed', { standing: 'CLOSED' }), system)).codes).toEqual([
      'DECISION_NEEDED',
    ])
    const { data } = await register.ask(create, given('bare'), system)
    expect(data.createGap).toMatchObject({
      standing: 'OPEN',
      kind: 'UNKNOWN',
      priority: null,
      progress: 'UNKNOWN',
      revision: 1,
      provenance: { source: null, confidence: 'MEMORY', asOf: null, checkedBy: null },
    })
  })
})

describe('the list of gaps', () => {
  const filters = fc.record(
    {
      search: fc.constantFrom('energy', 'G-05', 'watr', 'training bound', 'inference'),
      standing: fc.subarray([...GAP_STANDINGS]),
      isOpen: fc.boolean(),
      priority: fc.subarray([...PRIORITIES]),
      topic: fc.subarray([...TOPICS], { maxLength: 4 }),
      lifecycleStage: fc.subarray([...LIFECYCLE_STAGES], { maxLength: 4 }),
      body: fc.subarray(['itu-t-sg5', 'jtc1-sc42', 'ieee-sa', 'nobody']),
      principle: fc.subarray(['P-01', 'P-03', 'p2', 'nonsense']),
    },
    { requiredKeys: [] },
  )
  const sorts = fc.record({
    by: fc.constantFrom('NUMBER', 'TITLE', 'PRIORITY', 'STANDING', 'RELEVANCE'),
    direction: fc.constantFrom('ASC', 'DESC'),
  })
  const page = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: GapFilter, $sort: GapSort) {
    gaps(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`

  async function walk(filter: object, sort: object, isBackward: boolean): Promise<string[]> {
    const seen: string[] = []
    for (let cursor: string | null = null; ;) {
      const place: object = isBackward ? { last: 9, before: cursor } : { first: 9, after: cursor }
      const { data, codes } = await register.ask(page, { filter, sort, ...place })
      expect(codes).toEqual([])
      const numbers = (data.gaps.nodes as { number: string }[]).map(({ number }) => number)
      if (isBackward) seen.unshift(...numbers)
      else seen.push(...numbers)
      const { pageInfo } = data.gaps
      if (!(isBackward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) {
        expect(seen).toHaveLength(data.gaps.totalCount)
        return seen
      }
      cursor = isBackward ? pageInfo.startCursor : pageInfo.endCursor
    }
  }

  it('meets every gap once, forwards and backwards, under every order and filter', () =>
    fc.assert(
      fc.asyncProperty(filters, sorts, async (filter, sort) => {
        const forwards = await walk(filter, sort, false)
        expect(new Set(forwards).size).toBe(forwards.length)
        expect(await walk(filter, sort, true)).toEqual(forwards)
      }),
      { numRuns: 40 },
    ))

  it('counts in its facets what it would give, the other filters applied', () =>
    fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const { data, codes } = await register.ask(
          `query ($filter: GapFilter) { gapFacets(filter: $filter) { standing { value count } priority { value count }
            topic { value count } lifecycleStage { value count } body { value count } } }`,
          { filter },
        )
        expect(codes).toEqual([])
        for (const [facet, choices] of Object.entries(
          data.gapFacets as Record<string, { value: string; count: number }[]>,
        )) {
          for (const { value, count } of choices.slice(0, 4)) {
            const list = await register.ask(
              'query ($filter: GapFilter) { gaps(first: 0, filter: $filter) { totalCount } }',
              {
                filter: { ...filter, [facet]: [value] },
              },
            )
            expect({ facet, value, count }).toEqual({ facet, value, count: list.data.gaps.totalCount })
          }
        }
      }),
      { numRuns: 12 },
    ))

  it('finds a gap by its number and puts the highest priority first when descending', async () => {
    const { data } = await register.ask(`{
      one: gaps(filter: { search: "g 07" }, sort: { by: RELEVANCE, direction: DESC }) { nodes { number } }
      top: gaps(first: 3, sort: { by: PRIORITY, direction: DESC }) { nodes { priority } }
      bodies(filter: { search: "electrotech" }) { nodes { acronym gaps { role gap { number } } } totalCount }
      principles(first: 2) { nodes { number gaps { number } provenance { confidence } } totalCount }
    }`)
    expect(data.one.nodes[0]).toEqual({ number: 'G-07' })
    expect(data.top.nodes).toEqual(Array(3).fill({ priority: 'HIGH' }))
    expect(data.bodies.nodes.map((body: { acronym: string }) => body.acronym)).toContain('IEC')
    expect(data.principles).toMatchObject({ totalCount: 16, nodes: [{ number: 'P-01' }, { number: 'P-02' }] })
  })

  it.each(['G-00', 'G-9999999999', 'nonsense', '', '\0', '🌍'])('has nothing under the number "%s"', async (id) => {
    const { data, codes } = await register.ask('query ($id: String!) { gap(id: $id) { number } }', { id })
    expect({ data, codes }).toEqual({ data: { gap: null }, codes: [] })
  })
})
