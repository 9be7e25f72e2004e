/** Reports, made from the records, written on, frozen and read, asked through the API of the whole server. [RP-1 to RP-7] */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import * as Y from 'yjs'
import { readTree } from '#schema/document/index.js'
import { paragraph } from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { system, UnitOfWork } from '#server/platform/context/index.js'
import { DataSource } from 'typeorm'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp
let db: pg.Client
const cookies: Record<string, string> = {}
let turn = 0

beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase() })
  for (const who of ['chair', 'secretariat', 'editor', 'participant', 'reader']) {
    cookies[who] = await app.signIn(`${who}@example.org`)
  }
  db = new pg.Client(app.databaseUrl)
  await db.connect()
})
afterAll(async () => {
  await db?.end()
  await app?.stop()
})

const as = (who: string) => (who === 'stranger' ? {} : { cookie: cookies[who]! })
async function ask<Data>(query: string, variables: object = {}, who = 'chair'): Promise<Data> {
  const { data, errors } = await app.query<Data>(query, { ...variables }, as(who))
  expect(errors ?? []).toEqual([])
  return data!
}
const codes = async (query: string, variables: object, who = 'chair') =>
  (await app.query(query, { ...variables }, as(who))).errors?.map(({ extensions }) => extensions.code) ?? []
const key = () => `reports-test-${(turn += 1)}`

interface Clause {
  title: string
  text: string
}
interface Seen {
  id: string
  kind: string
  title: string
  state: string
  visibility: string
  viewerMay: string[]
  revision: number
  versions: { number: number; hash: string; reason: string | null; approval: string | null; isIntact: boolean }[]
  version: { number: number; clauses: Clause[]; frozenBy: { name: string | null } | null } | null
  draft: {
    document: { id: string; visibility: string }
    textVersion: string
    clauses: Clause[]
    sections: { key: string; isEdited: boolean; isOutdated: boolean; before: string[]; after: string[] }[]
    people: { sign: string; name: string }[]
  } | null
}
const fields = `id kind title state visibility viewerMay revision
  versions { number hash reason approval isIntact } version { number frozenBy { name } clauses { title text } }
  draft { document { id visibility } textVersion clauses { title text } people { sign name }
    sections { key isEdited isOutdated before after } }`
const reportOf = async (meeting: number, who = 'chair') =>
  (
    await ask<{ meeting: { report: Seen | null } }>(
      `query ($n: Int!) { meeting(group: "example", number: $n) { report { ${fields} } } }`,
      { n: meeting },
      who,
    )
  ).meeting.report
const textOf = (clauses: readonly Clause[], title: string) => clauses.find((one) => one.title === title)!.text

interface Held {
  id: string
  number: number
  revision: number
}
/** A meeting of the example group that is over, of whom the patent question was asked. */
async function aMeeting(more: object = {}): Promise<Held> {
  const { createMeeting } = await ask<{ createMeeting: Held }>(
    'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { id number revision } }',
    {
      input: {
        group: 'example',
        title: `Reported meeting ${(turn += 1)}`,
        mode: 'REMOTE',
        startsOn: '2026-02-23',
        endsOn: '2026-02-24',
        zone: 'Europe/Vienna',
        idempotencyKey: key(),
        ...more,
      },
    },
  )
  return createMeeting
}
const askForPatents = (number: number) =>
  ask('mutation ($input: RecordPatentQuestionInput!) { recordPatentQuestion(input: $input) { wasAsked } }', {
    input: { group: 'example', meeting: number, wasAsked: true, askedOn: '2026-02-23', answers: [] },
  })
const decide = (number: number, text: string) =>
  ask('mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { id number } }', {
    input: { group: 'example', meeting: number, kind: 'AGREED', text, idempotencyKey: key() },
  })
const close = (meeting: Held) =>
  ask<{ closeMeeting: Held & { state: string } }>(
    'mutation ($input: CloseMeetingInput!) { closeMeeting(input: $input) { id number revision state } }',
    { input: { id: meeting.id, expectedRevision: meeting.revision } },
  )
