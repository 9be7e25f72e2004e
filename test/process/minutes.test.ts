/** Minutes whose records are rows, asked through the API of the whole server. [RC-2 to RC-6] */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Following } from '#server/process/minutes/index.js'
import { loseFromMinutes, recordsInText, rewriteInMinutes, writeInMinutes } from '../builders/minutes.js'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp
const cookies: Record<string, string> = {}
let turn = 0

beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase() })
  for (const who of ['chair', 'editor', 'participant']) cookies[who] = await app.signIn(`${who}@example.org`)
})
afterAll(() => app?.stop())

const as = (who: string) => (who === 'stranger' ? {} : { cookie: cookies[who]! })
async function ask<Data>(query: string, variables: object, who = 'chair'): Promise<Data> {
  const { data, errors } = await app.query<Data>(query, { ...variables }, as(who))
  expect(errors ?? []).toEqual([])
  return data!
}
const codes = async (query: string, variables: object, who = 'chair') =>
  (await app.query(query, { ...variables }, as(who))).errors?.map(({ extensions }) => extensions.code) ?? []

const openMutation = 'mutation ($input: OpenMinutesInput!) { openMinutes(input: $input) { document { id } } }'
const keepMutation = `mutation ($input: MinutesRecordInput!) { keepMinutesRecord(input: $input) {
  id kind text decision { id number kind text revision agendaItem { title } corrections { textBefore } }
  action { id revision } reservation { organisation text kind } } }`
interface Kept {
  keepMinutesRecord: {
    id: string
    decision: {
      id: string
      number: number
      kind: string
      text: string
      revision: number
      agendaItem: { title: string } | null
      corrections: { textBefore: string }[]
    } | null
    action: { id: string; revision: number } | null
    reservation: { organisation: string; text: string; kind: string } | null
  }
}
const keep = (document: string, record: string) => ask<Kept>(keepMutation, { input: { document, record } })
const key = () => `minutes-test-${(turn += 1)}`

/** A meeting of the example group with two rows on its agenda, and its minutes. */
async function minutes(): Promise<{ number: number; document: string }> {
  const { createMeeting } = await ask<{ createMeeting: { id: string; number: number } }>(
    'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { id number } }',
    {
      input: {
        group: 'example',
        title: `Meeting ${(turn += 1)}`,
        mode: 'REMOTE',
        startsOn: '2026-03-02',
        endsOn: '2026-03-03',
        zone: 'Europe/Vienna',
        idempotencyKey: key(),
      },
    },
  )
  const { number, id } = createMeeting
  const { default: pg } = await import('pg')
  const db = new pg.Client(app.databaseUrl)
  await db.connect()
  await db.query(
    `insert into agenda_item (id, meeting_id, position, title, visibility)
     select gen_random_uuid(), $1, n, title, 'PUBLIC' from unnest(array['Opening', 'Water']) with ordinality r (title, n)`,
    [id],
  )
  await db.end()
  const { openMinutes } = await ask<{ openMinutes: { document: { id: string } } }>(openMutation, {
    input: { group: 'example', meeting: number, idempotencyKey: key() },
  })
  return { number, document: openMinutes.document.id }
}
/** The clause of the second row of the agenda, after the one for who was present. */
const water = 2

it('[RC-6] opens minutes once, with a clause for each row of the agenda', async () => {
  const { number, document } = await minutes()
  const { document: text } = await ask<{ document: { clauses: { title: string }[]; visibility: string } }>(
    'query ($id: UUID!) { document(id: $id) { visibility clauses { title } } }',
    { id: document },
  )
  expect(text.visibility).toBe('PARTICIPANTS')
  expect(text.clauses.map(({ title }) => title)).toEqual([
    'Who was present',
    'Opening',
    'Water',
    'Question about patents',
    'Next meeting and closing',
  ])
  const again = { input: { group: 'example', meeting: number, idempotencyKey: key() } }
  expect(await codes(openMutation, again)).toEqual(['MINUTES_OPEN'])
  expect(await codes(openMutation, again, 'editor')).toEqual(['FORBIDDEN'])
})

