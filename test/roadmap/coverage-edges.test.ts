import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { stranger, system, type Viewer } from '#server/platform/context/index.js'
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
    for (const name of ['Meter 1', 'Meter 2', 'Meter 3']) await items.record(tx, anItem({ designation: name }))
  })
})
afterAll(() => register.stop())

const aGap = () =>
  register.write((tx, { gaps }) =>
    gaps.record(tx, { title: 'A gap', description: 'For the test.', standing: 'OPEN', provenance: {} }),
  )
const edge = 'id revision degree clause quote weakness reviewedAt assertedBy { id } reviewedBy { id } viewerMay'
const verb = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${edge} gap { coverage { degree weakestLink } } } }`
const assert = verb('assertCoverage', 'AssertCoverageInput')
const change = verb('changeCoverage', 'ChangeCoverageInput')
const review = verb('reviewCoverage', 'ReviewCoverageInput')
const withdraw = verb('withdrawCoverage', 'WithdrawCoverageInput')

async function anEdge(by: Viewer, more: object = {}) {
  const gap = await aGap()
  const input = { gap: `G-${gap.number}`, item: 'Meter 1', degree: 'FULL', clause: '6.2', ...more }
  const answer = await register.ask(assert, { input: { ...input, idempotencyKey: `assert-${(turn += 1)}` } }, by)
  return { gap: input.gap, answer, edge: answer.data?.assertCoverage }
}

describe('how far an item answers a gap', () => {
  it('[GA-11] is unconfirmed in the mouth of one person, and confirmed by another', async () => {
    const { edge: said } = await anEdge(ana, { quote: 'Energy shall be metered.' })
    expect(said).toMatchObject({
      weakness: 'UNCONFIRMED',
      assertedBy: { id: ana.personId },
      reviewedBy: null,
      viewerMay: ['READ', 'CHANGE', 'WITHDRAW'],
      gap: { coverage: { degree: 'FULL', weakestLink: 'UNCONFIRMED' } },
    })
    const own = await register.ask(review, { input: { id: said.id, expectedRevision: 1 } }, ana)
    expect(own.codes).toEqual(['OWN_ASSERTION'])
    const { data } = await register.ask(review, { input: { id: said.id, expectedRevision: 1 } }, ben)
    expect(data.reviewCoverage).toMatchObject({
      weakness: null,
      reviewedBy: { id: ben.personId },
      revision: 2,
      gap: { coverage: { degree: 'FULL', weakestLink: null } },
    })
  })

  it('[GA-11] waits for a review again when it is changed, by whoever changed it', async () => {
    const { edge: said } = await anEdge(ana)
    await register.ask(review, { input: { id: said.id, expectedRevision: 1 } }, ben)
    const input = { id: said.id, expectedRevision: 2, degree: 'PARTIAL', clause: '6.3' }
    const { data } = await register.ask(change, { input }, ben)
    expect(data.changeCoverage).toMatchObject({
      degree: 'PARTIAL',
      clause: '6.3',
      reviewedAt: null,
      assertedBy: { id: ben.personId },
      gap: { coverage: { degree: 'PARTIAL', weakestLink: 'ONLY_PARTIAL' } },
    })
    const own = await register.ask(review, { input: { id: said.id, expectedRevision: 3 } }, ben)
    expect(own.codes).toEqual(['OWN_ASSERTION'])
  })

  it('[GA-11] names a clause or a quote where the item answers', async () => {
    const { answer } = await anEdge(ana, { clause: null })
    expect(answer.errors[0]!.extensions).toMatchObject({ code: 'EVIDENCE_MISSING', field: 'input.clause' })
    const { answer: none } = await anEdge(ana, { clause: null, degree: 'NONE' })
    expect(none.codes).toEqual([])
  })

  it('[GA-9, GA-11] counts no more once it is withdrawn, stays to be seen with the reason, and may be said anew', async () => {
    const { gap, edge: said } = await anEdge(ana)
    const before = await register.instant()
    const gone = { input: { id: said.id, expectedRevision: 1, reason: 'It was about something else.' } }
    expect((await register.ask(withdraw, gone, ben)).data.withdrawCoverage.gap.coverage).toEqual({
      degree: 'UNKNOWN',
      weakestLink: 'NO_EVIDENCE',
    })
    expect((await register.ask(withdraw, { input: { ...gone.input, expectedRevision: 2 } }, ben)).codes).toEqual([
      'EDGE_WITHDRAWN',
    ])
    const { data } = await register.ask(
      `query ($id: String!, $asOf: DateTime) { gap(id: $id) { coverageEdges { id } withdrawnEdges { withdrawnReason withdrawnBy { id } }
        activity { nodes { verb args } } } then: gap(id: $id, asOf: $asOf) { coverageEdges { degree } withdrawnEdges { id } }
        items(filter: { gap: [$id] }) { totalCount } }`,
      { id: gap, asOf: before },
    )
    expect(data.gap.coverageEdges).toEqual([])
    expect(data.gap.withdrawnEdges).toEqual([
      { withdrawnReason: 'It was about something else.', withdrawnBy: { id: ben.personId } },
    ])
    expect(data.then).toEqual({ coverageEdges: [{ degree: 'FULL' }], withdrawnEdges: [] })
    expect(data.items.totalCount).toBe(0)
    expect(data.gap.activity.nodes[0]).toMatchObject({
      verb: 'gap.coverageWithdrawn',
      args: { item: 'Meter 1', degree: 'FULL' },
    })
    const again = await register.ask(
      assert,
      { input: { gap, item: 'Meter 1', degree: 'NONE', idempotencyKey: 'once-more' } },
      ana,
    )
    expect(again.codes).toEqual([])
  })

  it('is said once for an item, by editors of the register alone, and changed on the newest state', async () => {
    const { gap, edge: said } = await anEdge(ana)
    const twice = { gap, item: 'Meter 1', degree: 'UNKNOWN', idempotencyKey: 'said-twice' }
    expect((await register.ask(assert, { input: twice }, ben)).codes).toEqual(['ALREADY_THERE'])
    expect((await register.ask(assert, { input: { ...twice, item: 'Meter 2' } })).codes).toEqual(['SIGN_IN_REQUIRED'])
    const somebody = { ...stranger, accountId: 'somebody' }
    expect((await register.ask(assert, { input: { ...twice, item: 'Meter 2' } }, somebody)).codes).toEqual([
      'FORBIDDEN',
    ])
    const stale = { id: said.id, expectedRevision: 7, degree: 'NONE' }
    expect((await register.ask(change, { input: stale }, ben)).codes).toEqual(['STALE'])
    for (const bad of [
      { ...twice, gap: 'G-999' },
      { ...twice, item: 'No such item' },
      { ...twice, item: 'Meter 2', evidenceOn: '2026-02-30' },
    ]) {
      const { codes } = await register.ask(assert, { input: { ...bad, idempotencyKey: `bad-${(turn += 1)}` } }, ana)
      expect([['NOT_FOUND'], ['BAD_INPUT'], ['NO_SUCH_DAY']]).toContainEqual(codes)
    }
  })

  it('can be reviewed by anybody when it came with a catalogue, once somebody has said how far it goes', async () => {
    const { edge: said } = await anEdge(system, { degree: 'UNKNOWN', clause: null })
    expect((await register.ask(review, { input: { id: said.id, expectedRevision: 1 } }, ana)).codes).toEqual([
      'DEGREE_UNKNOWN',
    ])
  })

  it('is read with as many statements for many gaps as for one', async () => {
    const ask = (first: number) =>
      register.statements(() =>
        register.ask(`{ gaps(first: ${first}) { nodes { coverage { degree weakestLink } withdrawnEdges { id }
          coverageEdges { degree weakness assertedBy { id } reviewedBy { id } item { designation } viewerMay } } } }`),
      )
    expect(await ask(5)).toBe(await ask(1))
  })
})
