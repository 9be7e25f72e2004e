import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
let group: { id: string; slug: string }
let chair: string
let participant: string
let made = 0

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  site.at('2027-06-16T10:00:00Z')
  group = await site.group()
  chair = await site.member(group, 'CHAIR')
  participant = await site.member(group, 'PARTICIPANT')
})

const key = () => `key-of-a-call-${++made}`
const during = '2027-06-20T10:00:00Z'
const after = '2027-06-23T22:00:00Z'

const open = (input: object = {}, asker: Asker = chair) =>
  site.ask(
    `mutation ($input: OpenConsensusCallInput!) { openConsensusCall(input: $input) { id number state closesAt revision viewerMay } }`,
    {
      input: {
        idempotencyKey: key(),
        group: group.slug,
        question: 'Do we send the report to the parent?',
        closesOn: '2027-06-23',
        ...input,
      },
    },
    asker,
  )

const answer = (id: string, input: object, asker: Asker = participant) =>
  site.ask(
    `mutation ($input: AnswerConsensusCallInput!) { answerConsensusCall(input: $input) {
      revision answers { words holder { id } affiliation objection { id state revision } } } }`,
    { input: { id, isObjection: false, ...input } },
    asker,
  )

const ratify = (id: string, input: object = {}, asker: Asker = chair) =>
  site.ask(
    `mutation ($input: RatifyConsensusCallInput!) { ratifyConsensusCall(input: $input) {
      state outcome decision { number kind text reservations { kind state } } } }`,
    { input: { id, expectedRevision: 1, kind: 'APPROVED', outcome: 'The report goes to the parent.', ...input } },
    asker,
  )

/** The chair answers an objection, and its holder upholds it. */
async function uphold(id: string): Promise<void> {
  const answering = await site.ask(
    'mutation ($input: AnswerReservationInput!) { answerReservation(input: $input) { state } }',
    { input: { id, expectedRevision: 1, answer: 'It is done since yesterday.' } },
    chair,
  )
  const upholding = await site.ask(
    'mutation ($input: MoveReservationInput!) { moveReservation(input: $input) { state } }',
    { input: { id, expectedRevision: 2, state: 'SUSTAINED' } },
    participant,
  )
  expect([...answering.codes, ...upholding.codes]).toEqual([])
}

