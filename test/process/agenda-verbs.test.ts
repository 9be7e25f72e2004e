/** Working on the agenda of a meeting, through the API. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
let group: { slug: string; id: string }
let meeting: { id: string; number: number }
let chair: string
let member: string

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  site.at('2027-05-01T08:00:00Z')
  group = await site.group()
  meeting = await site.meeting(group, { objectives: ['Settle the name'] })
  chair = await site.member(group, 'CHAIR')
  member = await site.member(group, 'PARTICIPANT')
})

interface Row {
  id: string
  number: string
  title: string
  revision: number
  outcome: string | null
  startsAt: string | null
  fits: boolean
  runningMinutes: number
  subject: { kind: string; label: string | null; href: string | null } | null
  carriedFrom: { number: string } | null
  carriedTo: { number: string }[]
}
const rowFields = `id number title revision outcome startsAt fits runningMinutes subject { kind label href } carriedFrom { number } carriedTo { number }`

async function agenda(asker: Asker = chair, number = meeting.number) {
  const { data, errors } = await site.ask(
    `query ($group: String!, $number: Int!) { meeting(group: $group, number: $number) {
      agenda { ${rowFields} } removedAgenda { number title removedAt } agendaOffers { id title number }
      agendaTimes { totalMinutes availableMinutes overMinutes revision sittings { on from to } }
      agendaChanges { kind number title before after }
      agendaVersions { number sha256 note rows { number title presentedBy { id } } changes { kind number title } }
    } }`,
    { group: group.slug, number },
    asker,
  )
  expect(errors).toEqual([])
  return data.meeting as {
    agenda: Row[]
    removedAgenda: { number: string; title: string }[]
    agendaOffers: { id: string; title: string; number: string }[]
    agendaTimes: { totalMinutes: number; availableMinutes: number | null; overMinutes: number; revision: number }
    agendaChanges: { kind: string; number: string; title: string }[]
    agendaVersions: {
      number: number
      sha256: string
      rows: { number: string; title: string }[]
      changes: { kind: string; number: string; title: string }[]
    }[]
  }
}
const shown = async (asker: Asker = chair) =>
  (await agenda(asker)).agenda.map(({ number, title }) => `${number} ${title}`)

let keys = 0
const verb = async (name: string, type: string, input: object, asker: Asker = chair, fields = 'id') => {
  const { data, codes } = await site.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
    { input },
    asker,
  )
  return { made: data?.[name] as Row, codes }
}
const add = async (title: string, more: object = {}, asker: Asker = chair) =>
  verb(
    'addAgendaItem',
    'AddAgendaItemInput',
    { meetingId: meeting.id, title, idempotencyKey: `a key of a row ${(keys += 1)}`, ...more },
    asker,
    rowFields,
  )
const move = (id: string, to: object, asker: Asker = chair) =>
  verb('moveAgendaItem', 'MoveAgendaItemInput', { id, ...to }, asker)
const update = (row: { id: string; revision: number }, to: object, asker: Asker = chair) =>
  verb(
    'updateAgendaItem',
    'UpdateAgendaItemInput',
    { id: row.id, expectedRevision: row.revision, ...to },
    asker,
    rowFields,
  )
const remove = (row: { id: string; revision: number }) =>
  verb('removeAgendaItem', 'RemoveAgendaItemInput', { id: row.id, expectedRevision: row.revision })

describe('the rows', () => {
  it('[ME-10, AG-4] are added, moved by step and to a place, and numbered anew', async () => {
    const { made: opening } = await add('Opening')
    const { made: work } = await add('Work')
    const { made: water } = await add('On water', { under: work.id })
    expect(water.number).toBe('2.1')
    await add('News', { before: work.id })
    expect(await shown()).toEqual(['1 Opening', '2 News', '3 Work', '3.1 On water'])
    await move(work.id, { step: 'UP' })
    await move(water.id, { step: 'OUT' })
    expect(await shown()).toEqual(['1 Opening', '2 Work', '3 On water', '4 News'])
    await move(opening.id, { to: { under: work.id } })
    expect(await shown()).toEqual(['1 Work', '1.1 Opening', '2 On water', '3 News'])
    expect((await move(opening.id, { step: 'UP' })).codes).toEqual([])
    expect((await move(work.id, { to: { under: opening.id } })).codes).toEqual(['AGENDA_UNDER_ITSELF'])
    expect((await move(work.id, { to: { before: opening.id } })).codes).toEqual(['AGENDA_NO_PLACE'])
    expect((await move(work.id, {})).codes).toEqual(['BAD_INPUT'])
  })

  it('[AG-3] loses nothing when two work on one row, and keeps moves out of it', async () => {
    const { made: row } = await add('Work')
    await add('Other')
    await move(row.id, { step: 'DOWN' })
    expect((await update(row, { title: 'Work on water' })).made.revision).toBe(2)
    expect((await update(row, { note: 'Late' })).codes).toEqual(['STALE'])
    expect((await remove(row)).codes).toEqual(['STALE'])
    expect(await shown()).toEqual(['1 Other', '2 Work on water'])
  })

  it('[AG-1] stay a tree when many are moved at once', async () => {
    const rows = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((title) => add(title)))
    const ids = rows.map(({ made }) => made.id)
    await Promise.all([
      move(ids[0]!, { to: { under: ids[1]! } }),
      move(ids[1]!, { to: { under: ids[0]! } }),
      move(ids[2]!, { step: 'UP' }),
      move(ids[3]!, { step: 'IN' }),
      move(ids[4]!, { to: { before: ids[0]! } }),
    ])
    const { agenda: now } = await agenda()
    expect(now.map(({ id }) => id).sort()).toEqual([...ids].sort())
  })

  it('[GR-3] are changed by those who lead the group and by nobody else', async () => {
    expect((await add('Mine', {}, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await add('Mine', {}, member)).codes).toEqual(['FORBIDDEN'])
    const { made } = await add('Work')
    expect((await move(made.id, { step: 'UP' }, member)).codes).toEqual(['FORBIDDEN'])
    expect((await update(made, { title: 'x' }, member)).codes).toEqual(['FORBIDDEN'])
  })

  it('[AG-5] leave a trace with their number when something points to them, and none otherwise; what hung from them rises', async () => {
    const { made: work } = await add('Work')
    await add('On water', { under: work.id })
    const { made: idle } = await add('Idle')
    await site.dataSource.query(
      `insert into decision (id, group_id, meeting_id, agenda_item_id, number, kind, text, presence, decided_on, visibility)
       values (gen_random_uuid(), $1, $2, $3, 1, 'AGREED', 'Agreed.', 'ANY', '2027-06-15', 'PUBLIC')`,
      [group.id, meeting.id, work.id],
    )
    await remove(idle)
    await remove(work)
    const now = await agenda()
    expect(now.agenda.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 On water'])
    expect(now.removedAgenda.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 Work'])
    expect((await move(work.id, { step: 'UP' })).codes).toEqual(['NOT_FOUND'])
    const last = await site.dataSource.query(
      `select verb, args from event where object_type = 'agenda' and object_id = $1 order by seq desc limit 1`,
      [meeting.id],
    )
    expect(last).toEqual([{ verb: 'agenda.rowRemoved', args: { number: '1' } }])
  })

  it('[AG-11] are put back where they stood, with what rose from under them, whether they left a trace or not', async () => {
    const putBack = async (id: string, asker: Asker = chair) =>
      (await site.ask('mutation ($id: UUID!) { putBackAgendaItem(id: $id) { id } }', { id }, asker)).codes
    const offered = async (asker: Asker = chair) => {
      const { data } = await site.ask(
        `query ($group: String!, $number: Int!) { meeting(group: $group, number: $number) {
           takenOutOfAgenda { number title } } }`,
        { group: group.slug, number: meeting.number },
        asker,
      )
      return data.meeting.takenOutOfAgenda.map(({ number, title }: Row) => `${number} ${title}`)
    }
    await add('Opening')
    const { made: work } = await add('Work', { note: 'Bring figures', minutes: 30 })
    const { made: water } = await add('On water', { under: work.id })
    const { made: energy } = await add('On energy', { under: work.id })
    await add('Closing')
    const before = await shown()
    await remove(work)
    expect(await shown()).toEqual(['1 Opening', '2 On water', '3 On energy', '4 Closing'])
    expect([await offered(), await offered(member)]).toEqual([['2 Work'], []])
    expect([await putBack(work.id, member), await putBack(work.id, null)]).toEqual([
      ['FORBIDDEN'],
      ['SIGN_IN_REQUIRED'],
    ])
    expect(await putBack(work.id)).toEqual([])
    expect(await shown()).toEqual(before)
    const again = (await agenda()).agenda.find(({ id }) => id === work.id)!
    const [kept] = (await site.dataSource.query('select note, minutes from agenda_item where id = $1', [work.id])) as [
      object,
    ]
    expect(kept).toEqual({ note: 'Bring figures', minutes: 30 })
    expect(await offered()).toEqual([])
    expect(await putBack(work.id)).toEqual(['NOT_FOUND'])

    // What is pointed to left a trace, which is the row again. What moved on meanwhile stays where it is.
    await site.dataSource.query(
      `insert into decision (id, group_id, meeting_id, agenda_item_id, number, kind, text, presence, decided_on, visibility)
       values (gen_random_uuid(), $1, $2, $3, 1, 'AGREED', 'Agreed.', 'ANY', '2027-06-15', 'PUBLIC')`,
      [group.id, meeting.id, work.id],
    )
    await remove(again)
    await move(energy.id, { to: { under: water.id } })
    expect(await putBack(work.id)).toEqual([])
    expect(await shown()).toEqual(['1 Opening', '2 Work', '2.1 On water', '2.1.1 On energy', '3 Closing'])
    expect((await agenda()).removedAgenda).toEqual([])
  })
})

describe('what a row is about', () => {
  it('[AG-2] shows its name now, and nothing to whoever may not see it', async () => {
    const { id: groupId } = group
    const output = await site.write((tx, { deliverables }) =>
      deliverables.record(tx, { groupId, title: 'A report on water', type: 'TECHNICAL_REPORT' }),
    )
    const { data } = await site.ask(
      `query ($id: UUID!) { agendaSubjectChoices(meetingId: $id, words: "WATER report") { kind id label } }`,
      { id: meeting.id },
      chair,
    )
    expect(data.agendaSubjectChoices).toEqual([{ kind: 'DELIVERABLE', id: output.id, label: 'A report on water' }])
    const { made } = await add('The report', { subject: { kind: 'DELIVERABLE', id: output.id } })
    expect(made.subject).toMatchObject({ kind: 'DELIVERABLE', label: 'A report on water' })
    const secret = await site.group({ visibility: 'PARTICIPANTS' })
    const hidden = await site.write((tx, { deliverables }) =>
      deliverables.record(tx, { groupId: secret.id, title: 'Not to be known', type: 'TECHNICAL_REPORT' }),
    )
    expect((await add('Theirs', { subject: { kind: 'DELIVERABLE', id: hidden.id } })).codes).toEqual(['NOT_FOUND'])
    const insider = await site.member(secret, 'CHAIR')
    await site.dataSource.query('update agenda_item set deliverable_id = $1 where id = $2', [hidden.id, made.id])
    expect((await agenda(insider)).agenda[0]!.subject?.label).toBe('Not to be known')
    expect((await agenda(chair)).agenda[0]!.subject).toBeNull()
  })

  it('[AG-2] is one thing at most, whoever writes to the table', async () => {
    const { made } = await add('Work')
    await expect(
      site.dataSource.query(
        `update agenda_item set gap_id = (select id from gap limit 1), deliverable_id = gen_random_uuid(), overlap_case_id = gen_random_uuid() where id = $1`,
        [made.id],
      ),
    ).rejects.toThrow(/agenda_item_one_subject/)
  })
})

describe('the time', () => {
  it('[AG-8] runs through the hours of the meeting and says what does not fit', async () => {
    await add('Opening', { minutes: 30 })
    await add('Work', { minutes: 120 })
    const setHours = (expectedRevision: number, sittings: object[]) =>
      verb('setAgendaHours', 'SetAgendaHoursInput', { meetingId: meeting.id, expectedRevision, sittings })
    const morning = { on: '2027-06-15', from: '09:30', to: '11:30' }
    expect((await setHours(1, [morning])).codes).toEqual([])
    expect((await setHours(1, [morning])).codes).toEqual(['STALE'])
    const { agenda: rows, agendaTimes } = await agenda()
    expect(rows.map(({ startsAt, fits, runningMinutes }) => [startsAt, fits, runningMinutes])).toEqual([
      ['2027-06-15T07:30:00.000Z', true, 30],
      ['2027-06-15T08:00:00.000Z', false, 150],
    ])
    expect(agendaTimes).toMatchObject({ totalMinutes: 150, availableMinutes: 120, overMinutes: 30, revision: 2 })
    expect((await setHours(2, [{ ...morning, on: '2027-06-20' }])).codes).toEqual(['AGENDA_HOURS'])
    expect((await setHours(2, [{ ...morning, to: '25:00' }])).codes).toEqual(['NO_SUCH_TIME_OF_DAY'])
  })
})

describe('a template', () => {
  it('[AG-9] is looked at first, then fills the agenda once', async () => {
    const { data } = await site.ask(
      `query ($id: UUID!) { agendaTemplate(meetingId: $id, template: ORDINARY_MEETING) { number title } }`,
      { id: meeting.id },
      chair,
    )
    const preview = (data.agendaTemplate as { number: string; title: string }[]).map(
      ({ number, title }) => `${number} ${title}`,
    )
    expect(preview.some((row) => row.endsWith('Settle the name'))).toBe(true)
    expect(await shown()).toEqual([])
    const input = { meetingId: meeting.id, template: 'ORDINARY_MEETING', idempotencyKey: 'fill it but once' }
    await verb('fillAgenda', 'FillAgendaInput', input)
    await verb('fillAgenda', 'FillAgendaInput', input)
    expect(await shown()).toEqual(preview)
  })
})

describe('what the last meeting left', () => {
  it('[AG-6] is offered to the next one, taken over once, and linked both ways', async () => {
    const { made: work } = await add('Work on water', { minutes: 30, note: 'Bring the draft.' })
    await add('Done with')
    await update(work, { outcome: 'CARRIED_TO_NEXT', progress: 'OPEN' })
    const next = await site.meeting(group, { startsOn: '2027-09-14' })
    const offered = async (asker: Asker) => (await agenda(asker, next.number)).agendaOffers.map(({ title }) => title)
    expect(await offered(chair)).toEqual(['Work on water'])
    expect(await offered(member)).toEqual([])
    site.at('2027-07-01T08:00:00Z')
    expect(await offered(chair)).toEqual(['Work on water', 'Done with'])
    await verb('carryAgendaOver', 'CarryAgendaOverInput', { meetingId: next.id, itemIds: [work.id] })
    expect(
      (await verb('carryAgendaOver', 'CarryAgendaOverInput', { meetingId: next.id, itemIds: [work.id] })).codes,
    ).toEqual(['AGENDA_NOT_OFFERED'])
    const [taken] = (await agenda(chair, next.number)).agenda
    expect(taken).toMatchObject({ title: 'Work on water', carriedFrom: { number: '1' }, outcome: null })
    expect((await agenda()).agenda[0]!.carriedTo).toEqual([{ number: '1' }])
    await verb('carryAgendaOver', 'CarryAgendaOverInput', { meetingId: next.id })
    expect(await offered(chair)).toEqual([])
    // The row that goes on elsewhere cannot vanish.
    const [row] = (await agenda()).agenda
    await remove(row!)
    expect((await agenda(chair, next.number)).agenda[0]!.carriedFrom).toEqual({ number: '1' })
  })
})

describe('a published version', () => {
  it('[AG-7] never changes, and the next says what did', async () => {
    const publish = (note?: string) =>
      verb('publishAgenda', 'PublishAgendaInput', { meetingId: meeting.id, note }, chair, 'id')
    expect((await publish()).codes).toEqual(['AGENDA_EMPTY'])
    const { made: opening } = await add('Opening')
    await add('For the chair alone', { visibility: 'MANAGEMENT' })
    expect((await publish()).codes).toEqual([])
    expect((await publish()).codes).toEqual(['AGENDA_UNCHANGED'])
    await update(opening, { title: 'Welcome' })
    await add('Closing')
    const before = await agenda(null)
    expect(before.agendaChanges.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['RENAMED 1', 'ADDED 3'])
    expect((await publish('A new end')).codes).toEqual([])
    const [second, first] = (await agenda(null)).agendaVersions
    expect(first!.rows.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 Opening'])
    expect(second!.rows.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 Welcome', '3 Closing'])
    expect(second!.changes.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['RENAMED 1', 'ADDED 3'])
    expect((await agenda()).agendaVersions[0]!.rows).toHaveLength(3)
    expect((await agenda(null)).agendaChanges).toEqual([])
  })
})

it('[ME-10] takes nothing into the agenda of a cancelled meeting', async () => {
  await site.write(async (tx, { meetings }) =>
    meetings.cancel(tx, { id: meeting.id, expectedRevision: 1, reason: 'No host.' }),
  )
  expect((await add('Late')).codes).toEqual(['MEETING_CANCELLED'])
})
