/** Minutes and the rows that their records are say the same of owner, holder, time and answers, through the API of the whole server. [RC-11 to RC-14] */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { Following } from '#server/process/minutes/index.js'
import { recordsInText, rewriteInMinutes, writeInMinutes } from '../builders/minutes.js'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp
const cookies: Record<string, string> = {}
let turn = 0
/** Somebody with a role in the group, and their name. */
let somebody: { id: string; name: string }

beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase() })
  for (const who of ['chair', 'participant']) cookies[who] = await app.signIn(`${who}@example.org`)
  const { viewer } = await ask<{ viewer: { person: { id: string; name: string } } }>(
    'query { viewer { person { id name } } }',
    {},
    'participant',
  )
  somebody = viewer.person
})
afterAll(() => app?.stop())

async function ask<Data>(query: string, variables: object, who = 'chair'): Promise<Data> {
  const { data, errors } = await app.query<Data>(query, { ...variables }, { cookie: cookies[who]! })
  expect(errors ?? []).toEqual([])
  return data!
}
const key = () => `minutes-follow-${(turn += 1)}`

async function meeting(): Promise<{ id: string; number: number }> {
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
  return createMeeting
}
const addRow = async (meetingId: string, title: string, more: object = {}) =>
  (
    await ask<{ addAgendaItem: { id: string } }>(
      'mutation ($input: AddAgendaItemInput!) { addAgendaItem(input: $input) { id } }',
      { input: { meetingId, title, idempotencyKey: key(), ...more } },
    )
  ).addAgendaItem.id

/** A meeting with one row on its agenda, and its minutes. */
async function minutes() {
  const { id, number } = await meeting()
  const opening = await addRow(id, 'Opening')
  const { openMinutes } = await ask<{ openMinutes: { document: { id: string } } }>(
    'mutation ($input: OpenMinutesInput!) { openMinutes(input: $input) { document { id } } }',
    { input: { group: 'example', meeting: number, idempotencyKey: key() } },
  )
  return { id, number, opening, document: openMinutes.document.id }
}
/** What the text says once it follows. */
async function told(document: string) {
  await app.app.get(Following).follow()
  return recordsInText(app.app, document)
}

interface Action {
  id: string
  revision: number
  text: string
  owner: { id: string; name: string | null } | null
  ownerWords: string | null
  dueOn: string | null
  dueMeeting: { number: number } | null
}
const actionFields = 'id revision text owner { id name } ownerWords dueOn dueMeeting { number }'
const keepMutation = `mutation ($input: MinutesRecordInput!) { keepMinutesRecord(input: $input) {
  action { ${actionFields} } reservation { organisation holder { id name } text } } }`
const keep = async (document: string, record: string) =>
  (
    await ask<{
      keepMinutesRecord: {
        action: Action
        reservation: { organisation: string | null; holder: { id: string } | null; text: string }
      }
    }>(keepMutation, { input: { document, record } })
  ).keepMinutesRecord
const handOut = async (given: object) =>
  (
    await ask<{ recordAction: Action }>(
      `mutation ($input: RecordActionInput!) { recordAction(input: $input) { ${actionFields} } }`,
      { input: { group: 'example', idempotencyKey: key(), ...given } },
    )
  ).recordAction
const change = async ({ id, revision, text }: Action, given: object) =>
  (
    await ask<{ updateAction: Action }>(
      `mutation ($input: UpdateActionInput!) { updateAction(input: $input) { ${actionFields} } }`,
      { input: { id, expectedRevision: revision, text, ...given } },
    )
  ).updateAction

it('[RC-11] tells owner and day of an action that was handed out on its page, and keeps both when its words change', async () => {
  const { number, document } = await minutes()
  await handOut({ meeting: number, text: 'Write a draft', owner: somebody.id, dueOn: '2026-04-01' })
  const [first] = await told(document)
  expect(first).toMatchObject({ kind: 'ACTION', text: 'Write a draft', holder: somebody.name, due: '2026-04-01' })
  await rewriteInMinutes(app.app, document, first!.record, { text: 'Write a first draft' })
  const { action } = await keep(document, first!.record)
  expect(action).toMatchObject({ text: 'Write a first draft', owner: { id: somebody.id }, dueOn: '2026-04-01' })
  await change(action, { ownerWords: 'Example Works', dueMeeting: number })
  expect(await told(document)).toMatchObject([
    { text: 'Write a first draft', holder: 'Example Works', due: `meeting ${number}` },
  ])
})

it('[RC-11] lets the minutes change owner and time, and loses neither to what is said elsewhere meanwhile', async () => {
  const { number, document } = await minutes()
  const record = await writeInMinutes(app.app, document, 1, {
    kind: 'ACTION',
    text: 'Ask the liaison',
    holder: `${somebody.name}, Example Works`,
    due: '2026-04-01',
  })
  const first = (await keep(document, record)).action
  expect(first).toMatchObject({ owner: { id: somebody.id }, ownerWords: 'Example Works', dueOn: '2026-04-01' })
  await rewriteInMinutes(app.app, document, record, { due: `meeting ${number}` })
  const second = (await keep(document, record)).action
  expect(second).toMatchObject({ owner: { id: somebody.id }, dueOn: null, dueMeeting: { number } })
  // Changed on its page, and its words in the minutes before these follow.
  await change(second, { owner: somebody.id, dueOn: '2026-05-05' })
  await rewriteInMinutes(app.app, document, record, { text: 'Ask the liaison again' })
  expect((await keep(document, record)).action).toMatchObject({
    text: 'Ask the liaison again',
    dueOn: '2026-05-05',
    ownerWords: null,
  })
  expect(await told(document)).toMatchObject([
    { text: 'Ask the liaison again', holder: somebody.name, due: '2026-05-05' },
  ])
  await rewriteInMinutes(app.app, document, record, { due: '' })
  expect((await keep(document, record)).action).toMatchObject({ dueOn: null, dueMeeting: null })
})

