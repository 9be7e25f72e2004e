import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { newId } from '#server/platform/database/index.js'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
let group: { id: string; slug: string }
let meeting: { id: string; number: number }
let chair: string
let participant: string
let secretary: string
let made = 0

beforeAll(async () => {
  site = await openSite()
  site.decidedTexts.readWith(async ({ id }) => id.replaceAll('-', '').padEnd(64, '0'))
})
afterAll(() => site.stop())
beforeEach(async () => {
  site.at('2027-06-16T10:00:00Z')
  group = await site.group()
  meeting = await site.meeting(group, { endsOn: '2027-06-17' })
  chair = await site.member(group, 'CHAIR')
  participant = await site.member(group, 'PARTICIPANT')
  secretary = await site.member(group, 'SECRETARIAT')
})

const key = () => `key-of-a-test-${++made}`

const decide = (input: object, asker: Asker = chair) =>
  site.ask(
    `mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) {
      id number kind text decidedOn presence documentHash isStanding revision viewerMay visibility
      subject { kind label href } reverses { number } reservations { id kind state text holder { id } affiliation }
    } }`,
    { input: { idempotencyKey: key(), group: group.slug, kind: 'AGREED', text: 'To go on.', ...input } },
    asker,
  )

const hold = (input: object, asker: Asker = participant) =>
  site.ask(
    `mutation ($input: EnterReservationInput!) { enterReservation(input: $input) {
      id kind state text revision organisation affiliation holder { id } decision { number } viewerMay enteredBy { id }
    } }`,
    {
      input: {
        idempotencyKey: key(),
        group: group.slug,
        kind: 'OBJECTION',
        text: 'The figures are too old.',
        ...input,
      },
    },
    asker,
  )

const answer = (held: { id: string; revision: number }, asker: Asker = chair) =>
  site.ask(
    'mutation ($input: AnswerReservationInput!) { answerReservation(input: $input) { id state answer revision } }',
    { input: { id: held.id, expectedRevision: held.revision, answer: 'They are the newest there are.' } },
    asker,
  )

const move = (held: { id: string; revision: number }, state: string, asker: Asker = participant) =>
  site.ask(
    'mutation ($input: MoveReservationInput!) { moveReservation(input: $input) { id state revision } }',
    { input: { id: held.id, expectedRevision: held.revision, state } },
    asker,
  )

const seen = async (number: number, asker: Asker = null) =>
  (
    await site.ask(
      `query ($group: String!, $number: Int!) { decision(group: $group, number: $number) {
        number text isStanding reversedBy { number } reverses { number } reservations { text state kind affiliation organisation }
        corrections { textBefore reason } subject { kind label href } activity { nodes { verb args } }
      } }`,
      { group: group.slug, number },
      asker,
    )
  ).data.decision

async function aRow(title = 'Approval of the report'): Promise<string> {
  const id = newId()
  await site.dataSource.query(
    `insert into agenda_item (id, meeting_id, position, title, visibility) values ($1, $2, $3, $4, 'PUBLIC')`,
    [id, meeting.id, ++made, title],
  )
  return id
}

async function aContribution(state = 'SUBMITTED'): Promise<string> {
  const number = `FG-I-${String(++made).padStart(3, '0')}`
  await site.dataSource.query(
    `insert into contribution (id, group_id, meeting_id, sequence, number, title, state, visibility)
     values ($1, $2, $3, $4, $5, 'Figures of data centres', $6, 'PUBLIC')`,
    [newId(), group.id, meeting.id, made, number, state],
  )
  return number
}

