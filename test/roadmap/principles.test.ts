import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { stranger, type Viewer } from '#server/platform/context/index.js'
import { aCurator } from './curators.js'
import { anItem, openRegister, type Register } from './register.js'

let register: Register
let ana: Viewer
let ben: Viewer
let turn = 0

beforeAll(async () => {
  register = await openRegister()
  ana = await aCurator(register)
  ben = await aCurator(register)
  await register.write(async (tx, { bodies, items }) => {
    await bodies.record(tx, { slug: 'iso', name: 'ISO', kind: 'SDO', provenance: {} })
    for (const name of ['Meter 1', 'Meter 2', 'Meter 3', 'Meter 4'])
      await items.record(tx, anItem({ designation: name }))
  })
})
afterAll(() => register.stop())

const shown = `number title statement version wordedOn withdrawnOn withdrawnReason revision viewerMay
  wordings { version title statement on reason isCurrent provenance { source } }`
const record = `mutation ($input: RecordPrincipleInput!) { recordPrinciple(input: $input) { ${shown} } }`
const reword = `mutation ($input: RewordPrincipleInput!) { rewordPrinciple(input: $input) { ${shown} } }`
const withdraw = `mutation ($input: WithdrawPrincipleInput!) { withdrawPrinciple(input: $input) { ${shown} } }`
const assess = `mutation ($input: AssessItemInput!) { assessItem(input: $input) {
  assessment version isOfEarlierWording clause evidence revision assertedBy { id } provenance { confidence source } } }`
const words = { title: 'Open reporting', statement: 'Companies should report.', origin: 'CALL' }

async function aPrinciple(more: object = {}, viewer = ana) {
  const answer = await register.ask(
    record,
    { input: { ...words, ...more, idempotencyKey: `principle-${(turn += 1)}` } },
    viewer,
  )
  return { answer, number: answer.data?.recordPrinciple.number as string }
}

describe('a principle', () => {
  it('[PR-4] gets the next number, however many are recorded at once', async () => {
    const many = await Promise.all(Array.from({ length: 5 }, () => aPrinciple()))
    const numbers = many.map(({ number }) => Number(number.slice(2))).sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, at) => numbers[0]! + at))
  })

  it('[PR-4] is reworded as a new version; the words before it stay to be read, also as of then', async () => {
    const { number } = await aPrinciple({ on: '2025-02-10', source: { source: 'the call' } })
    const before = await register.instant()
    const input = {
      number,
      expectedRevision: 1,
      ...words,
      statement: 'Companies shall report in the open.',
      on: '2026-02-20',
      reason: 'The working group made it a duty.',
      source: { source: 'second edition, clause 4', confidence: 'VERIFIED' },
    }
    const { data } = await register.ask(reword, { input }, ana)
    expect(data.rewordPrinciple).toMatchObject({
      number,
      version: 2,
      wordings: [
        { version: 2, statement: input.statement, on: '2026-02-20', reason: input.reason, isCurrent: true },
        {
          version: 1,
          statement: words.statement,
          on: '2025-02-10',
          reason: null,
          isCurrent: false,
          provenance: { source: 'the call' },
        },
      ],
    })
    const then = await register.ask(
      'query ($n: String!, $asOf: DateTime) { principle(number: $n, asOf: $asOf) { statement version wordings { version } } }',
      { n: number, asOf: before },
    )
    expect(then.data.principle).toEqual({ statement: words.statement, version: 1, wordings: [{ version: 1 }] })
    await expect(register.dataSource.query('update principle_wording set title = title')).rejects.toThrow(/append-only/)
  })

  it('is reworded on the newest state, into other words, not before its present ones, with a reason', async () => {
    const { number } = await aPrinciple({ on: '2025-02-10' })
    const input = { number, expectedRevision: 1, ...words, statement: 'Other words.', reason: 'Because.' }
    const codes = async (more: object, viewer = ana) =>
      (await register.ask(reword, { input: { ...input, ...more } }, viewer)).codes
    expect(await codes({ expectedRevision: 7 })).toEqual(['STALE'])
    expect(await codes({ statement: words.statement })).toEqual(['SAME_WORDING'])
    expect(await codes({ on: '2024-12-31' })).toEqual(['WORDING_TOO_EARLY'])
    expect(await codes({ on: '2025-02-30' })).toEqual(['NO_SUCH_DAY'])
    expect(await codes({ reason: ' ' })).toEqual(['TEXT_MISSING'])
    expect(await codes({ number: 'P-999' })).toEqual(['NOT_FOUND'])
    expect(await codes({}, stranger)).toEqual(['SIGN_IN_REQUIRED'])
    expect(await codes({}, { ...stranger, accountId: 'somebody' })).toEqual(['FORBIDDEN'])
  })

  it('[PR-5] is withdrawn with a day and a reason, and changed no more', async () => {
    const { number } = await aPrinciple()
    const input = { number, expectedRevision: 1, on: '2026-03-01', reason: 'Taken up in another.' }
    const { data } = await register.ask(withdraw, { input }, ana)
    expect(data.withdrawPrinciple).toMatchObject({ withdrawnOn: '2026-03-01', withdrawnReason: input.reason })
    const again = { number, expectedRevision: 2, ...words, statement: 'Other words.', reason: 'Because.' }
    expect((await register.ask(reword, { input: again }, ana)).codes).toEqual(['PRINCIPLE_WITHDRAWN'])
    const stand = { principle: number, item: 'Meter 1', assessment: 'MEETS', clause: '6' }
    expect((await register.ask(assess, { input: stand }, ana)).codes).toEqual(['PRINCIPLE_WITHDRAWN'])
  })
})