/** Somebody was there; `consents` as they said when they registered, null when they did not. */
async function wasThere(meeting: Held, email: string, consents: boolean | null): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select person_id as id from account where email = $1', [email])
  const { id } = rows[0]!
  await db.query(
    `insert into presence (id, meeting_id, person_id, mode, from_at) values (gen_random_uuid(), $1, $2, 'ONSITE', '2026-02-23T09:00:00Z')`,
    [meeting.id, id],
  )
  if (consents !== null) {
    await db.query(
      `insert into registration_offer (meeting_id, offers_remote, offers_visa_support, audience, consent_version)
       values ($1, true, false, 'PARTICIPANTS', 1) on conflict do nothing`,
      [meeting.id],
    )
    await db.query(`insert into registration_consent values ($1, 1, 'Printed?') on conflict do nothing`, [meeting.id])
    await db.query(
      `insert into registration (id, meeting_id, person_id, mode, state, arrival, affiliation, country, wants_visa_support, consents,
         consent_version, registered_at, is_late)
       values (gen_random_uuid(), $1, $2, 'ONSITE', 'CONFIRMED', (select count(*) + 1 from registration where meeting_id = $1),
         'Example Works', 'Austria', false, $3, 1, '2026-02-20T09:00:00Z', false)`,
      [meeting.id, id, consents],
    )
  }
  return id
}
/** Somebody writes in the text of a draft: a paragraph at the end of the clause with this number, from 0. */
async function writeIn(documentId: string, at: number, text: string): Promise<void> {
  const texts = app.app.get(Texts, { strict: false })
  const doc = new Y.Doc()
  for (const update of await texts.read(documentId)) Y.applyUpdate(doc, update)
  const clause = readTree(doc).lines[at]!.id
  await app.app.get(UnitOfWork, { strict: false }).write(
    {
      viewer: system,
      now: new Date(),
      language: 'en',
      db: app.app.get(DataSource, { strict: false }).manager,
      requestId: 'test',
    },
    (tx) =>
      texts.edit(tx, documentId, 'writeClauses', [{ id: clause, title: 'Written by people', body: [paragraph(text)] }]),
  )
}

const makeMutation = 'mutation ($input: MakeMeetingReportInput!) { makeMeetingReport(input: $input) { id } }'
const make = (meeting: number, group = 'example') => ({ input: { group, meeting, idempotencyKey: key() } })
const freezeMutation = 'mutation ($input: FreezeReportInput!) { freezeReport(input: $input) { number hash } }'
const freeze = ({ id, draft }: Seen, more: object = {}) => ({
  input: { id, expectedText: draft!.textVersion, idempotencyKey: key(), ...more },
})
const renewMutation = 'mutation ($input: RenewReportInput!) { renewReport(input: $input) { id revision } }'

