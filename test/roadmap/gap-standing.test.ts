import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Viewer } from '#server/platform/context/index.js'
import { aCurator } from './curators.js'
import { anItem, openRegister, type Register } from './register.js'

let register: Register
let ana: Viewer
let turn = 0

beforeAll(async () => {
  register = await openRegister()
  ana = await aCurator(register)
  await register.write((tx, { bodies }) => bodies.record(tx, { slug: 'iso', name: 'ISO', kind: 'SDO', provenance: {} }))
})
afterAll(() => register.stop())

/** A gap, with an item of its own that is being written. */
const aGap = (degree: 'FULL' | 'PARTIAL' = 'FULL') =>
  register.write(async (tx, { gaps, items }) => {
    const item = await items.record(
      tx,
      anItem({ designation: `Answer ${(turn += 1)}`, fallbackStatus: 'UNDER_DEVELOPMENT' }),
    )
    const gap = await gaps.record(tx, {
      title: 'A gap',
      description: 'For the test.',
      standing: 'IN_PROGRESS',
      items: [{ item: item.slug, degree }],
      provenance: {},
    })
    return { id: `G-${String(gap.number).padStart(2, '0')}`, gap, item }
  })
const becomes = (item: { slug: string }, fallbackStatus: 'PUBLISHED' | 'WITHDRAWN') =>
  register.write(async (tx, { items, stages }) => {
    const { revision } = await items.require(tx, item.slug, 'item')
    await stages.record(tx, {
      item: item.slug,
      expectedRevision: revision,
      nativeStage: null,
      fallbackStatus,
      provenance: { source: 'a catalogue', confidence: 'VERIFIED', asOf: '2026-02-01' },
    })
  })
const look = async (id: string, more: object = {}) => {
  const { data } = await register.ask(
    `query ($id: String!, $asOf: DateTime) { gap(id: $id, asOf: $asOf) { standing progress isProgressStale revision
      progressUpdates { progress on note isStale toldBy { id } } questions { kind item { designation } }
      closures { id decision decidedBy decidedOn closedByText items { designation } reopenedOn reopenedReason }
      activity(first: 3) { nodes { verb args } } } }`,
    { id, ...more },
  )
  return data.gap
}

const tell = 'mutation ($input: RecordGapProgressInput!) { recordGapProgress(input: $input) { progress isStale } }'
const close = 'mutation ($input: CloseGapInput!) { closeGap(input: $input) { standing revision } }'
const reopen = 'mutation ($input: ReopenGapInput!) { reopenGap(input: $input) { standing revision } }'
const decision = { decision: 'Meeting 4, item 7', decidedBy: 'The focus group', decidedOn: '2026-02-03' }

describe('how the work on a gap moves', () => {
  const told = (gap: string, more: object) => ({
    input: { gap, note: 'A draft is out.', source: 'TD 12', idempotencyKey: `progress-${(turn += 1)}`, ...more },
  })

  it('[GA-2] is told by dated, sourced updates, the newest of which says how things stand', async () => {
    const { id } = await aGap()
    const before = await register.instant()
    await register.ask(tell, told(id, { progress: 'GREEN', on: '2026-03-01' }), ana)
    await register.ask(tell, told(id, { progress: 'RED', on: '2025-03-01' }), ana)
    const gap = await look(id)
    expect(gap.progress).toBe('GREEN')
    expect(gap.progressUpdates).toMatchObject([
      { progress: 'GREEN', on: '2026-03-01', toldBy: { id: ana.personId } },
      { progress: 'RED', on: '2025-03-01' },
    ])
    expect(gap.activity.nodes[0]).toMatchObject({
      verb: 'gap.progressRecorded',
      args: { progress: 'RED', on: '2025-03-01' },
    })
    const then = await look(id, { asOf: before })
    expect(then).toMatchObject({ progress: 'UNKNOWN', progressUpdates: [], isProgressStale: false })
  })

  it('[GA-2] looks stale when nobody has told anything for longer than the review interval', async () => {
    const { id } = await aGap()
    const day = (monthsAgo: number) => {
      const on = new Date()
      on.setUTCDate(1)
      on.setUTCMonth(on.getUTCMonth() - monthsAgo)
      return on.toISOString().slice(0, 10)
    }
    await register.ask(tell, told(id, { progress: 'GREEN', on: day(8) }), ana)
    expect(await look(id)).toMatchObject({ isProgressStale: true, progressUpdates: [{ isStale: true }] })
    await register.ask(tell, told(id, { progress: 'GREEN', on: day(1) }), ana)
    expect(await look(id)).toMatchObject({
      isProgressStale: false,
      progressUpdates: [{ isStale: false }, { isStale: false }],
    })
  })

  it('[GA-2] is never altered: the database refuses it', async () => {
    await expect(register.dataSource.query(`update gap_progress set note = 'Else'`)).rejects.toThrow('append-only')
    await expect(register.dataSource.query('delete from gap_progress')).rejects.toThrow('append-only')
  })

  it.each([
    [{ on: '2026-02-30' }, 'NO_SUCH_DAY'],
    [{ on: '2026-02' }, 'NO_SUCH_DAY'],
    [{ on: '2999-01-01' }, 'BAD_INPUT'],
    [{ note: ' ' }, 'TEXT_MISSING'],
    [{ source: '' }, 'TEXT_MISSING'],
    [{ gap: 'G-9999' }, 'NOT_FOUND'],
  ])('refuses %j', async (wrong, code) => {
    const { id } = await aGap()
    const { codes } = await register.ask(tell, told(id, { progress: 'GREEN', on: '2026-03-01', ...wrong }), ana)
    expect(codes).toEqual([code])
    expect((await look(id)).progressUpdates).toEqual([])
  })
})

