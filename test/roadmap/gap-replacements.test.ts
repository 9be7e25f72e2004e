import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Viewer } from '#server/platform/context/index.js'
import { aCurator } from './curators.js'
import { anItem, openRegister, type Register } from './register.js'

let register: Register
let ana: Viewer

beforeAll(async () => {
  register = await openRegister()
  ana = await aCurator(register)
  await register.write(async (tx, { bodies, items }) => {
    await bodies.record(tx, { slug: 'iso', name: 'ISO', kind: 'SDO', provenance: {} })
    await bodies.record(tx, { slug: 'itu', name: 'ITU', kind: 'SDO', provenance: {} })
    for (const designation of ['Here 1', 'Both 2']) await items.record(tx, anItem({ designation }))
  })
})
afterAll(() => register.stop())

let turn = 0
const aGap = async (given: { items?: string[]; bodies?: string[]; progress?: string } = {}) => {
  const gap = await register.write((tx, { gaps }) =>
    gaps.record(tx, {
      title: `Gap ${(turn += 1)}`,
      description: 'For the test.',
      standing: 'OPEN',
      topics: ['WATER'],
      items: (given.items ?? []).map((item) => ({ item, degree: 'PARTIAL' })),
      bodies: (given.bodies ?? []).map((body) => ({ body, role: 'LEAD' })),
      provenance: {},
    }),
  )
  const id = `G-${String(gap.number).padStart(2, '0')}`
  if (given.progress) {
    await register.ask(
      `mutation ($input: RecordGapProgressInput!) { recordGapProgress(input: $input) { id } }`,
      {
        input: {
          gap: id,
          progress: 'GREEN',
          on: given.progress,
          note: 'Moves.',
          source: 'TD 1',
          idempotencyKey: `told-${turn}-${id}`,
        },
      },
      ana,
    )
  }
  return id
}
const revisionOf = async (id: string) => (await look(id)).revision
const merge = 'mutation ($input: MergeGapInput!) { mergeGap(input: $input) { number revision } }'
const split = `mutation ($input: SplitGapInput!) { splitGap(input: $input) { number replacement { into { number } } } }`
const undo = 'mutation ($input: UndoGapReplacementInput!) { undoGapReplacement(input: $input) { number } }'
const why = { on: '2026-03-01', reason: 'They are one.' }
const everything = { coverage: true, bodies: true, progress: true }
const look = async (id: string, more: object = {}) => {
  const { data } = await register.ask(
    `query ($id: String!, $asOf: DateTime) { gap(id: $id, asOf: $asOf) { number revision standing progress topics score { sum }
      replacement { kind on reason from { number } into { number } } arrivals { kind from { number } reason }
      coverageEdges { degree item { designation } } withdrawnEdges { withdrawnReason item { designation } }
      bodies { role body { slug } } progressUpdates { on } activity(first: 5) { nodes { verb args } } } }`,
    { id, ...more },
  )
  return data.gap
}
const inList = async (id: string) => {
  const { data } = await register.ask('query ($q: String!) { gaps(filter: { search: $q }) { nodes { number } } }', {
    q: id,
  })
  return (data.gaps.nodes as { number: string }[]).some(({ number }) => number === id)
}