it('[RC-3, RC-5] makes a decision of what is written in the minutes, under the row of the agenda, in the name of the writer', async () => {
  const { document } = await minutes()
  const record = await writeInMinutes(app.app, document, water, {
    kind: 'DECISION',
    text: 'The scope of water is agreed.',
    outcome: 'APPROVED',
  })
  expect((await keep(document, record)).keepMinutesRecord).toMatchObject({
    id: record,
    decision: {
      kind: 'APPROVED',
      text: 'The scope of water is agreed.',
      agendaItem: { title: 'Water' },
      corrections: [],
    },
  })
  expect(await codes(keepMutation, { input: { document, record } }, 'participant')).toEqual(['FORBIDDEN'])
  expect(await codes(keepMutation, { input: { document, record } }, 'editor')).toEqual(['FORBIDDEN'])
  const nowhere = { input: { document, record: '00000000-0000-4000-8000-000000000000' } }
  expect(await codes(keepMutation, nowhere)).toEqual(['RECORD_NOT_STORED'])
})

it('[RC-3] lets the row say what the text says now, keeps how it read before, and does nothing the second time', async () => {
  const { document } = await minutes()
  const record = await writeInMinutes(app.app, document, water, { kind: 'DECISION', text: 'Agreed.' })
  const first = (await keep(document, record)).keepMinutesRecord.decision!
  await rewriteInMinutes(app.app, document, record, { text: 'The plan is agreed.' })
  const second = (await keep(document, record)).keepMinutesRecord.decision!
  expect(second).toMatchObject({ id: first.id, text: 'The plan is agreed.', corrections: [{ textBefore: 'Agreed.' }] })
  expect((await keep(document, record)).keepMinutesRecord.decision!.revision).toBe(second.revision)
  await rewriteInMinutes(app.app, document, record, { outcome: 'NOTED' })
  expect(await codes(keepMutation, { input: { document, record } })).toEqual(['RECORD_FIXED'])
})

it('[RC-3] writes in the text what was changed in the row, and what was decided elsewhere', async () => {
  const { number, document } = await minutes()
  const record = await writeInMinutes(app.app, document, water, { kind: 'DECISION', text: 'Agreed.' })
  const { decision } = (await keep(document, record)).keepMinutesRecord
  const correct = 'mutation ($input: CorrectDecisionInput!) { correctDecision(input: $input) { text } }'
  const { id, revision } = decision!
  await ask(correct, { input: { id, expectedRevision: revision, text: 'The plan is agreed.', reason: 'Too short' } })
  await ask('mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { number } }', {
    input: { group: 'example', meeting: number, kind: 'NOTED', text: 'The report is noted.', idempotencyKey: key() },
  })
  await app.app.get(Following).follow()
  const said = await recordsInText(app.app, document)
  expect(said.map(({ kind, outcome, text }) => `${kind} ${outcome} ${text}`)).toEqual([
    'DECISION AGREED The plan is agreed.',
    'DECISION NOTED The report is noted.',
  ])
  await app.app.get(Following).follow()
  expect(await recordsInText(app.app, document)).toEqual(said)
})

it('[RC-3] leaves alone what somebody is changing in the text; theirs becomes the row when they leave it', async () => {
  const { document } = await minutes()
  const record = await writeInMinutes(app.app, document, water, { kind: 'DECISION', text: 'Agreed.' })
  const { id, revision } = (await keep(document, record)).keepMinutesRecord.decision!
  await rewriteInMinutes(app.app, document, record, { text: 'Agreed by all who' })
  await ask('mutation ($input: CorrectDecisionInput!) { correctDecision(input: $input) { text } }', {
    input: { id, expectedRevision: revision, text: 'Agreed, it is.', reason: 'Too short' },
  })
  await app.app.get(Following).follow()
  expect((await recordsInText(app.app, document))[0]!.text).toBe('Agreed by all who')
  const { decision } = (await keep(document, record)).keepMinutesRecord
  expect(decision!.text).toBe('Agreed by all who')
  expect(decision!.corrections.map(({ textBefore }) => textBefore)).toEqual(['Agreed, it is.', 'Agreed.'])
})

