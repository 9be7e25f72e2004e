import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { stranger, type Viewer } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { aCurator } from './curators.js'
import { anItem, openRegister, type Register } from './register.js'

let register: Register
let lea: Viewer
let turn = 0

beforeAll(async () => {
  register = await openRegister()
  // A liaison officer of some group, and nothing else.
  lea = {
    ...(await aCurator(register)),
    isAdministrator: false,
    standings: [{ scopeId: newId(), role: 'LIAISON_OFFICER' }],
  }
  await register.write(async (tx, { bodies }) => {
    for (const slug of ['iso', 'itu-t', 'ieee-sa']) {
      await bodies.record(tx, { slug, name: slug.toUpperCase(), kind: 'SDO', provenance: {} })
    }
  })
})
afterAll(() => register.stop())

/** Items of these bodies; their slugs. */
const items = (...bodies: string[]) =>
  register.write(async (tx, rooms) => {
    const slugs: string[] = []
    for (const bodySlug of bodies) {
      const item = await rooms.items.record(
        tx,
        anItem({ designation: `Text ${(turn += 1)}`, bodySlug, topics: ['WATER'], scopeNote: `Scope ${turn}.` }),
      )
      slugs.push(item.slug)
    }
    return slugs
  })

const verdict = {
  verdict: 'OVERLAP',
  evidence: 'Both state water.',
  source: 'Clause 1 of each',
  evidenceOn: '2026-02-01',
}
const open =
  'mutation ($input: OpenOverlapCaseInput!) { openOverlapCase(input: $input) { id number title revision state } }'
const update = 'mutation ($input: UpdateOverlapCaseInput!) { updateOverlapCase(input: $input) { revision title } }'
const move = 'mutation ($input: MoveOverlapCaseInput!) { moveOverlapCase(input: $input) { state revision } }'
const opening = (slugs: readonly string[], more: object = {}) => ({
  input: { items: slugs.map((item) => ({ item })), idempotencyKey: `overlap-${(turn += 1)}`, ...more },
})
const aCase = async (more: object = {}) => {
  const slugs = await items('iso', 'itu-t')
  const { data } = await register.ask(open, opening(slugs, more), lea)
  return { slugs, ...(data.openOverlapCase as { id: string; number: string; revision: number }) }
}
const look = async (number: string, asOf?: string) => {
  const { data } = await register.ask(
    `query ($number: String!, $asOf: DateTime) { overlap(number: $number, asOf: $asOf) { number title state verdict evidence mode
      owner { slug } items { scope clause source asOf item { slug scopeNote } } steps { from to on note toldBy { id } } mayBecome
      provenance { source asOf confidence } revision viewerMay activity(first: 3) { nodes { verb } } } }`,
    { number, asOf },
  )
  return data.overlap
}