describe('a decision', () => {
  it('[DC-1] has the next number of its group, whoever records it and at whichever meeting', async () => {
    const at = await decide({ meeting: 1 })
    const between = await decide({}, secretary)
    expect([at.data.recordDecision.number, between.data.recordDecision.number]).toEqual([1, 2])
    const other = await site.group()
    const elsewhere = await decide({ group: other.slug }, await site.member(other, 'CHAIR'))
    expect(elsewhere.data.recordDecision.number).toBe(1)
  })

  it('[DC-1] is numbered without gaps when fifty are recorded at once', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, (_, at) => decide({ text: `Decision ${at}` })))
    expect(all.flatMap(({ codes }) => codes)).toEqual([])
    const numbers = all.map(({ data }) => data.recordDecision.number as number).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
  })

  it('is recorded once, however often it is sent', async () => {
    const input = { idempotencyKey: key() }
    const [one, two] = [await decide(input), await decide(input)]
    expect(two.data.recordDecision.id).toBe(one.data.recordDecision.id)
  })

  it('[DC-2] is of the last day of a meeting that is over, of today otherwise, and never of a day to come', async () => {
    const during = await decide({ meeting: 1 })
    expect(during.data.recordDecision.decidedOn).toBe('2027-06-16')
    site.at('2027-07-01T10:00:00Z')
    expect((await decide({ meeting: 1 })).data.recordDecision.decidedOn).toBe('2027-06-17')
    expect((await decide({})).data.recordDecision.decidedOn).toBe('2027-07-01')
    expect((await decide({ decidedOn: '2027-07-02' })).codes).toEqual(['BAD_INPUT'])
    expect((await decide({ meeting: 1, decidedOn: '2027-06-20' })).codes).toEqual(['BAD_INPUT'])
    expect((await decide({ challengeBy: '2027-06-30' })).codes).toEqual(['ENDS_BEFORE_START'])
  })

  it('is recorded by the management of the group alone, and read by whoever sees the group', async () => {
    expect((await decide({}, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await decide({}, participant)).codes).toEqual(['FORBIDDEN'])
    await decide({ text: 'To meet in May.' })
    expect((await seen(1)).text).toBe('To meet in May.')
    const hidden = await site.group({ visibility: 'PARTICIPANTS' })
    const theirs = await site.member(hidden, 'CHAIR')
    await decide({ group: hidden.slug }, theirs)
    const look = `{ decision(group: "${hidden.slug}", number: 1) { text } decisions(filter: { group: "${hidden.slug}" }) { totalCount nodes { text } } }`
    expect((await site.ask(look)).data).toEqual({ decision: null, decisions: { totalCount: 0, nodes: [] } })
    expect((await site.ask(look, {}, theirs)).data.decision).toEqual({ text: 'To go on.' })
    expect((await decide({ group: hidden.slug }, null)).codes).toEqual(['NOT_FOUND'])
  })

  it('[GR-3] of a hidden meeting is hidden with it', async () => {
    await site.meeting(group, { visibility: 'MANAGEMENT', startsOn: '2027-06-16' })
    const { data } = await decide({ meeting: 2, visibility: 'PUBLIC' })
    expect(data.recordDecision.visibility).toBe('MANAGEMENT')
    expect(await seen(1, participant)).toBeNull()
    expect((await seen(1, chair)).number).toBe(1)
  })

  it('[ME-12] shows whose presence counted, and there is no count of votes to ask for', async () => {
    const onsite = await site.group({ decisionPresence: 'ONSITE_ONLY' })
    const { data } = await decide({ group: onsite.slug }, await site.member(onsite, 'CHAIR'))
    expect(data.recordDecision.presence).toBe('ONSITE_ONLY')
    // The meeting says otherwise than its group, each way.
    await site.meeting(group, { startsOn: '2027-06-16', decidesOnSiteOnly: true })
    expect((await decide({ meeting: 2 })).data.recordDecision.presence).toBe('ONSITE_ONLY')
    expect((await decide({})).data.recordDecision.presence).toBe('ANY')
    await site.meeting(onsite, { startsOn: '2027-06-16', decidesOnSiteOnly: false })
    const other = await decide({ group: onsite.slug, meeting: 1 }, await site.member(onsite, 'CHAIR'))
    expect(other.data.recordDecision.presence).toBe('ANY')
    const [{ columns }] = (await site.dataSource.query(
      `select string_agg(table_name || '.' || column_name, ' ') as columns from information_schema.columns
       where table_name in ('decision', 'reservation')`,
    )) as [{ columns: string }]
    expect(columns).not.toMatch(/vote|yes|favour|against|abstain/)
  })

  it('[DC-5] on a withdrawn contribution is refused with a sentence, and on any other is shown with its number', async () => {
    const gone = await aContribution('WITHDRAWN')
    const refused = await decide({ subject: { kind: 'CONTRIBUTION', key: gone } })
    expect(refused.errors[0]!.extensions).toMatchObject({ code: 'DECIDED_ON_WITHDRAWN', args: { number: gone } })
    const number = await aContribution()
    const { data } = await decide({ subject: { kind: 'CONTRIBUTION', key: number } })
    expect(data.recordDecision.subject.label).toBe(`${number} Figures of data centres`)
    expect((await decide({ subject: { kind: 'CONTRIBUTION', key: 'FG-I-999' } })).codes).toEqual(['NOT_FOUND'])
  })

  it('[DC-5] cannot be about two things, and a row of the agenda is one of its meeting', async () => {
    const row = await aRow()
    expect((await decide({ meeting: 1, agendaItem: row })).codes).toEqual([])
    expect((await decide({ agendaItem: row })).codes).toEqual(['NOT_FOUND'])
    await site.meeting(group, { startsOn: '2027-06-16' })
    expect((await decide({ meeting: 2, agendaItem: row })).codes).toEqual(['NOT_FOUND'])
    const number = await aContribution()
    const { data } = await decide({ subject: { kind: 'CONTRIBUTION', key: number } })
    await expect(
      site.dataSource.query('update decision set gap_id = gen_random_uuid() where id = $1', [data.recordDecision.id]),
    ).rejects.toThrow(/check constraint/)
  })

  it('[DC-6] on a text keeps the hash of the text as it stood', async () => {
    const id = newId()
    await site.dataSource.query(
      `insert into document (id, group_id, kind, title, schema_version, visibility) values ($1, $2, 'REPORT', 'Report', 1, 'PUBLIC')`,
      [id, group.id],
    )
    const { data } = await decide({ kind: 'APPROVED', subject: { kind: 'DOCUMENT', key: id } })
    expect(data.recordDecision.documentHash).toBe(id.replaceAll('-', '').padEnd(64, '0'))
    expect((await decide({ subject: { kind: 'DOCUMENT', key: newId() } })).codes).toEqual(['NOT_FOUND'])
  })

  it('[DC-3] is undone by another decision alone; it stays and says so, and is undone once', async () => {
    await decide({ text: 'To meet in May.' })
    const { data } = await decide({ text: 'Not to meet in May.', reverses: 1 })
    expect(data.recordDecision.reverses).toEqual({ number: 1 })
    expect(await seen(1)).toMatchObject({ text: 'To meet in May.', isStanding: false, reversedBy: { number: 2 } })
    expect(await seen(2)).toMatchObject({ isStanding: true, reverses: { number: 1 } })
    const again = await decide({ reverses: 1 })
    expect(again.errors[0]!.extensions).toMatchObject({ code: 'DECISION_REVERSED', args: { number: 1, by: 2 } })
    expect((await decide({ reverses: 99 })).codes).toEqual(['NOT_FOUND'])
    const { data: list } = await site.ask(
      `{ decisions(filter: { group: "${group.slug}", isReversed: true }) { totalCount nodes { number } } }`,
    )
    expect(list.decisions).toEqual({ totalCount: 1, nodes: [{ number: 1 }] })
  })

  it('[DC-4] is mended as an editorial matter, and how it read before is kept with the reason', async () => {
    const { data } = await decide({ text: 'To meat in May.' })
    const { id, revision } = data.recordDecision
    const correct = (asker: Asker, expectedRevision = revision) =>
      site.ask(
        'mutation ($input: CorrectDecisionInput!) { correctDecision(input: $input) { text } }',
        { input: { id, expectedRevision, text: 'To meet in May.', reason: 'Spelling' } },
        asker,
      )
    expect((await correct(participant)).codes).toEqual(['FORBIDDEN'])
    expect((await correct(chair)).codes).toEqual([])
    expect((await correct(chair)).codes).toEqual(['STALE'])
    expect(await seen(1)).toMatchObject({
      text: 'To meet in May.',
      corrections: [{ textBefore: 'To meat in May.', reason: 'Spelling' }],
    })
  })

  it('is found by kind, meeting, words and what it is about, each kind counted as if no kind were chosen', async () => {
    const number = await aContribution()
    await decide({ meeting: 1, kind: 'APPROVED', text: 'The report goes to the parent.' })
    await decide({ kind: 'NOTED', text: 'The letter.', subject: { kind: 'CONTRIBUTION', key: number } })
    const find = async (filter: object) =>
      (
        await site.ask(
          'query ($filter: DecisionFilter) { decisions(filter: $filter) { totalCount nodes { number } kinds { kind count } } }',
          { filter: { group: group.slug, ...filter } },
        )
      ).data.decisions as { totalCount: number; nodes: { number: number }[]; kinds: { kind: string; count: number }[] }
    const numbers = async (filter: object) => (await find(filter)).nodes.map((one) => one.number)
    expect(await numbers({ kind: ['APPROVED'] })).toEqual([1])
    expect(await numbers({ meeting: 1 })).toEqual([1])
    expect(await numbers({ search: 'LETTER' })).toEqual([2])
    expect(await numbers({ subject: ['CONTRIBUTION'] })).toEqual([2])
    expect(await numbers({ hasReservations: true })).toEqual([])
    const { kinds, totalCount } = await find({ kind: ['NOTED'] })
    expect(totalCount).toBe(1)
    expect(kinds.filter(({ count }) => count > 0)).toEqual([
      { kind: 'APPROVED', count: 1 },
      { kind: 'NOTED', count: 1 },
    ])
  })
})