it('[RC-5] keeps a reservation for the organisation that it names, and asks for one', async () => {
  const { document } = await minutes()
  const record = await writeInMinutes(app.app, document, water, { kind: 'RESERVATION', text: 'Not this method.' })
  expect(await codes(keepMutation, { input: { document, record } })).toEqual(['HOLDER_MISSING'])
  await rewriteInMinutes(app.app, document, record, { holder: 'Example Works' })
  expect((await keep(document, record)).keepMinutesRecord.reservation).toEqual({
    organisation: 'Example Works',
    text: 'Not this method.',
    kind: 'RESERVATION',
  })
})

it('[RC-4] says which records the text has lost, and puts one back', async () => {
  const { number, document } = await minutes()
  const record = await writeInMinutes(app.app, document, water, { kind: 'DECISION', text: 'Agreed.' })
  await keep(document, record)
  await loseFromMinutes(app.app, document, record)
  const lost = async () =>
    (
      await ask<{ meeting: { minutes: { records: { id: string; isInText: boolean }[] } } }>(
        'query ($number: Int!) { meeting(group: "example", number: $number) { minutes { records { id isInText } } } }',
        { number },
      )
    ).meeting.minutes.records
  expect(await lost()).toEqual([{ id: record, isInText: false }])
  await ask('mutation ($input: MinutesRecordInput!) { putBackMinutesRecord(input: $input) { id } }', {
    input: { document, record },
  })
  expect(await lost()).toEqual([{ id: record, isInText: true }])
  expect((await recordsInText(app.app, document))[0]).toMatchObject({ text: 'Agreed.', outcome: 'AGREED' })
})

it('[RC-2] makes a record of its own of one that was copied from other minutes', async () => {
  const [one, other] = [await minutes(), await minutes()]
  const record = await writeInMinutes(app.app, one.document, water, { kind: 'DECISION', text: 'Agreed.' })
  const first = (await keep(one.document, record)).keepMinutesRecord
  // As a paste would leave it: the same id in another text.
  const copied = await writeInMinutes(app.app, other.document, water, { kind: 'DECISION', text: 'Agreed.' }, record)
  expect(copied).toBe(record)
  const second = (await keep(other.document, record)).keepMinutesRecord
  expect(second.id).not.toBe(record)
  expect(second.decision!.number).not.toBe(first.decision!.number)
  expect((await recordsInText(app.app, other.document)).map((said) => said.record)).toEqual([second.id])
})

describe('[RC-7] somebody who was there', () => {
  const attendance = async (number: number) =>
    (
      await ask<{
        meeting: { attendance: { id: string; person: { name: string }; mode: string; revision: number }[] }
      }>(
        'query ($number: Int!) { meeting(group: "example", number: $number) { attendance { id person { name } mode revision } } }',
        { number },
      )
    ).meeting.attendance
  const names = async () => {
    const { group } = await ask<{ group: { people: { person: { id: string; name: string } }[] } }>(
      'query { group(slug: "example") { people: roles { person { id name } } } }',
      {},
    )
    return [...new Set(group.people.map(({ person }) => person.name))]
  }

  it('is noted as present by what the minutes say, and says how when they say otherwise', async () => {
    const { number, document } = await minutes()
    const [name] = await names()
    const words = {
      kind: 'ATTENDANCE' as const,
      text: 'Opened the meeting.',
      holder: `Dr ${name!.toUpperCase()}, Example Works`,
    }
    const record = await writeInMinutes(app.app, document, 0, { ...words, outcome: 'ONSITE' })
    await keep(document, record)
    expect(await attendance(number)).toMatchObject([{ person: { name }, mode: 'ONSITE' }])
    await rewriteInMinutes(app.app, document, record, { outcome: 'REMOTE' })
    await keep(document, record)
    expect(await attendance(number)).toMatchObject([{ person: { name }, mode: 'REMOTE' }])
    await rewriteInMinutes(app.app, document, record, { outcome: 'EXCUSED' })
    await keep(document, record)
    expect(await attendance(number)).toEqual([])
    await app.app.get(Following).follow()
    expect((await recordsInText(app.app, document))[0]).toMatchObject({ record, outcome: 'EXCUSED' })
  })

  it('is told once, is somebody who belongs to the meeting, and stays the same person', async () => {
    const { document } = await minutes()
    const [name, other] = await names()
    const write = (holder: string, outcome = 'ONSITE') =>
      writeInMinutes(app.app, document, 0, { kind: 'ATTENDANCE', text: 'There.', holder, outcome })
    const record = await write(name!)
    await keep(document, record)
    const refused = async (one: string) => codes(keepMutation, { input: { document, record: one } })
    expect(await refused(await write(name!))).toEqual(['RECORD_TWICE'])
    expect(await refused(await write('Nobody Knows'))).toEqual(['ATTENDER_UNKNOWN'])
    expect(await refused(await write('Nobody Knows', 'EXCUSED'))).toEqual([])
    await rewriteInMinutes(app.app, document, record, { holder: other! })
    expect(await refused(record)).toEqual(['RECORD_FIXED'])
  })

  it('follows what is corrected at the desk: how they took part, and that they did not', async () => {
    const { number, document } = await minutes()
    const [name] = await names()
    const record = await writeInMinutes(app.app, document, 0, { kind: 'ATTENDANCE', text: name!, outcome: 'ONSITE' })
    await keep(document, record)
    const correct = async (change: object) => {
      const [{ id, revision } = { id: '', revision: 0 }] = await attendance(number)
      await ask('mutation ($input: CorrectPresenceInput!) { correctPresence(input: $input) { id } }', {
        input: { id, expectedRevision: revision, mode: 'REMOTE', from: '2026-03-02T09:00:00Z', ...change },
      })
      await app.app.get(Following).follow()
      return recordsInText(app.app, document)
    }
    expect(await correct({})).toMatchObject([{ record, text: name, outcome: 'REMOTE' }])
    expect(await correct({ isRemoved: true })).toEqual([])
  })
})

