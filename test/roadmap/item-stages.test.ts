import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { refusals } from '#schema/vocabulary/refusals.js'
import { stranger } from '#server/platform/context/index.js'
import { anEditor, anItem, openRegister, type Register } from './register.js'

let register: Register
beforeAll(async () => {
  register = await openRegister()
  await register.write(async (tx, { bodies }) => {
    for (const slug of ['iso', 'itu-t', 'ieee-sa']) {
      await bodies.record(tx, { slug, name: slug, acronym: slug, kind: 'SDO', provenance: {} })
    }
  })
})
afterAll(() => register.stop())

let made = 0
/** A fresh item at a stage, with evidence of 1 January 2026 that was confirmed unless said otherwise. */
async function anItemAt(nativeStage: string | null, given: Partial<Parameters<typeof anItem>[0]> = {}) {
  made += 1
  const item = await register.write((tx, { items }) =>
    items.record(tx, anItem({ designation: `Stage ${made}`, nativeStage, fallbackStatus: null, ...given })),
  )
  return item.slug
}

const confirmed = { source: 'https://www.iso.org/x', confidence: 'VERIFIED', asOf: '2026-05-01' }
const recording = (item: string, input: object, viewer = anEditor) =>
  register.ask(
    `mutation ($input: RecordItemStageInput!) { recordItemStage(input: $input) {
      revision state nativeStage stages { nativeStage state stateBasis on correction provenance { source confidence asOf } } } }`,
    { input: { item, expectedRevision: 1, source: confirmed, ...input } },
    viewer,
  )
const planning = (item: string, input: object) =>
  register.ask(
    `mutation ($input: RecordItemPlanInput!) { recordItemPlan(input: $input) {
      revision plans { kind plannedOn slip { amount unit } provenance { source asOf } }
      planned { kind firstOn lastOn reachedOn changes isOverdue slip { amount unit } } } }`,
    { input: { item, kind: 'PUBLISHED', ...input } },
    anEditor,
  )

describe('recording a stage', () => {
  it('[IT-2] keeps the words of the body with date and source, and maps them', async () => {
    const item = await anItemAt('Under study', { bodySlug: 'itu-t' })
    const { data, codes } = await recording(item, { nativeStage: ' AAP LC ', on: '2026-04' })
    expect(codes).toEqual([])
    expect(data.recordItemStage).toMatchObject({ revision: 2, state: 'IN_APPROVAL', nativeStage: 'AAP LC' })
    expect(data.recordItemStage.stages).toEqual([
      {
        nativeStage: 'AAP LC',
        state: 'IN_APPROVAL',
        stateBasis: 'NATIVE_STAGE',
        on: '2026-04',
        correction: null,
        provenance: { source: 'https://www.iso.org/x', confidence: 'VERIFIED', asOf: '2026-05-01' },
      },
      {
        nativeStage: 'Under study',
        state: 'IN_DEVELOPMENT',
        stateBasis: 'NATIVE_STAGE',
        on: null,
        correction: null,
        provenance: { source: 'a catalogue', confidence: 'VERIFIED', asOf: '2026-01-01' },
      },
    ])
  })

  it('[IT-ISO] refuses 29.20 with its reason and the official codes near it', async () => {
    const item = await anItemAt('20.20')
    const { codes, errors } = await recording(item, { nativeStage: '29.20' })
    expect(codes).toEqual(['UNOFFICIAL_STAGE'])
    expect(errors[0]!.extensions['args']).toEqual({ code: '29.20', near: '20.99, 30.00' })
    expect(refusals.UNOFFICIAL_STAGE).toContain('Near it are {near}')
    expect((await recording(item, { nativeStage: '60.20' })).errors[0]!.extensions['args']).toEqual({
      code: '60.20',
      near: '60.00, 60.60',
    })
  })

  it.each([
    ['nothing', {}, 'TEXT_MISSING', 'input.nativeStage'],
    ['a day that does not exist', { nativeStage: '40.20', on: '2026-02-30' }, 'NO_SUCH_DATE', 'input.on'],
    ['a day to come', { nativeStage: '40.20', on: '2199-01' }, 'BAD_INPUT', 'input.on'],
    ['a stage that comes before', { nativeStage: '20.20', on: '2026-04-01' }, 'STAGE_BEFORE_LAST', 'input.nativeStage'],
    ['a stage of an earlier day', { nativeStage: '40.20', on: '2025-12-31' }, 'STAGE_BEFORE_LAST', 'input.on'],
    ['a bare status', { status: 'PUBLISHED' }, 'STATE_POORER', 'input.nativeStage'],
    ['what is only remembered', { nativeStage: '40.20', source: {} }, 'STATE_POORER', 'input.nativeStage'],
    ['an older state', { nativeStage: '40.20', expectedRevision: 4 }, 'STALE', undefined],
    [
      'a correction without reason',
      { nativeStage: '20.20', isCorrection: true, reason: ' ' },
      'TEXT_MISSING',
      'input.reason',
    ],
    ['a stage of 300 letters', { nativeStage: 'x'.repeat(300) }, 'TEXT_TOO_LONG', 'input.nativeStage'],
  ])('[IT-10, IT-12] refuses %s, and says where', async (_, input, code, field) => {
    const item = await anItemAt('30.60')
    const { codes, errors } = await recording(item, input)
    expect([codes, errors[0]!.extensions['field']]).toEqual([[code], field])
    const { data } = await register.ask(`{ item(designation: "${item}") { nativeStage revision stages { state } } }`)
    expect(data.item).toMatchObject({ nativeStage: '30.60', revision: 1, stages: [{ state: 'IN_DEVELOPMENT' }] })
  })

  it('[IT-12] takes a step back as a correction with its reason, and shows both', async () => {
    const item = await anItemAt('60.60')
    const { data } = await recording(item, {
      nativeStage: '40.20',
      on: '2025-06-01',
      isCorrection: true,
      reason: 'Taken from the page of another part.',
      source: {},
    })
    expect(data.recordItemStage).toMatchObject({ state: 'IN_APPROVAL', nativeStage: '40.20' })
    expect(data.recordItemStage.stages).toMatchObject([
      { nativeStage: '40.20', correction: 'Taken from the page of another part.' },
      { nativeStage: '60.60', correction: null },
    ])
  })

  it('[IT-10] lets what is better founded take the place of what is poorer, even if it is older', async () => {
    const item = await anItemAt(null, { fallbackStatus: 'PUBLISHED', provenance: {} })
    const { data } = await recording(item, { nativeStage: '60.60', on: '2024' })
    expect(data.recordItemStage).toMatchObject({ state: 'PUBLISHED', nativeStage: '60.60' })
  })

  it('is for those who may edit the register', async () => {
    const item = await anItemAt('30.60')
    expect((await recording(item, { nativeStage: '40.20' }, stranger)).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await recording(item, { nativeStage: '40.20' }, { ...anEditor, isAdministrator: false })).codes).toEqual([
      'FORBIDDEN',
    ])
  })
})