describe('a merge', () => {
  it('[GA-13] lets the old number lead to the new one for good, and takes along what was chosen, once', async () => {
    const from = await aGap({ items: ['Here 1', 'Both 2'], bodies: ['iso'], progress: '2026-02-01' })
    const into = await aGap({ items: ['Both 2'], bodies: ['iso', 'itu'] })
    const before = await register.instant()
    const input = { id: from, expectedRevision: await revisionOf(from), into, ...why, ...everything }
    expect((await register.ask(merge, { input }, ana)).codes).toEqual([])

    expect(await look(from)).toMatchObject({
      replacement: { kind: 'MERGE', ...why, into: [{ number: into }] },
      coverageEdges: [{ item: { designation: 'Both 2' } }, { item: { designation: 'Here 1' } }],
    })
    expect(await look(into)).toMatchObject({
      replacement: null,
      arrivals: [{ kind: 'MERGE', from: [{ number: from }], reason: 'They are one.' }],
      coverageEdges: [{ item: { designation: 'Both 2' } }, { item: { designation: 'Here 1' }, degree: 'PARTIAL' }],
      bodies: [{ body: { slug: 'iso' } }, { body: { slug: 'itu' } }],
      progress: 'GREEN',
      progressUpdates: [{ on: '2026-02-01' }],
      activity: { nodes: [{ verb: 'gap.merged', args: { from } }, { verb: 'gap.recorded' }] },
    })
    expect([await inList(from), await inList(into)]).toEqual([false, true])
    expect(await look(from, { asOf: before })).toMatchObject({ replacement: null })
    const { data } = await register.ask(`{ items(filter: { gap: ["${from}"] }) { totalCount } }`)
    expect(data.items.totalCount).toBe(0)
  })

  it('[GA-13] carries nothing that was not chosen, and can be undone', async () => {
    const from = await aGap({ items: ['Here 1'], bodies: ['iso'], progress: '2026-02-01' })
    const into = await aGap()
    const input = { id: from, expectedRevision: await revisionOf(from), into, ...why }
    await register.ask(merge, { input }, ana)
    expect(await look(into)).toMatchObject({ coverageEdges: [], bodies: [], progressUpdates: [] })

    expect((await register.ask(undo, { input: { id: from, reason: 'They are two.' } }, ana)).codes).toEqual([])
    expect(await look(from)).toMatchObject({ replacement: null, progress: 'GREEN' })
    expect(await look(into)).toMatchObject({ arrivals: [] })
    expect(await inList(from)).toBe(true)
    const twice = await register.ask(undo, { input: { id: from, reason: 'Again.' } }, ana)
    expect(twice.codes).toEqual(['GAP_NOT_REPLACED'])
  })

  it('[GA-13] takes back on undoing what it carried over, and nothing else', async () => {
    const from = await aGap({ items: ['Here 1'], bodies: ['iso'], progress: '2026-02-01' })
    const into = await aGap({ items: ['Both 2'], bodies: ['itu'] })
    const input = { id: from, expectedRevision: await revisionOf(from), into, ...why, ...everything }
    await register.ask(merge, { input }, ana)
    await register.ask(undo, { input: { id: from, reason: 'They are two.' } }, ana)
    expect(await look(into)).toMatchObject({
      coverageEdges: [{ item: { designation: 'Both 2' } }],
      withdrawnEdges: [{ item: { designation: 'Here 1' }, withdrawnReason: 'They are two.' }],
      bodies: [{ body: { slug: 'itu' } }],
      progress: 'UNKNOWN',
      progressUpdates: [],
    })
    expect(await look(from)).toMatchObject({ coverageEdges: [{ degree: 'PARTIAL' }], progressUpdates: [{}] })
  })

  it('[GA-13] undoes the latest step first', async () => {
    const [first, second, third] = [await aGap(), await aGap(), await aGap()]
    const step = async (id: string, into: string) =>
      register.ask(merge, { input: { id, expectedRevision: await revisionOf(id), into, ...why } }, ana)
    await step(first, second)
    await step(second, third)
    expect((await register.ask(undo, { input: { id: first, reason: 'No.' } }, ana)).codes).toEqual(['GAP_REPLACED'])
    expect((await step(first, third)).codes).toEqual(['GAP_REPLACED'])
    expect((await step(third, first)).codes).toEqual(['GAP_REPLACED'])
  })

  it.each([
    [{ into: 'itself' }, 'BAD_INPUT'],
    [{ into: 'G-9999' }, 'NOT_FOUND'],
    [{ expectedRevision: 9 }, 'STALE'],
    [{ on: '2026-02-30' }, 'NO_SUCH_DAY'],
    [{ on: '2999-01-01' }, 'BAD_INPUT'],
    [{ reason: '' }, 'TEXT_MISSING'],
  ])('refuses %j and changes nothing', async (wrong, code) => {
    const [id, into] = [await aGap(), await aGap()]
    const input = { id, expectedRevision: 1, into, ...why, ...wrong }
    if (input.into === 'itself') input.into = id
    expect((await register.ask(merge, { input }, ana)).codes).toEqual([code])
    expect(await look(id)).toMatchObject({ replacement: null, revision: 1 })
  })

  it('refuses to change a gap whose number leads elsewhere', async () => {
    const [id, into] = [await aGap(), await aGap()]
    await register.ask(merge, { input: { id, expectedRevision: 1, into, ...why } }, ana)
    const update = 'mutation ($input: UpdateGapInput!) { updateGap(input: $input) { title } }'
    const { codes } = await register.ask(update, { input: { id, expectedRevision: 2, title: 'Else' } }, ana)
    expect(codes).toEqual(['GAP_REPLACED'])
  })
})

describe('a split', () => {
  const parts = [
    { title: 'One half', description: 'The first.', coverage: true },
    { title: 'Other half', description: 'The second.', bodies: true },
  ]

  it('[GA-13] makes new numbers to which the old one leads, each with what was chosen for it', async () => {
    const id = await aGap({ items: ['Here 1'], bodies: ['iso'] })
    const input = { id, expectedRevision: 1, ...why, parts }
    const { data, codes } = await register.ask(split, { input }, ana)
    expect(codes).toEqual([])
    const [one, other] = data.splitGap.replacement.into as { number: string }[]
    expect(Number(other!.number.slice(2))).toBe(Number(one!.number.slice(2)) + 1)
    expect(await look(one!.number)).toMatchObject({ topics: ['WATER'], coverageEdges: [{}], bodies: [], score: null })
    expect(await look(other!.number)).toMatchObject({ coverageEdges: [], bodies: [{}], arrivals: [{ kind: 'SPLIT' }] })
    const gap = await look(id)
    expect(gap.activity.nodes.map((node: { verb: string }) => node.verb)).toEqual(['gap.split', 'gap.recorded'])

    expect((await register.ask(undo, { input: { id, reason: 'One after all.' } }, ana)).codes).toEqual([])
    expect(await look(id)).toMatchObject({ replacement: null, coverageEdges: [{}] })
    expect(await look(one!.number)).toMatchObject({
      replacement: { kind: 'MERGE', into: [{ number: id }], reason: 'One after all.' },
    })
    expect(await inList(one!.number)).toBe(false)
  })

  it('refuses fewer than two parts, and makes no numbers then', async () => {
    const id = await aGap()
    const { codes } = await register.ask(
      split,
      { input: { id, expectedRevision: 1, ...why, parts: parts.slice(1) } },
      ana,
    )
    expect(codes).toEqual(['BAD_INPUT'])
    const next = await aGap()
    expect(Number(next.slice(2))).toBe(Number(id.slice(2)) + 1)
  })
})

it('is read with as many statements for many gaps as for one', async () => {
  const ask = (first: number) =>
    register.statements(() =>
      register.ask(
        `{ gaps(first: ${first}) { nodes { replacement { into { number } } arrivals { from { number } into { number } } } } }`,
      ),
    )
  expect(await ask(8)).toBe(await ask(1))
})
