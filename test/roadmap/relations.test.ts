import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { stranger, type Viewer } from '#server/platform/context/index.js'
import { aCurator } from './curators.js'
import { anItem, openRegister, type Register } from './register.js'

let register: Register
let ana: Viewer
let turn = 0

beforeAll(async () => {
  register = await openRegister()
  ana = await aCurator(register)
  await register.write(async (tx, { bodies, items }) => {
    await bodies.record(tx, { slug: 'iso', name: 'ISO', kind: 'SDO', provenance: {} })
    for (const name of ['A 1', 'A 2', 'A 3', 'A 4', 'B 1', 'B 2', 'C 1', 'C 2', 'D 1', 'D 2', 'D 3', 'D 4'])
      await items.record(tx, anItem({ designation: name }))
    await items.record(tx, anItem({ designation: 'Old 1', fallbackStatus: 'WITHDRAWN' }))
  })
})
afterAll(() => register.stop())

const said = 'id revision type since until clause evidence note endedReason viewerMay provenance { source confidence }'
const record = `mutation ($input: RecordRelationInput!) { recordRelation(input: $input) { ${said} } }`
const change = `mutation ($input: ChangeRelationInput!) { changeRelation(input: $input) { ${said} } }`
const end = `mutation ($input: EndRelationInput!) { endRelation(input: $input) { ${said} } }`
const relate = (from: string, type: string, to: string, more: object = {}, viewer = ana) =>
  register.ask(record, { input: { from, type, to, idempotencyKey: `relate-${(turn += 1)}`, ...more } }, viewer)
const relationsOf = async (designation: string, asOf?: string) =>
  (
    await register.ask(
      `query ($d: String!, $asOf: DateTime) { item(designation: $d, asOf: $asOf) { state
        relations { type isOutgoing until other { designation } } pastRelations { type isOutgoing until endedReason other { designation } } } }`,
      { d: designation, asOf },
    )
  ).data.item