describe('planned dates', () => {
  it('[IT-13] are kept as they were said, with what each did to the one before', async () => {
    const item = await anItemAt('30.60')
    const said = (asOf: string) => ({ source: 'the work programme', asOf })
    await planning(item, { expectedRevision: 1, plannedOn: '2025-06', source: said('2024-05-01') })
    await planning(item, { expectedRevision: 2, plannedOn: '2025-12-15', source: said('2025-02-01') })
    await planning(item, { expectedRevision: 3, plannedOn: null, source: said('2025-11-01') })
    const { data, codes } = await planning(item, {
      expectedRevision: 4,
      plannedOn: '2026-03',
      source: said('2026-01-10'),
    })
    expect(codes).toEqual([])
    const plan = (plannedOn: string | null, asOf: string, slip: object | null) => ({
      kind: 'PUBLISHED',
      plannedOn,
      slip,
      provenance: { source: 'the work programme', asOf },
    })
    expect(data.recordItemPlan).toEqual({
      revision: 5,
      plans: [
        plan('2026-03', '2026-01-10', null),
        plan(null, '2025-11-01', null),
        plan('2025-12-15', '2025-02-01', { amount: 6, unit: 'MONTH' }),
        plan('2025-06', '2024-05-01', null),
      ],
      planned: [
        {
          kind: 'PUBLISHED',
          firstOn: '2025-06',
          lastOn: '2026-03',
          reachedOn: null,
          changes: 3,
          isOverdue: true,
          slip: { amount: 9, unit: 'MONTH' },
        },
      ],
    })
  })

  it.each([
    [{ plannedOn: '2026-13' }, 'NO_SUCH_DATE'],
    [{ plannedOn: '2027-06', expectedRevision: 1 }, 'STALE'],
    [{ plannedOn: '2027-01' }, 'SAME_PLAN'],
    [{ kind: 'APPROVED', plannedOn: null }, 'SAME_PLAN'],
  ])('[IT-13] are refused with a reason: %j', async (input, code) => {
    const item = await anItemAt('30.60')
    await planning(item, { expectedRevision: 1, plannedOn: '2027-01' })
    expect((await planning(item, { expectedRevision: 2, ...input })).codes).toEqual([code])
  })

  it('cost as many statements for 2 items as for 20', async () => {
    for (let n = 0; n < 20; n += 1) await anItemAt('60.60')
    const query =
      'query ($n: Int!) { items(first: $n) { nodes { stages { on } plans { plannedOn } planned { isOverdue } } } }'
    const count = (n: number) => register.statements(() => register.ask(query, { n }))
    expect([await count(2), await count(20)]).toEqual([3, 3])
  })
})