describe('the draft of a report', () => {
  it('[RP-1] is there when the meeting closes, once, and for its management alone', async () => {
    const meeting = await aMeeting()
    await askForPatents(meeting.number)
    await decide(meeting.number, 'The scope is agreed.')
    expect(await reportOf(meeting.number)).toBeNull()
    const { closeMeeting } = await close(meeting)
    expect(closeMeeting.state).toBe('CLOSED')
    const report = (await reportOf(meeting.number))!
    expect(report).toMatchObject({ kind: 'MEETING', state: 'DRAFT', visibility: 'PUBLIC', versions: [], version: null })
    expect(report.viewerMay).toEqual(['READ', 'WRITE'])
    expect(report.draft!.document.visibility).toBe('MANAGEMENT')
    const { clauses } = report.draft!
    expect(clauses).toHaveLength(15)
    expect(textOf(clauses, 'Results: decisions of the meeting')).toContain('The scope is agreed.')
    expect(textOf(clauses, 'Patents and software copyright')).toContain('On 23 Feb 2026 the chair asked')
    expect(textOf(clauses, 'Reservations and objections')).toBe('No reservation was recorded, and no objection.')
    expect(textOf(clauses, 'Date, venue and chair')).toContain('Chair: Charles Adeyemi')
    for (const who of ['editor', 'participant', 'stranger']) expect(await reportOf(meeting.number, who)).toBeNull()

    await ask('mutation ($input: ReopenMeetingInput!) { reopenMeeting(input: $input) { state } }', {
      input: { id: meeting.id, expectedRevision: closeMeeting.revision, decision: 'Decision 1', reason: 'Mended.' },
    })
    await close({ ...meeting, revision: closeMeeting.revision + 1 })
    expect((await reportOf(meeting.number))!.id).toBe(report.id)
    expect(await codes(makeMutation, make(meeting.number))).toEqual(['REPORT_EXISTS'])
  })

  it('[RP-1] is made by hand once the meeting has begun, by its management', async () => {
    const meeting = await aMeeting()
    expect(await codes(makeMutation, make(meeting.number), 'editor')).toEqual(['FORBIDDEN'])
    expect(await codes(makeMutation, make(meeting.number), 'stranger')).toEqual(['SIGN_IN_REQUIRED'])
    expect(await codes(makeMutation, make(meeting.number, 'no-such-group'))).toEqual(['NOT_FOUND'])
    expect(await codes(makeMutation, make(999))).toEqual(['NOT_FOUND'])
    const later = await aMeeting({ startsOn: '2099-03-02', endsOn: '2099-03-03' })
    expect(await codes(makeMutation, make(later.number))).toEqual(['MEETING_NOT_HELD'])
    const again = make(meeting.number)
    await ask(makeMutation, again, 'secretariat')
    await ask(makeMutation, again, 'secretariat')
    expect((await reportOf(meeting.number))!.draft!.clauses).toHaveLength(15)
  })

  it('[RP-7] of another group is nobody else’s to make', async () => {
    const { rows } = await db.query<{ slug: string; number: number }>(
      `select g.slug, m.number from meeting m join standards_group g on g.id = m.group_id
       where g.slug <> 'example' and m.ends_on < '2026-01-01' and m.state <> 'CANCELLED' order by m.starts_on limit 1`,
    )
    const [{ slug, number }] = rows as [{ slug: string; number: number }]
    expect(await codes(makeMutation, make(number, slug))).toEqual(['FORBIDDEN'])
  })

  it('[RP-6] names those who agreed to it, counts the others, and forgets whoever is erased', async () => {
    const meeting = await aMeeting()
    const participant = await wasThere(meeting, 'participant@example.org', true)
    await wasThere(meeting, 'reader@example.org', false)
    await wasThere(meeting, 'editor@example.org', null)
    await ask(makeMutation, make(meeting.number))
    const list = async () => textOf((await reportOf(meeting.number))!.draft!.clauses, 'List of participants')
    expect(await list()).toBe('Paul Oduya, Example Works, Austria (On site)')
    const { draft } = (await reportOf(meeting.number))!
    expect(textOf(draft!.clauses, 'Attendance')).toContain('3 people were present: 3 on site, 0 remote.')
    expect(textOf(draft!.clauses, 'Attendance')).toContain('2 people are counted and not named')
    expect(JSON.stringify(draft)).not.toMatch(/@example\.org|Rita Solberg/)
    // An editor of the group is known by that role, as the holder of an action too; that she was there is hers to tell.
    for (const clause of ['Attendance', 'List of participants'])
      expect(textOf(draft!.clauses, clause)).not.toContain('Edda Lindqvist')
    const { rows } = await db.query<{ said: string }>(`select said::text from report_section where report_id = $1`, [
      (await reportOf(meeting.number))!.id,
    ])
    expect(rows.map(({ said }) => said).join()).not.toContain('Oduya')
    await db.query('begin')
    await db.query(`update person set erased_at = now() where id = $1`, [participant])
    await db.query('commit')
    expect(await list()).toBe('somebody who was erased')
    await db.query(`update person set erased_at = null where id = $1`, [participant])
  })

  it('[RP-3] tells what the records say since, writes clauses anew, and keeps what people wrote', async () => {
    const meeting = await aMeeting()
    await ask(makeMutation, make(meeting.number))
    const first = (await reportOf(meeting.number))!
    expect(first.draft!.sections.some(({ isOutdated, isEdited }) => isOutdated || isEdited)).toBe(false)
    const at = first.draft!.sections.findIndex(({ key: one }) => one === 'RESULTS')
    await decide(meeting.number, 'Water is in scope.')
    await writeIn(first.draft!.document.id, at, 'The chair has written this.')
    await askForPatents(meeting.number)
    const { draft, id, revision } = (await reportOf(meeting.number))!
    const outdated = draft!.sections.filter(({ isOutdated }) => isOutdated)
    expect(outdated.map(({ key: one, isEdited }) => [one, isEdited])).toEqual([
      ['SUMMARY', false],
      ['RESULTS', true],
      ['PATENTS', false],
    ])
    expect(outdated[1]).toMatchObject({ before: ['No decision was recorded.'] })
    expect(outdated[1]!.after[0]).toContain('Water is in scope.')

    const input = { id, expectedRevision: revision, sections: ['RESULTS', 'PATENTS'], overwrites: [] as string[] }
    expect(await codes(renewMutation, { input })).toEqual(['CLAUSES_CHANGED'])
    expect(await codes(renewMutation, { input: { ...input, sections: ['PATENTS'], expectedRevision: 9 } })).toEqual([
      'STALE',
    ])
    expect(await codes(renewMutation, { input: { ...input, sections: ['PATENTS'] } }, 'participant')).toEqual([
      'FORBIDDEN',
    ])
    await ask(renewMutation, { input: { ...input, sections: ['PATENTS'] } })
    const second = (await reportOf(meeting.number))!.draft!
    expect(textOf(second.clauses, 'Patents and software copyright')).toContain('the chair asked')
    expect(textOf(second.clauses, 'Written by people')).toBe('The chair has written this.')
    await ask(renewMutation, {
      input: { ...input, expectedRevision: revision + 1, sections: [], overwrites: ['RESULTS'] },
    })
    const third = (await reportOf(meeting.number))!.draft!
    expect(textOf(third.clauses, 'Results: decisions of the meeting')).toContain('Water is in scope.')
    expect(third.clauses.map(({ title }) => title)).not.toContain('Written by people')
    expect(third.sections.filter((one) => one.isOutdated || one.isEdited).map(({ key: one }) => one)).toEqual([
      'SUMMARY',
    ])
  })
})