it('[RC-11] keeps a reservation for the person who is named, and lets another be named', async () => {
  const { document } = await minutes()
  const holder = `${somebody.name} (Example Works)`
  const record = await writeInMinutes(app.app, document, 1, { kind: 'RESERVATION', text: 'Too old.', holder })
  expect((await keep(document, record)).reservation).toMatchObject({
    holder: { id: somebody.id },
    organisation: 'Example Works',
  })
  await rewriteInMinutes(app.app, document, record, { holder: 'Example Institute' })
  expect((await keep(document, record)).reservation).toMatchObject({ holder: null, organisation: 'Example Institute' })
})

it('[RC-12] tells what was answered about patents, and keeps each declaration when the words change', async () => {
  const { number, document } = await minutes()
  const answers = [
    { text: 'Example Works has one.', declaration: 'D-1' },
    { text: 'Example Lab has two.', declaration: 'D-2' },
  ]
  const record = 'mutation ($input: RecordPatentQuestionInput!) { recordPatentQuestion(input: $input) { revision } }'
  const { recordPatentQuestion } = await ask<{ recordPatentQuestion: { revision: number } }>(record, {
    input: { group: 'example', meeting: number, wasAsked: true, askedTime: '09:30', answers },
  })
  const [first] = await told(document)
  expect(first).toMatchObject({ outcome: 'ANSWERED', text: '(1) Example Works has one. (2) Example Lab has two.' })
  await rewriteInMinutes(app.app, document, first!.record, { text: first!.text.replace('two', 'three') })
  await keep(document, first!.record)
  const question = async () =>
    (
      await ask<{ meeting: { patentQuestion: { revision: number; askedTime: string; answers: object[] } } }>(
        'query ($number: Int!) { meeting(group: "example", number: $number) { patentQuestion { revision answers { text declaration } } } }',
        { number },
      )
    ).meeting.patentQuestion
  const { revision, answers: kept } = await question()
  expect(revision).toBe(recordPatentQuestion.revision + 1)
  expect(kept).toEqual([answers[0], { text: 'Example Lab has three.', declaration: 'D-2' }])
  await ask(record, {
    input: {
      group: 'example',
      meeting: number,
      expectedRevision: revision,
      wasAsked: false,
      note: 'No time',
      answers: [],
    },
  })
  expect(await told(document)).toMatchObject([{ outcome: 'NOT_ASKED', text: 'No time' }])
})

it('[RC-13] makes a clause for a row that comes on the agenda later, and tells there what is recorded under it', async () => {
  const { id, number, opening, document } = await minutes()
  const water = await addRow(id, 'Water')
  const scope = await addRow(id, 'Scope', { under: opening })
  await addRow(id, 'Behind closed doors', { visibility: 'MANAGEMENT' })
  await handOut({ meeting: number, agendaItem: scope, text: 'Send the scope', ownerWords: 'Example Works' })
  const said = await told(document)
  const { document: text } = await ask<{ document: { clauses: { id: string; title: string; level: number }[] } }>(
    'query ($id: UUID!) { document(id: $id) { clauses { id title } } }',
    { id: document },
  )
  expect(text.clauses.map(({ title }) => title)).toEqual([
    'Who was present',
    'Opening',
    'Scope',
    'Water',
    'Question about patents',
    'Next meeting and closing',
  ])
  expect(said).toMatchObject([{ text: 'Send the scope', clause: text.clauses[2]!.id }])
  expect(await told(document)).toEqual(said)
  expect(water).toBeTruthy()
})

it('[RC-14] shows somebody erased as such in old minutes and in the record, and loses nothing else', async () => {
  const { number, document } = await minutes()
  await handOut({ meeting: number, text: 'Write a draft', owner: somebody.id, dueOn: '2026-04-01' })
  const reservation = await writeInMinutes(app.app, document, 1, {
    kind: 'RESERVATION',
    text: 'The figures are too old.',
    holder: somebody.name,
  })
  await keep(document, reservation)
  const there = await writeInMinutes(app.app, document, 0, {
    kind: 'ATTENDANCE',
    text: somebody.name,
    outcome: 'ONSITE',
  })
  await keep(document, there)
  await told(document)
  await ask('mutation ($id: UUID!) { erasePerson(id: $id) { id } }', { id: somebody.id }, 'participant')
  const said = await told(document)
  expect(JSON.stringify(said)).not.toContain(somebody.name)
  const words = said.map(({ kind, text, holder, due }) => [kind, text, holder, due].join(' | '))
  expect(words.toSorted()).toEqual([
    'ACTION | Write a draft | A former member | 2026-04-01',
    'ATTENDANCE | A former member |  | ',
    'RESERVATION | The figures are too old. | A former member | ',
  ])
  const { meeting: seen } = await ask<{ meeting: { minutes: { records: { text: string; holder: string }[] } } }>(
    'query ($number: Int!) { meeting(group: "example", number: $number) { minutes { records { text holder } } } }',
    { number },
  )
  expect(seen.minutes.records).toHaveLength(3)
  expect(JSON.stringify(seen)).not.toContain(somebody.name)
  // What they were to do can still be changed in the minutes.
  const action = said.find(({ kind }) => kind === 'ACTION')!.record
  await rewriteInMinutes(app.app, document, action, { text: 'Write a short draft' })
  expect((await keep(document, action)).action).toMatchObject({
    text: 'Write a short draft',
    owner: { id: somebody.id, name: null },
    dueOn: '2026-04-01',
  })
})