describe('a case', () => {
  it('[OV-1, OV-5] is opened by a liaison officer, gets the next number, and is read by everybody', async () => {
    const slugs = await items('iso', 'itu-t', 'ieee-sa')
    const asked = opening(slugs, { ...verdict, mode: 'LIAISON', owner: 'itu-t' })
    const { data } = await register.ask(open, asked, lea)
    const again = await register.ask(open, asked, lea)
    expect(again.data.openOverlapCase.number).toBe(data.openOverlapCase.number)
    expect(data.openOverlapCase.number).toMatch(/^O-\d\d$/)
    const seen = await look(data.openOverlapCase.number)
    expect(seen).toMatchObject({
      state: 'OPEN',
      verdict: 'OVERLAP',
      mode: 'LIAISON',
      owner: { slug: 'itu-t' },
      items: slugs.map((slug) => ({ scope: null, item: { slug } })),
      steps: [{ from: null, to: 'OPEN', toldBy: { id: lea.personId } }],
      provenance: { source: 'Clause 1 of each', asOf: '2026-02-01', confidence: 'MEMORY' },
      viewerMay: ['READ'],
      activity: { nodes: [{ verb: 'overlap.opened' }] },
    })
    expect(seen.title).toContain(', ')
    const { data: item } = await register.ask(
      `query ($slug: String!) { item(designation: $slug) { overlapCases { number } } }`,
      { slug: slugs[0] },
    )
    expect(item.item.overlapCases).toEqual([{ number: seen.number }])
  })

  it('[OV-1] numbers have no holes, however many arrive at once', async () => {
    const pairs = await Promise.all([items('iso', 'itu-t'), items('iso', 'itu-t'), items('iso', 'itu-t')])
    const answers = await Promise.all(pairs.map((pair) => register.ask(open, opening(pair), lea)))
    const { data } = await register.ask('{ overlaps(first: 100) { nodes { number } totalCount } }')
    const numbers = data.overlaps.nodes.map(({ number }: { number: string }) => Number(number.slice(2)))
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => numbers.length - at))
    expect(new Set(answers.map((answer) => answer.data.openOverlapCase.number)).size).toBe(3)
  })

  it('[OV-1, OV-3, OV-5] is refused with a reason at the field concerned', async () => {
    const [a, b] = await items('iso', 'itu-t')
    const refused = async (slugs: readonly string[], more: object = {}, who = lea) => {
      const { codes, errors } = await register.ask(open, opening(slugs, more), who)
      return [codes[0], errors[0]?.extensions['field'] ?? null]
    }
    expect(await refused([a!])).toEqual(['TWO_ITEMS_NEEDED', 'input.items'])
    expect(await refused([a!, b!, a!])).toEqual(['ITEM_TWICE', 'input.items.2.item'])
    expect(await refused([a!, 'no such item'])).toEqual(['BAD_INPUT', 'input.items.1.item'])
    expect(await refused([a!, b!], { verdict: 'CONFLICT' })).toEqual(['VERDICT_EVIDENCE_MISSING', 'input.evidence'])
    expect(await refused([a!, b!], { ...verdict, evidenceOn: null })).toEqual([
      'VERDICT_EVIDENCE_MISSING',
      'input.evidenceOn',
    ])
    expect(await refused([a!, b!], { ...verdict, evidenceOn: '2999-01-01' })).toEqual(['BAD_INPUT', 'input.evidenceOn'])
    expect(await refused([a!, b!], { ...verdict, evidenceOn: '2026-02-31' })).toEqual([
      'NO_SUCH_DATE',
      'input.evidenceOn',
    ])
    expect(await refused([a!, b!], { items: [{ item: a }, { item: b, scope: 'All of it.' }] })).toEqual([
      'QUOTE_SOURCE_MISSING',
      'input.items.1.source',
    ])
    expect(await refused([a!, b!], { owner: 'no-such-body' })).toEqual(['BAD_INPUT', 'input.owner'])
    expect((await refused([a!, b!], {}, stranger))[0]).toBe('SIGN_IN_REQUIRED')
    expect((await refused([a!, b!], {}, { ...lea, standings: [{ scopeId: newId(), role: 'CHAIR' }] }))[0]).toBe(
      'FORBIDDEN',
    )
    expect(
      (await register.ask('{ overlaps(filter: { item: ["' + a + '"] }) { totalCount } }')).data.overlaps.totalCount,
    ).toBe(0)
  })

  it('[OV-1] compares what no other live case compares already', async () => {
    const { slugs, number } = await aCase()
    const { codes, errors } = await register.ask(open, opening(slugs.toReversed()), lea)
    expect([codes, errors[0]!.extensions['args']]).toEqual([['CASE_EXISTS'], { number }])
    await register.ask(move, { input: { number, expectedRevision: 1, state: 'WITHDRAWN', note: 'A mistake.' } }, lea)
    expect((await register.ask(open, opening(slugs), lea)).codes).toEqual([])
    const back = { number, expectedRevision: 2, state: 'OPEN', note: 'After all.' }
    expect((await register.ask(move, { input: back }, lea)).codes).toEqual(['CASE_EXISTS'])
  })

  it('[OV-2] goes step by step, and keeps each with its day and words', async () => {
    const { number } = await aCase()
    const step = (expectedRevision: number, state: string, more: object = {}) =>
      register.ask(move, { input: { number, expectedRevision, state, ...more } }, lea)
    expect((await step(1, 'IN_DISCUSSION', { on: '2026-03-01' })).codes).toEqual([])
    expect((await step(2, 'AGREED', { note: 'Agreed.' })).codes).toEqual(['VERDICT_NEEDED'])
    expect((await step(1, 'WITHDRAWN', { note: 'Late.' })).codes).toEqual(['STALE'])
    expect((await step(2, 'OPEN', { note: 'Back.' })).codes).toEqual(['NOT_A_STEP'])
    const seen = await look(number)
    const said = {
      number,
      title: seen.title,
      items: seen.items.map(({ item }: { item: { slug: string } }) => ({ item: item.slug })),
    }
    await register.ask(update, { input: { ...said, ...verdict, expectedRevision: 2 } }, lea)
    expect((await step(3, 'AGREED')).codes).toEqual(['TEXT_MISSING'])
    expect((await step(3, 'AGREED', { note: 'At a joint meeting.', on: '2999-01-01' })).codes).toEqual(['BAD_INPUT'])
    expect((await step(3, 'AGREED', { note: 'At a joint meeting.', on: '2026-04-01' })).codes).toEqual([])
    expect((await step(4, 'CLOSED', { note: 'Both are out.', on: '2026-05-01' })).codes).toEqual([])
    const late = await register.ask(update, { input: { ...said, ...verdict, expectedRevision: 5 } }, lea)
    expect(late.codes).toEqual(['CASE_CLOSED'])
    expect(await look(number)).toMatchObject({
      state: 'CLOSED',
      mayBecome: ['OPEN'],
      steps: [
        { from: 'AGREED', to: 'CLOSED', on: '2026-05-01', note: 'Both are out.' },
        { from: 'IN_DISCUSSION', to: 'AGREED', on: '2026-04-01' },
        { from: 'OPEN', to: 'IN_DISCUSSION', on: '2026-03-01', note: null },
        { from: null, to: 'OPEN' },
      ],
    })
    await expect(register.dataSource.query(`delete from overlap_case_step`)).rejects.toThrow(/append-only|never/i)
  })

  it('[OV-3] quotes a scope with its clause, and can be read as it stood before', async () => {
    const { number, slugs } = await aCase()
    const before = await register.instant()
    const [third] = await items('ieee-sa')
    const input = {
      number,
      expectedRevision: 1,
      title: 'Water',
      items: [
        { item: slugs[1], scope: 'This text is about water.', clause: '1', asOf: '2026-01' },
        { item: slugs[0] },
        { item: third },
      ],
    }
    expect((await register.ask(update, { input }, lea)).data.updateOverlapCase).toEqual({ revision: 2, title: 'Water' })
    expect((await register.ask(update, { input }, lea)).codes).toEqual(['STALE'])
    const unchanged = await register.ask(update, { input: { ...input, expectedRevision: 2 } }, lea)
    expect(unchanged.data.updateOverlapCase.revision).toBe(2)
    expect((await look(number)).items).toMatchObject([
      { scope: 'This text is about water.', clause: '1', asOf: '2026-01-01', item: { slug: slugs[1] } },
      { scope: null, item: { slug: slugs[0] } },
      { item: { slug: third } },
    ])
    const then = await look(number, before)
    expect(then.items.map(({ item }: { item: { slug: string } }) => item.slug)).toEqual(slugs)
    expect((await register.ask(update, { input: { ...input, number: 'O-999' } }, lea)).codes).toEqual(['NOT_FOUND'])
  })
})

it('the list is narrowed by state, verdict, topic, and by bodies and items that must all be there', async () => {
  const { number, slugs } = await aCase({ ...verdict, verdict: 'CONFLICT' })
  const list = async (filter: object) => {
    const { data } = await register.ask(
      'query ($filter: OverlapFilter) { overlaps(first: 100, filter: $filter) { totalCount nodes { number } } }',
      { filter },
    )
    expect(data.overlaps.totalCount).toBe(data.overlaps.nodes.length)
    return data.overlaps.nodes.map((node: { number: string }) => node.number)
  }
  expect(await list({ verdict: ['CONFLICT'] })).toEqual([number])
  expect(await list({ item: slugs })).toEqual([number])
  expect(await list({ item: [...slugs, 'no-such-item'] })).toEqual([])
  expect(await list({ body: ['iso', 'itu-t'], isLive: true })).toContain(number)
  expect(await list({ body: ['iso', 'iso'] })).toEqual([])
  expect(await list({ body: ['iso'], topic: ['WATER'] })).toContain(number)
  expect(await list({ topic: ['BIODIVERSITY'] })).toEqual([])
  expect(await list({ state: ['AGREED'] })).toEqual([])
})