describe('a relation between two items', () => {
  it('[RE-6] says since when, where and in which words, and on what it rests', async () => {
    const { data } = await relate('A 1', 'DERIVED_FROM', 'A 2', {
      since: '2024-05-01',
      clause: '2',
      evidence: 'This text is based on A 2.',
      source: { source: 'A 1, foreword', confidence: 'VERIFIED' },
    })
    expect(data.recordRelation).toMatchObject({
      since: '2024-05-01',
      until: null,
      clause: '2',
      evidence: 'This text is based on A 2.',
      provenance: { source: 'A 1, foreword', confidence: 'VERIFIED' },
      viewerMay: ['READ', 'EDIT'],
    })
  })

  it('[RE-8, RE-2] is recorded once, whichever side names it where it holds both ways', async () => {
    await relate('B 1', 'IDENTICAL_TO', 'B 2')
    expect((await relate('B 2', 'IDENTICAL_TO', 'B 1')).errors[0]!.extensions).toMatchObject({
      code: 'RELATION_KNOWN',
      args: { from: 'B 2', to: 'B 1' },
    })
    expect((await relationsOf('B 1')).relations).toEqual(
      (await relationsOf('B 2')).relations.map((one: object) => ({
        ...one,
        other: { designation: 'B 2' },
      })),
    )
    // Directed ones may hold in both directions, each said for itself.
    expect((await relate('B 1', 'REFERENCES', 'B 2')).codes).toEqual([])
    expect((await relate('B 2', 'REFERENCES', 'B 1')).codes).toEqual([])
  })

  it('[RE-3, RE-4] is refused with a sentence when it leads an item to itself, at once or by way of others', async () => {
    await relate('A 4', 'SUPERSEDES', 'A 3')
    await relate('A 3', 'SUPERSEDES', 'A 2')
    const { errors } = await relate('A 2', 'SUPERSEDES', 'A 4')
    expect(errors[0]!.extensions).toMatchObject({ code: 'RELATION_CYCLE', args: { steps: 2 } })
    expect((await relate('A 2', 'REFERENCES', 'A 2')).codes).toEqual(['RELATION_TO_ITSELF'])
  })

  it('[RE-3] never turns in a circle either when four people close it at the same time', async () => {
    const ring = ['D 1', 'D 2', 'D 3', 'D 4']
    const answers = await Promise.all(ring.map((from, at) => relate(from, 'SUPERSEDES', ring[(at + 1) % ring.length]!)))
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['RELATION_CYCLE'])
  })

  it('is recorded by editors of the register alone, with days and items that exist', async () => {
    expect((await relate('C 1', 'EXTENDS', 'C 2', {}, stranger)).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await relate('C 1', 'EXTENDS', 'C 2', {}, { ...stranger, accountId: 'somebody' })).codes).toEqual([
      'FORBIDDEN',
    ])
    expect((await relate('C 1', 'EXTENDS', 'C 2', { since: '2024-02-30' })).errors[0]!.extensions).toMatchObject({
      code: 'NO_SUCH_DAY',
      field: 'input.since',
    })
    expect((await relate('C 1', 'EXTENDS', 'C 999')).errors[0]!.extensions).toMatchObject({ field: 'input.to' })
    expect((await relate('C 1', 'EXTENDS', 'C 2', { evidence: 'x'.repeat(2001) })).codes).toEqual(['TEXT_TOO_LONG'])
  })

  it('[RE-7] ends on a day, stays to be seen with the reason, and may hold anew', async () => {
    const { data } = await relate('C 1', 'ADOPTS', 'C 2', { since: '2020-01-01' })
    const { id } = data.recordRelation
    const before = await register.instant()
    const to = { id, expectedRevision: 1, reason: 'The adoption was withdrawn.' }
    expect((await register.ask(end, { input: { ...to, until: '2019-12-31' } }, ana)).codes).toEqual([
      'ENDS_BEFORE_START',
    ])
    expect((await register.ask(end, { input: { ...to, until: '2999-01-01' } }, ana)).codes).toEqual(['BAD_INPUT'])
    expect((await register.ask(end, { input: { ...to, reason: ' ' } }, ana)).codes).toEqual(['TEXT_MISSING'])
    const ended = await register.ask(end, { input: { ...to, until: '2023-06-30' } }, ana)
    expect(ended.data.endRelation).toMatchObject({ until: '2023-06-30', endedReason: to.reason, revision: 2 })
    expect(await relationsOf('C 1')).toMatchObject({
      relations: [],
      pastRelations: [{ type: 'ADOPTS', isOutgoing: true, until: '2023-06-30', other: { designation: 'C 2' } }],
    })
    expect((await relationsOf('C 1', before)).relations).toHaveLength(1)
    expect((await register.ask(end, { input: { ...to, expectedRevision: 2 } }, ana)).codes).toEqual(['RELATION_ENDED'])
    expect((await relate('C 1', 'ADOPTS', 'C 2', { since: '2024-01-01' })).codes).toEqual([])
    const { data: list } = await register.ask(
      '{ held: relations(filter: { item: "c-1", isHeld: true }) { totalCount } all: relations(filter: { item: "c-1" }) { totalCount } }',
    )
    expect(list).toEqual({ held: { totalCount: 1 }, all: { totalCount: 2 } })
    expect(
      (await register.ask('query ($id: UUID!) { relation(id: $id) { from { designation } until } }', { id })).data
        .relation,
    ).toEqual({
      from: { designation: 'C 1' },
      until: '2023-06-30',
    })
  })

  it('[IT-3, RE-7] no longer makes a withdrawn text superseded once it turns out a mistake', async () => {
    const { data } = await relate('C 2', 'SUPERSEDES', 'Old 1')
    expect((await relationsOf('Old 1')).state).toBe('SUPERSEDED')
    const { id } = data.recordRelation
    await register.ask(end, { input: { id, expectedRevision: 1, reason: 'It was another part.' } }, ana)
    expect(await relationsOf('Old 1')).toMatchObject({
      state: 'WITHDRAWN',
      pastRelations: [{ until: null, endedReason: 'It was another part.' }],
    })
    // The other way round is free now.
    expect((await relate('Old 1', 'SUPERSEDES', 'C 2')).codes).toEqual([])
  })

  it('is changed on the newest state, and only where something is other than before', async () => {
    const { data } = await relate('A 1', 'COMPLEMENTS', 'C 1')
    const { id } = data.recordRelation
    const input = { id, expectedRevision: 1, clause: '4.1', source: { source: 'C 1' } }
    expect((await register.ask(change, { input }, ana)).data.changeRelation).toMatchObject({
      revision: 2,
      clause: '4.1',
    })
    expect((await register.ask(change, { input }, ana)).codes).toEqual(['STALE'])
    const same = await register.ask(change, { input: { id, expectedRevision: 2, clause: '4.1' } }, ana)
    expect(same.data.changeRelation).toMatchObject({ revision: 2, provenance: { source: 'C 1' } })
    const cleared = await register.ask(change, { input: { id, expectedRevision: 2 } }, ana)
    expect(cleared.data.changeRelation).toMatchObject({ revision: 3, clause: null, provenance: { source: 'C 1' } })
  })
})