it('[RC-3, IP-4] writes in the text how the question about patents was settled on its own page', async () => {
  const { number, document } = await minutes()
  await ask('mutation ($input: RecordPatentQuestionInput!) { recordPatentQuestion(input: $input) { revision } }', {
    input: { group: 'example', meeting: number, wasAsked: true, answers: [] },
  })
  await app.app.get(Following).follow()
  expect(await recordsInText(app.app, document)).toMatchObject([
    { kind: 'PATENT_QUESTION', outcome: 'NOTHING_DECLARED', text: 'Asked; nobody knew of any patent.' },
  ])
})

it('[RC-4, RC-12, IP-4] keeps the question about patents that the text lost, lets its page mend it, and puts it back as it was mended', async () => {
  const { number, document } = await minutes()
  const record = await writeInMinutes(app.app, document, water, {
    kind: 'PATENT_QUESTION',
    text: 'Asked by the chair.',
  })
  await keep(document, record)
  await loseFromMinutes(app.app, document, record)
  await ask('mutation ($input: RecordPatentQuestionInput!) { recordPatentQuestion(input: $input) { revision } }', {
    input: { group: 'example', meeting: number, expectedRevision: 1, wasAsked: false, note: 'No time', answers: [] },
  })
  await app.app.get(Following).follow()
  expect(await recordsInText(app.app, document)).toEqual([])
  await ask('mutation ($input: MinutesRecordInput!) { putBackMinutesRecord(input: $input) { id } }', {
    input: { document, record },
  })
  expect(await recordsInText(app.app, document)).toMatchObject([{ outcome: 'NOT_ASKED', text: 'No time' }])
})