describe('a frozen report', () => {
  it('[RP-4, RP-5] never changes, has a hash, is read by all who see the meeting; a correction is another version', async () => {
    const meeting = await aMeeting()
    await askForPatents(meeting.number)
    await close(meeting)
    const draft = (await reportOf(meeting.number))!
    expect(await codes(freezeMutation, freeze(draft), 'editor')).toEqual(['FORBIDDEN'])
    expect(await codes(freezeMutation, freeze(draft, { expectedText: '1.0' }))).toEqual(['STALE'])
    const once = freeze(draft, { approval: 'BY_CHAIR' })
    const first = await ask<{ freezeReport: { number: number; hash: string } }>(freezeMutation, once)
    expect(await ask(freezeMutation, once)).toEqual(first)
    expect(first.freezeReport.number).toBe(1)
    expect(first.freezeReport.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await codes(freezeMutation, freeze(draft))).toEqual(['ALREADY_FROZEN'])

    const read = (await reportOf(meeting.number, 'stranger'))!
    expect(read).toMatchObject({ state: 'FROZEN', draft: null, viewerMay: ['READ'] })
    expect(read.version!.frozenBy).toEqual({ name: 'Charles Adeyemi' })
    expect(read.version!.clauses).toHaveLength(15)
    expect(textOf(read.version!.clauses, 'Date, venue and chair')).toContain('Chair: Charles Adeyemi')
    expect(read.versions).toEqual([
      { number: 1, hash: first.freezeReport.hash, reason: null, approval: 'BY_CHAIR', isIntact: true },
    ])

    await writeIn(draft.draft!.document.id, 0, 'It was a good meeting.')
    const changed = (await reportOf(meeting.number))!
    expect(changed.state).toBe('REVISED')
    expect(await codes(freezeMutation, freeze(changed))).toEqual(['TEXT_MISSING'])
    await ask(freezeMutation, freeze(changed, { reason: 'The summary was too short.' }))
    const corrected = (await reportOf(meeting.number, 'stranger'))!
    expect(corrected.versions.map(({ number, reason }) => [number, reason])).toEqual([
      [2, 'The summary was too short.'],
      [1, null],
    ])
    expect(textOf(corrected.version!.clauses, 'Written by people')).toBe('It was a good meeting.')
    const old = await ask<{ meeting: { report: { version: { clauses: Clause[] } } } }>(
      'query ($n: Int!) { meeting(group: "example", number: $n) { report { version(number: 1) { clauses { title text } } } } }',
      { n: meeting.number },
      'stranger',
    )
    expect(old.meeting.report.version.clauses).toEqual(read.version!.clauses)
    await expect(db.query('update report_version set title = $1', ['Another'])).rejects.toThrow()
  })

  it('[RP-5] is frozen on the last day of its meeting at the earliest', async () => {
    const today = app.clock.now().toISOString().slice(0, 10)
    const meeting = await aMeeting({ startsOn: today, endsOn: '2099-01-01' })
    await ask(makeMutation, make(meeting.number))
    expect(await codes(freezeMutation, freeze((await reportOf(meeting.number))!))).toEqual(['REPORT_BEFORE_END'])
  })

  it('[RP-7, GR-3] is no more visible than its meeting, and tells nothing that its readers may not see', async () => {
    const meeting = await aMeeting({ visibility: 'PARTICIPANTS' })
    await decide(meeting.number, 'The group alone knows this.')
    await db.query(`update decision set visibility = 'MANAGEMENT' where meeting_id = $1`, [meeting.id])
    await ask(makeMutation, make(meeting.number))
    const draft = (await reportOf(meeting.number))!
    expect(draft.visibility).toBe('PARTICIPANTS')
    expect(JSON.stringify(draft.draft!.clauses)).not.toContain('The group alone knows this.')
    await ask(freezeMutation, freeze(draft))
    expect((await reportOf(meeting.number, 'participant'))!.version!.number).toBe(1)
    const seen = await ask<{ meeting: unknown }>(
      'query ($n: Int!) { meeting(group: "example", number: $n) { report { id } } }',
      { n: meeting.number },
      'stranger',
    )
    expect(seen.meeting).toBeNull()
    const listed = await ask<{ group: { reports: { title: string }[] } }>(
      '{ group(slug: "example") { reports { title } } }',
      {},
      'stranger',
    )
    expect(listed.group.reports.map(({ title }) => title)).not.toContain(draft.title)
  })
})