describe('a consensus call', () => {
  it('[CC-1, CC-2] is opened by the management for a week at least, and closes with its last day', async () => {
    expect((await open({}, participant)).codes).toEqual(['FORBIDDEN'])
    expect((await open({}, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
    const short = await open({ closesOn: '2027-06-22' })
    expect(short.errors[0]!.extensions).toMatchObject({
      code: 'CALL_TOO_SHORT',
      args: { days: 7, earliest: '2027-06-23' },
      field: 'input.closesOn',
    })
    const { data } = await open()
    expect(data.openConsensusCall).toMatchObject({ number: 1, state: 'OPEN', closesAt: '2027-06-23T22:00:00.000Z' })
    const own = await site.group({ ruleset: 'own' })
    expect((await open({ group: own.slug, closesOn: '2027-06-19' }, await site.member(own, 'CHAIR'))).codes).toEqual([])
  })

  it('[CC-5] is told to everybody in the group but to whoever opened it, once', async () => {
    for (const person of [chair, participant]) {
      await site.dataSource.query(
        `insert into account (id, person_id, email, email_confirmed_at, created_at) values (gen_random_uuid(), $1, $2, now(), now())`,
        [person, `${person}@example.org`],
      )
    }
    await open()
    const told = () =>
      site.dataSource.query(
        `select n.code, n.args ->> 'question' as question, n.href, n.is_mailed as "isMailed" from notice n join account a on a.id = n.account_id
         where a.person_id = any($1::uuid[])`,
        [[chair, participant]],
      )
    await site.work()
    const notice = {
      code: 'CONSENSUS_OPENED',
      question: 'Do we send the report to the parent?',
      href: `/groups/${group.slug}/consensus/1`,
      isMailed: true,
    }
    expect(await told()).toEqual([notice])
    // For the management alone.
    await open({ visibility: 'MANAGEMENT' })
    await site.work()
    expect(await told()).toEqual([notice])
  })

  it('[CC-3] is answered by whoever takes part, for themselves, while it is open', async () => {
    const { id } = (await open()).data.openConsensusCall
    site.at(during)
    expect((await answer(id, {}, await site.person())).codes).toEqual(['FORBIDDEN'])
    expect((await answer(id, { text: 'Fine.' })).data.answerConsensusCall.answers).toEqual([
      { words: 'Fine.', holder: { id: participant }, affiliation: 'Institute of Examples', objection: null },
    ])
    // Said again, the words are others, and nobody speaks twice.
    const { data } = await answer(id, { text: 'Very fine.' })
    expect(data.answerConsensusCall.answers.map(({ words }: { words: string }) => words)).toEqual(['Very fine.'])
    site.at(after)
    expect((await answer(id, {})).codes).toEqual(['CALL_CLOSED'])
  })

  it('[CC-3, CC-4] is objected to with reasons, answered and ratified, and becomes a decision', async () => {
    const { id } = (await open()).data.openConsensusCall
    site.at(during)
    expect((await answer(id, { isObjection: true, text: ' ' })).codes).toEqual(['TEXT_MISSING'])
    const { data } = await answer(id, { isObjection: true, text: 'Clause 4 is not done.' })
    const { objection } = data.answerConsensusCall.answers[0]
    expect((await answer(id, { isObjection: true, text: 'And clause 5.' })).codes).toEqual(['OBJECTED_ALREADY'])
    expect((await ratify(id)).codes).toEqual(['CALL_RUNS'])
    site.at(after)
    expect((await ratify(id, {}, participant)).codes).toEqual(['FORBIDDEN'])
    for (const given of [{}, { asReservations: [objection.id] }, { kind: 'NOTED' }]) {
      const refused = await ratify(id, given)
      expect(refused.codes).toEqual(['OBJECTION_UNANSWERED'])
      expect(refused.errors[0]!.extensions).toMatchObject({ details: { objections: [objection.id] } })
    }
    const { codes } = await site.ask(
      'mutation ($input: AnswerReservationInput!) { answerReservation(input: $input) { state } }',
      { input: { id: objection.id, expectedRevision: 1, answer: 'It is done since yesterday.' } },
      chair,
    )
    expect(codes).toEqual([])
    expect((await ratify(id, { outcome: '' })).codes).toEqual(['TEXT_MISSING'])
    const secretary = await site.member(group, 'SECRETARIAT')
    expect((await ratify(id, {}, secretary)).codes).toEqual(['FORBIDDEN'])
    const acting = await site.member(group, 'VICE_CHAIR', { isActing: true })
    expect((await ratify(id, {}, acting)).data.ratifyConsensusCall).toEqual({
      state: 'RATIFIED',
      outcome: 'The report goes to the parent.',
      decision: {
        number: 1,
        kind: 'APPROVED',
        text: 'The report goes to the parent.',
        reservations: [{ kind: 'OBJECTION', state: 'ANSWERED' }],
      },
    })
    expect((await ratify(id)).codes).toEqual(['CALL_CLOSED'])
  })

  it('[CC-4] is ratified over an objection that is upheld after the answer and kept with the decision, or as not agreed', async () => {
    const { id } = (await open()).data.openConsensusCall
    const { data } = await answer(id, { isObjection: true, text: 'Clause 4 is not done.' })
    site.at(after)
    const [{ objection }] = data.answerConsensusCall.answers
    await uphold(objection.id)
    expect((await ratify(id)).codes).toEqual(['OBJECTION_STANDS'])
    const { data: kept } = await ratify(id, { asReservations: [objection.id] })
    expect(kept.ratifyConsensusCall.decision.reservations).toEqual([{ kind: 'RESERVATION', state: 'SUSTAINED' }])
    site.at('2027-06-16T10:00:00Z')
    const second = (await open()).data.openConsensusCall
    const again = await answer(second.id, { isObjection: true, text: 'No.' })
    site.at(after)
    await uphold(again.data.answerConsensusCall.answers[0].objection.id)
    expect((await ratify(second.id, { kind: 'NOT_AGREED', outcome: 'Not yet.' })).codes).toEqual([])
  })

  it('[CC-2] is closed by the clock once, with a line in the record', async () => {
    const { id } = (await open()).data.openConsensusCall
    const close = () => site.write((tx, { calls }) => calls.close(tx))
    site.at(during)
    await close()
    site.at(after)
    const look = async () =>
      (await site.ask(`{ consensusCall(group: "${group.slug}", number: 1) { state } }`)).data.consensusCall.state
    expect(await look()).toBe('CLOSED')
    await close()
    await close()
    const verbs = (await site.dataSource.query('select verb from event where object_id = $1 order by seq', [id])) as {
      verb: string
    }[]
    expect(verbs.map(({ verb }) => verb)).toEqual(['consensus.opened', 'consensus.closed'])
    expect((await ratify(id, { expectedRevision: 1 })).codes).toEqual(['STALE'])
    expect((await ratify(id, { expectedRevision: 2 })).codes).toEqual([])
  })

  it('is taken back with the reason, and what was answered stays', async () => {
    const { id } = (await open()).data.openConsensusCall
    await answer(id, { text: 'Fine.' })
    const { data } = await site.ask(
      'mutation ($input: WithdrawConsensusCallInput!) { withdrawConsensusCall(input: $input) { state outcome answers { words } } }',
      { input: { id, expectedRevision: 1, reason: 'Asked too early.' } },
      chair,
    )
    expect(data.withdrawConsensusCall).toEqual({
      state: 'WITHDRAWN',
      outcome: 'Asked too early.',
      answers: [{ words: 'Fine.' }],
    })
    site.at(after)
    expect((await ratify(id, { expectedRevision: 2 })).codes).toEqual(['CALL_CLOSED'])
  })

  it('[CC-1] has no count to ask for', async () => {
    const { data } = await site.ask('{ __type(name: "ConsensusCall") { fields { name } } }')
    const names = data.__type.fields.map(({ name }: { name: string }) => name).join(' ')
    expect(names).not.toMatch(/count|total|votes|yes|no\b/i)
  })
})