describe('closing a gap', () => {
  it('[GA-3] is asked about by a publication, done by a decision, asked about again by a withdrawal', async () => {
    const { id, item, gap } = await aGap()
    expect((await look(id)).questions).toEqual([])
    await becomes(item, 'PUBLISHED')
    const asked = await look(id)
    expect(asked).toMatchObject({
      standing: 'IN_PROGRESS',
      questions: [{ kind: 'IS_IT_CLOSED', item: { designation: item.designation } }],
    })

    const closed = await register.ask(
      close,
      { input: { id, expectedRevision: gap.revision, ...decision, items: [item.designation] } },
      ana,
    )
    expect(closed.data.closeGap).toEqual({ standing: 'CLOSED', revision: 2 })
    const then = await register.instant()
    expect(await look(id)).toMatchObject({
      questions: [],
      closures: [{ ...decision, items: [{ designation: item.designation }], reopenedOn: null }],
    })

    await becomes(item, 'WITHDRAWN')
    const again = await look(id)
    expect(again).toMatchObject({
      standing: 'CLOSED',
      questions: [{ kind: 'IS_IT_OPEN_AGAIN', item: { designation: item.designation } }],
    })
    const reopened = { id, expectedRevision: 2, on: '2026-03-01', reason: 'The text is withdrawn.' }
    const open = await register.ask(reopen, { input: reopened }, ana)
    expect(open.data.reopenGap).toEqual({ standing: 'IN_PROGRESS', revision: 3 })
    expect(await look(id)).toMatchObject({
      questions: [],
      closures: [{ ...decision, reopenedOn: '2026-03-01', reopenedReason: 'The text is withdrawn.' }],
      activity: { nodes: [{ verb: 'gap.reopened' }, { verb: 'gap.closed' }, { verb: 'gap.recorded' }] },
    })
    expect(await look(id, { asOf: then })).toMatchObject({ standing: 'CLOSED', closures: [{ reopenedOn: null }] })

    const second = { id, expectedRevision: 3, ...decision, decidedOn: '2026-03-02', closedByText: 'Directive 12' }
    expect((await register.ask(close, { input: second }, ana)).codes).toEqual([])
    expect((await look(id)).closures.map((one: { decidedOn: string }) => one.decidedOn)).toEqual([
      '2026-03-02',
      '2026-02-03',
    ])
  })

  it('[GA-3] names what closed it: an item, or a text in words', async () => {
    const { id } = await aGap()
    const { errors } = await register.ask(close, { input: { id, expectedRevision: 1, ...decision, items: [] } }, ana)
    expect(errors[0]!.extensions).toMatchObject({ code: 'CLOSED_BY_WHAT', field: 'input.items' })
  })

  it.each([
    [{ decidedOn: '2026-13-01' }, 'NO_SUCH_DAY'],
    [{ decidedOn: '2999-01-01' }, 'BAD_INPUT'],
    [{ decision: '' }, 'TEXT_MISSING'],
    [{ items: ['No such item'] }, 'BAD_INPUT'],
    [{ expectedRevision: 9 }, 'STALE'],
  ])('refuses %j', async (wrong, code) => {
    const { id } = await aGap()
    const input = { id, expectedRevision: 1, ...decision, closedByText: 'A law', ...wrong }
    expect((await register.ask(close, { input }, ana)).codes).toEqual([code])
    expect(await look(id)).toMatchObject({ standing: 'IN_PROGRESS', closures: [] })
  })

  it('[GA-3] neither closes nor reopens twice, nor reopens by a field, nor before it was closed', async () => {
    const { id } = await aGap()
    const input = { id, expectedRevision: 1, ...decision, closedByText: 'A law' }
    const again = { id, expectedRevision: 1, on: '2026-03-01', reason: 'Why not' }
    expect((await register.ask(reopen, { input: again }, ana)).codes).toEqual(['GAP_NOT_CLOSED'])
    await register.ask(close, { input }, ana)
    expect((await register.ask(close, { input: { ...input, expectedRevision: 2 } }, ana)).codes).toEqual(['GAP_CLOSED'])
    const field = 'mutation ($input: UpdateGapInput!) { updateGap(input: $input) { standing } }'
    const byField = { id, expectedRevision: 2, standing: 'OPEN' }
    expect((await register.ask(field, { input: byField }, ana)).codes).toEqual(['GAP_CLOSED'])
    for (const [wrong, code] of [
      [{ on: '2026-01-01' }, 'ENDS_BEFORE_START'],
      [{ standing: 'CLOSED' }, 'DECISION_NEEDED'],
      [{ reason: ' ' }, 'TEXT_MISSING'],
    ] as const) {
      const { codes } = await register.ask(reopen, { input: { ...again, expectedRevision: 2, ...wrong } }, ana)
      expect(codes).toEqual([code])
    }
  })

  it('is read with as many statements for many gaps as for one', async () => {
    const ask = (first: number) =>
      register.statements(() =>
        register.ask(`{ gaps(first: ${first}) { nodes { isProgressStale progressUpdates { isStale toldBy { id } }
          questions { kind item { designation } } closures { items { designation } reopenedBy { id } } } } }`),
      )
    expect(await ask(8)).toBe(await ask(1))
  })
})