describe('[RC-8] with their meeting', () => {
  beforeAll(() => app.clock.set('2026-03-03T20:00:00Z'))

  interface Frozen {
    meeting: {
      id: string
      revision: number
      state: string
      minutes: {
        document: { frozenAt: string | null; viewerMay: string[] }
        versions: { number: number; hash: string; isIntact: boolean; textHasChanged: boolean }[]
      }
    }
  }
  const look = async (number: number) =>
    (
      await ask<Frozen>(
        `query ($number: Int!) { meeting(group: "example", number: $number) { id revision state minutes {
           document { frozenAt viewerMay } versions { number hash isIntact textHasChanged } } } }`,
        { number },
      )
    ).meeting
  const close = async (number: number) => {
    const { id, revision } = await look(number)
    await ask('mutation ($input: CloseMeetingInput!) { closeMeeting(input: $input) { state } }', {
      input: { id, expectedRevision: revision },
    })
    return (await look(number)).minutes
  }

  it('minutes are frozen with a hash, and opened again with it', async () => {
    const { number, document } = await minutes()
    const record = await writeInMinutes(app.app, document, water, { kind: 'DECISION', text: 'Agreed.' })
    const { decision } = (await keep(document, record)).keepMinutesRecord
    const task = await writeInMinutes(app.app, document, water, {
      kind: 'ACTION',
      text: 'Write a first draft',
      holder: 'Example Works',
    })
    const { action } = (await keep(document, task)).keepMinutesRecord
    const texts = async () =>
      (await recordsInText(app.app, document)).map(({ text, holder }) => `${text} ${holder ?? ''}`.trim())
    const asked = await writeInMinutes(app.app, document, 3, { kind: 'PATENT_QUESTION', text: 'Nobody knew of any.' })
    await keep(document, asked)
    const frozen = await close(number)
    expect(frozen.document).toMatchObject({ frozenAt: expect.any(String), viewerMay: ['READ'] })
    expect(frozen.versions).toMatchObject([{ number: 1, isIntact: true, textHasChanged: false }])
    expect(await codes(keepMutation, { input: { document, record } })).toEqual(['MINUTES_FROZEN'])
    expect(await codes(keepMutation, { input: { document, record } }, 'participant')).toEqual(['FORBIDDEN'])

    const path = `/groups/example/meetings/${number}/minutes/versions/1.json`
    const file = await fetch(`${app.url}${path}`, { headers: as('chair') })
    expect(
      createHash('sha256')
        .update(Buffer.from(await file.arrayBuffer()))
        .digest('hex'),
    ).toBe(frozen.versions[0]!.hash)
    expect((await fetch(`${app.url}${path}`)).status).toBe(404)

    // What happens to a record is not written in frozen minutes; it is when they are open again.
    const correct = 'mutation ($input: CorrectDecisionInput!) { correctDecision(input: $input) { text } }'
    const { id: decided, revision: seen } = decision!
    const input = { id: decided, expectedRevision: seen, text: 'Agreed, all of it.', reason: 'Too short' }
    expect(await codes(correct, { input })).toEqual(['MEETING_CLOSED'])
    const { id: given, revision: before } = action!
    await ask('mutation ($input: UpdateActionInput!) { updateAction(input: $input) { text } }', {
      input: { id: given, expectedRevision: before, text: 'Write a first draft', ownerWords: 'Example Institute' },
    })
    await app.app.get(Following).follow()
    expect(await texts()).toEqual(['Agreed.', 'Write a first draft Example Works', 'Nobody knew of any.'])
    const { id, revision } = await look(number)
    await ask('mutation ($input: ReopenMeetingInput!) { reopenMeeting(input: $input) { state } }', {
      input: { id, expectedRevision: revision, decision: 'Decision of the group', reason: 'A word is missing.' },
    })
    expect((await look(number)).minutes.document).toMatchObject({ frozenAt: null, viewerMay: ['READ', 'EDIT'] })
    await app.app.get(Following).follow()
    await ask(correct, { input })
    await app.app.get(Following).follow()
    expect(await texts()).toEqual([
      'Agreed, all of it.',
      'Write a first draft Example Institute',
      'Nobody knew of any.',
    ])
    expect((await close(number)).versions).toMatchObject([
      { number: 2, textHasChanged: false },
      { number: 1, textHasChanged: true },
    ])
  })

  it('minutes that say the same when it is closed again are no new version, and none are begun after it', async () => {
    const { number, document } = await minutes()
    await keep(document, await writeInMinutes(app.app, document, 3, { kind: 'PATENT_QUESTION', text: 'None.' }))
    const [first] = (await close(number)).versions
    const { id, revision } = await look(number)
    await ask('mutation ($input: ReopenMeetingInput!) { reopenMeeting(input: $input) { state } }', {
      input: { id, expectedRevision: revision, decision: 'Decision of the group', reason: 'Looked again.' },
    })
    expect((await close(number)).versions).toEqual([first])
    expect(await codes(openMutation, { input: { group: 'example', meeting: number, idempotencyKey: key() } })).toEqual([
      'MEETING_CLOSED',
    ])
  })
})