describe('how an item stands against a principle', () => {
  const standsOf = async (item: string) =>
    (
      await register.ask(
        'query ($i: String!) { item(designation: $i) { stands { assessment principle { number } } } }',
        {
          i: item,
        },
      )
    ).data.item.stands

  it('[PR-3, PR-6] is said with what shows it, and by whom', async () => {
    const { number } = await aPrinciple()
    const bare = { principle: number, item: 'Meter 1', assessment: 'PARTLY' }
    expect((await register.ask(assess, { input: bare }, ana)).errors[0]!.extensions).toMatchObject({
      code: 'STAND_WITHOUT_EVIDENCE',
      field: 'input.clause',
    })
    const input = { ...bare, clause: '6.2', evidence: 'Energy shall be metered.', source: { source: 'Meter 1' } }
    expect((await register.ask(assess, { input }, ana)).data.assessItem).toMatchObject({
      assessment: 'PARTLY',
      version: 1,
      clause: '6.2',
      assertedBy: { id: ana.personId },
      provenance: { confidence: 'MEMORY', source: 'Meter 1' },
    })
    expect(await standsOf('Meter 1')).toEqual([{ assessment: 'PARTLY', principle: { number } }])
  })

  it('[PR-6] not assessed is not “does not”: it is in no list and in no count', async () => {
    const { number } = await aPrinciple()
    const pair = { principle: number, item: 'Meter 2' }
    const ask = `query ($n: String!) { principle(number: $n) { standCounts { assessment count } stands { totalCount nodes { assessment item { designation } } } } }`
    const untouched = await register.ask(ask, { n: number })
    expect(untouched.data.principle).toEqual({ standCounts: [], stands: { totalCount: 0, nodes: [] } })
    await register.ask(assess, { input: { ...pair, assessment: 'DOES_NOT', source: { source: 'read in March' } } }, ana)
    await register.ask(assess, { input: { ...pair, item: 'Meter 3', assessment: 'MEETS', clause: '1' } }, ana)
    expect((await register.ask(ask, { n: number })).data.principle).toEqual({
      standCounts: [
        { assessment: 'MEETS', count: 1 },
        { assessment: 'DOES_NOT', count: 1 },
      ],
      stands: {
        totalCount: 2,
        nodes: [
          { assessment: 'DOES_NOT', item: { designation: 'Meter 2' } },
          { assessment: 'MEETS', item: { designation: 'Meter 3' } },
        ],
      },
    })
    await register.ask(assess, { input: { ...pair, assessment: 'NOT_ASSESSED', expectedRevision: 1 } }, ben)
    expect(await standsOf('Meter 2')).toEqual([])
    expect((await register.ask(ask, { n: number })).data.principle.standCounts).toEqual([
      { assessment: 'MEETS', count: 1 },
    ])
    const one = await register.ask(
      'query ($n: String!) { principleStand(principle: $n, item: "meter-2") { assessment revision assertedBy { id } } nothing: principleStand(principle: $n, item: "Meter 4") { id } }',
      { n: number },
    )
    expect(one.data).toEqual({
      principleStand: { assessment: 'NOT_ASSESSED', revision: 2, assertedBy: { id: ben.personId } },
      nothing: null,
    })
  })

  it('[PR-6] is marked once the principle is reworded, until somebody looks again', async () => {
    const { number } = await aPrinciple()
    const pair = { principle: number, item: 'Meter 3', assessment: 'MEETS', clause: '4' }
    await register.ask(assess, { input: pair }, ana)
    await register.ask(
      reword,
      { input: { number, expectedRevision: 1, ...words, statement: 'Something more.', reason: 'More is needed.' } },
      ana,
    )
    const ask = 'query ($n: String!) { principleStand(principle: $n, item: "Meter 3") { version isOfEarlierWording } }'
    expect((await register.ask(ask, { n: number })).data.principleStand).toEqual({
      version: 1,
      isOfEarlierWording: true,
    })
    const again = await register.ask(assess, { input: { ...pair, expectedRevision: 1 } }, ana)
    expect(again.data.assessItem).toMatchObject({ version: 2, isOfEarlierWording: false })
  })

  it('is changed on the newest state, also when two people say the first word at once', async () => {
    const { number } = await aPrinciple()
    const input = { principle: number, item: 'Meter 4', assessment: 'MEETS', clause: '4' }
    const answers = await Promise.all([ana, ben].map((who) => register.ask(assess, { input }, who)))
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['STALE'])
    expect((await register.ask(assess, { input: { ...input, expectedRevision: 9 } }, ana)).codes).toEqual(['STALE'])
    expect((await register.ask(assess, { input: { ...input, principle: 'P-999' } }, ana)).codes).toEqual(['NOT_FOUND'])
    expect((await register.ask(assess, { input: { ...input, item: 'No such' } }, ana)).codes).toEqual(['BAD_INPUT'])
    expect((await register.ask(assess, { input }, stranger)).codes).toEqual(['SIGN_IN_REQUIRED'])
  })

  it('is read with as many statements for many items as for one', async () => {
    const ask = (first: number) =>
      register.statements(() =>
        register.ask(
          `{ items(first: ${first}) { nodes { designation stands { assessment isOfEarlierWording principle { number wordings { version } } } } } }`,
        ),
      )
    expect(await ask(4)).toBe(await ask(1))
  })
})