describe('a progress report', () => {
  const mutation = 'mutation ($input: MakeProgressReportInput!) { makeProgressReport(input: $input) { id number } }'
  const period = (fromOn: string, untilOn: string) => ({
    input: { group: 'example', fromOn, untilOn, idempotencyKey: key() },
  })

  it('[RP-2] tells of a period that begins where the last one ended, and takes the next number', async () => {
    const meeting = await aMeeting()
    await decide(meeting.number, 'Progress was made.')
    expect(await codes(mutation, period('2026-01-01', '2026-02-28'), 'participant')).toEqual(['FORBIDDEN'])
    expect(await codes(mutation, period('2026-02-28', '2026-01-01'))).toEqual(['ENDS_BEFORE_START'])
    expect(await codes(mutation, period('2026-01-01', '2099-01-01'))).toEqual(['DAY_AHEAD'])
    const { makeProgressReport } = await ask<{ makeProgressReport: { number: number } }>(
      mutation,
      period('2026-01-01', '2026-02-28'),
    )
    expect(makeProgressReport.number).toBe(1)
    const { group } = await ask<{
      group: { progressReport: Seen; nextReportPeriod: { fromOn: string; meetings: number } }
    }>(`{ group(slug: "example") { nextReportPeriod { fromOn meetings } progressReport(number: 1) { ${fields} } } }`)
    expect(group.nextReportPeriod.fromOn).toBe('2026-03-01')
    const { draft, title } = group.progressReport
    expect(title).toContain('1 Jan 2026 to 28 Feb 2026')
    expect(draft!.clauses.map((one) => one.title)).toHaveLength(13)
    expect(textOf(draft!.clauses, 'Decisions')).toContain('Progress was made.')
    const next = await ask<{ makeProgressReport: { number: number } }>(mutation, period('2026-03-01', '2026-03-02'))
    expect(next.makeProgressReport.number).toBe(2)
    const stranger = await ask<{ group: { nextReportPeriod: null; progressReport: null } }>(
      '{ group(slug: "example") { nextReportPeriod { fromOn } progressReport(number: 1) { id } } }',
      {},
      'stranger',
    )
    expect(stranger.group).toEqual({ nextReportPeriod: null, progressReport: null })
  })
})