describe('what is held against a matter', () => {
  it('[DC-8] asks the chair to answer an objection, or to keep it with the decision as a reservation', async () => {
    const agendaItem = await aRow()
    const { data: entered } = await hold({ meeting: 1, agendaItem })
    const refused = await decide({ meeting: 1, agendaItem, kind: 'APPROVED' })
    expect(refused.errors[0]!.extensions).toMatchObject({
      code: 'OBJECTION_STANDS',
      args: { count: 1 },
      field: 'input.asReservations',
    })
    // To take notice needs no consensus, and other rows have nothing to do with it.
    expect((await decide({ meeting: 1, agendaItem: await aRow('Other business') })).codes).toEqual([])
    const kept = await decide({
      meeting: 1,
      agendaItem,
      kind: 'APPROVED',
      asReservations: [entered.enterReservation.id],
    })
    expect(kept.data.recordDecision.reservations).toMatchObject([
      { kind: 'RESERVATION', state: 'OPEN', text: 'The figures are too old.', affiliation: 'Institute of Examples' },
    ])
  })

  it('[DC-8] lets the group decide once an objection is answered, and stops it again when it is upheld', async () => {
    const subject = { kind: 'CONTRIBUTION', key: await aContribution() }
    const { data } = await hold({ subject })
    const { data: answered } = await answer(data.enterReservation)
    expect(answered.answerReservation.state).toBe('ANSWERED')
    const { data: upheld } = await move(answered.answerReservation, 'SUSTAINED')
    expect((await decide({ subject })).codes).toEqual(['OBJECTION_STANDS'])
    await answer(upheld.moveReservation)
    const { data: decided } = await decide({ subject })
    expect(decided.recordDecision.reservations).toMatchObject([{ kind: 'OBJECTION', state: 'ANSWERED' }])
  })

  it('[DC-7] is answered by the management, upheld only after an answer, withdrawn by its holder, and stays', async () => {
    const { data } = await hold({})
    const held = data.enterReservation
    expect(held).toMatchObject({ state: 'OPEN', viewerMay: ['READ', 'MOVE'], holder: { id: participant } })
    expect((await answer(held, participant)).codes).toEqual(['FORBIDDEN'])
    expect((await move(held, 'SUSTAINED')).codes).toEqual(['NOT_A_STEP'])
    expect((await move(held, 'ANSWERED')).codes).toEqual(['NOT_A_STEP'])
    const other = await site.member(group, 'PARTICIPANT')
    expect((await move(held, 'WITHDRAWN', other)).codes).toEqual(['FORBIDDEN'])
    expect((await move(held, 'WITHDRAWN')).data.moveReservation.state).toBe('WITHDRAWN')
    expect((await answer({ ...held, revision: 2 })).codes).toEqual(['NOT_A_STEP'])
    const { data: list } = await site.ask(`{ group(slug: "${group.slug}") { reservations { state text } } }`)
    expect(list.group.reservations).toEqual([{ state: 'WITHDRAWN', text: 'The figures are too old.' }])
  })

  it('[DC-7] is entered by a participant for themselves and by the secretariat for others, never by one for another', async () => {
    const other = await site.member(group, 'PARTICIPANT')
    expect((await hold({ holder: other })).codes).toEqual(['FORBIDDEN'])
    const { data } = await hold({ holder: other }, secretary)
    expect(data.enterReservation).toMatchObject({ holder: { id: other }, enteredBy: { id: secretary } })
    const ministry = { isOfOrganisation: true, organisation: 'Ministry of Examples' }
    expect((await hold(ministry)).codes).toEqual(['FORBIDDEN'])
    expect((await hold(ministry, secretary)).data.enterReservation).toMatchObject({
      holder: null,
      organisation: 'Ministry of Examples',
    })
    expect((await hold({ isOfOrganisation: true }, secretary)).codes).toEqual(['HOLDER_MISSING'])
    expect((await hold({}, await site.person())).codes).toEqual(['FORBIDDEN'])
    expect((await hold({}, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
  })

  it('[DC-7] that is entered on a decision stands beside it, whatever it was called', async () => {
    await decide({ meeting: 1 })
    const { data } = await hold({ decision: 1, kind: 'OBJECTION' })
    expect(data.enterReservation).toMatchObject({ kind: 'RESERVATION', decision: { number: 1 } })
    expect((await seen(1)).reservations).toHaveLength(1)
  })

  it('[DC-9] keeps its words when its holder is erased, and tells nothing of who they were', async () => {
    await decide({})
    await hold({ decision: 1 })
    await site.dataSource.query('delete from affiliation where person_id = $1', [participant])
    expect((await seen(1)).reservations).toEqual([
      { text: 'The figures are too old.', state: 'OPEN', kind: 'RESERVATION', affiliation: null, organisation: null },
    ])
    const history = (await site.dataSource.query('select row_to_json(h)::text as row from reservation_history h')) as {
      row: string
    }[]
    expect(history.length).toBeGreaterThan(0)
    for (const { row } of history) expect(row).not.toContain('Institute of Examples')
  })

  it('[DC-7] leaves a line in the record for each step, with no word of what was said', async () => {
    const { data } = await hold({})
    await answer(data.enterReservation)
    const events = (await site.dataSource.query(`select verb, args from event where object_id = $1 order by seq`, [
      data.enterReservation.id,
    ])) as { verb: string; args: object }[]
    expect(events).toEqual([
      { verb: 'reservation.entered', args: { kind: 'OBJECTION' } },
      { verb: 'reservation.answered', args: { kind: 'OBJECTION' } },
    ])
  })
})
