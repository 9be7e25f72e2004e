import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openActionsOf } from '#server/process/decisions/index.js'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
let group: { id: string; slug: string }
let chair: string
let editor: string
let made = 0

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  site.at('2027-06-16T10:00:00Z')
  group = await site.group()
  await site.meeting(group, { endsOn: '2027-06-17' })
  chair = await site.member(group, 'CHAIR')
  editor = await site.member(group, 'EDITOR')
})

const key = () => `key-of-an-action-${++made}`

const handOut = (input: object, asker: Asker = chair) =>
  site.ask(
    `mutation ($input: RecordActionInput!) { recordAction(input: $input) {
      id number text state revision isOverdue owner { id } ownerWords dueOn dueMeeting { number } meeting { number } decision { number }
      viewerMay steps { from to note }
    } }`,
    { input: { idempotencyKey: key(), group: group.slug, text: 'Write clause 4.', owner: editor, ...input } },
    asker,
  )

const move = (action: { id: string; revision: number }, state: string, asker: Asker = editor, note?: string) =>
  site.ask(
    'mutation ($input: MoveActionInput!) { moveAction(input: $input) { id state revision steps { from to note } } }',
    { input: { id: action.id, expectedRevision: action.revision, state, note } },
    asker,
  )

const reported = async (number: number, asker: Asker = null) =>
  (
    await site.ask(
      `{ meeting(group: "${group.slug}", number: ${number}) { actions { number } actionsToReport { number } } }`,
      {},
      asker,
    )
  ).data.meeting as { actions: { number: number }[]; actionsToReport: { number: number }[] }

describe('an action', () => {
  it('[AC-1] is handed out under the next number and goes the way of its owner, with a line for each step', async () => {
    const { data } = await handOut({ meeting: 1, dueOn: '2027-07-01' })
    const action = data.recordAction
    expect(action).toMatchObject({ number: 1, state: 'NEEDS_ACTION', meeting: { number: 1 }, owner: { id: editor } })
    const { data: begun } = await move(action, 'IN_PROCESS', editor, 'Half of it')
    expect((await move(begun.moveAction, 'IN_PROCESS')).codes).toEqual(['NOT_A_STEP'])
    const { data: done } = await move(begun.moveAction, 'COMPLETED')
    expect(done.moveAction.steps).toEqual([
      { from: 'IN_PROCESS', to: 'COMPLETED', note: null },
      { from: 'NEEDS_ACTION', to: 'IN_PROCESS', note: 'Half of it' },
      { from: null, to: 'NEEDS_ACTION', note: null },
    ])
    expect((await move(action, 'COMPLETED')).codes).toEqual(['NOT_A_STEP'])
    expect((await handOut({})).data.recordAction.number).toBe(2)
  })

  it('[AC-2] has an owner, a person or an organisation, and is due at a meeting or on a day', async () => {
    expect((await handOut({ owner: null })).codes).toEqual(['OWNER_MISSING'])
    const { data } = await handOut({ owner: null, ownerWords: 'The secretariat', dueMeeting: 1 })
    expect(data.recordAction).toMatchObject({ owner: null, ownerWords: 'The secretariat', dueMeeting: { number: 1 } })
    expect((await handOut({ dueMeeting: 1, dueOn: '2027-07-01' })).codes).toEqual(['DUE_TWICE'])
    expect((await handOut({ dueMeeting: 9 })).errors[0]!.extensions).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.dueMeeting',
    })
    expect((await handOut({ decision: 9 })).codes).toEqual(['NOT_FOUND'])
  })

  it('[AC-2] is handed out by the management, and moved by its owner or them', async () => {
    expect((await handOut({}, editor)).codes).toEqual(['FORBIDDEN'])
    expect((await handOut({}, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
    const { data } = await handOut({})
    const other = await site.member(group, 'PARTICIPANT')
    expect((await move(data.recordAction, 'CANCELLED', other)).codes).toEqual(['FORBIDDEN'])
    expect((await move(data.recordAction, 'CANCELLED', chair)).codes).toEqual([])
    const update = (asker: Asker) =>
      site.ask(
        'mutation ($input: UpdateActionInput!) { updateAction(input: $input) { text dueOn } }',
        {
          input: {
            id: data.recordAction.id,
            expectedRevision: 2,
            text: 'Write clause 5.',
            owner: other,
            dueOn: '2027-08-01',
          },
        },
        asker,
      )
    expect((await update(editor)).codes).toEqual(['FORBIDDEN'])
    expect((await update(chair)).data.updateAction).toEqual({ text: 'Write clause 5.', dueOn: '2027-08-01' })
    expect((await update(chair)).codes).toEqual(['STALE'])
  })

  it('[AC-3] is late the day after its day', async () => {
    await handOut({ dueOn: '2027-06-16' })
    const late = async () =>
      (await site.ask(`{ action(group: "${group.slug}", number: 1) { isOverdue } }`)).data.action.isOverdue
    expect(await late()).toBe(false)
    site.at('2027-06-17T10:00:00Z')
    expect(await late()).toBe(true)
  })

  it('[AC-4] returns on the page of the next meeting until it is done, and on no later one before its turn', async () => {
    await site.meeting(group, { startsOn: '2027-09-01' })
    await site.meeting(group, { startsOn: '2027-12-01' })
    const { data } = await handOut({ meeting: 1 })
    await handOut({ meeting: 1, dueMeeting: 3 })
    const numbers = async (meeting: number) => (await reported(meeting)).actionsToReport.map(({ number }) => number)
    // During the meeting that handed it out there is nothing to report on yet.
    expect(await numbers(1)).toEqual([])
    expect((await reported(1)).actions.map(({ number }) => number)).toEqual([1, 2])
    site.at('2027-07-01T10:00:00Z')
    expect(await numbers(2)).toEqual([1])
    expect(await numbers(3)).toEqual([2])
    await move(data.recordAction, 'COMPLETED')
    expect(await numbers(2)).toEqual([])
  })

  it('[AG-10] stands on the agenda of the next meeting as a row that is about it, and nobody sees more there than of the action', async () => {
    const next = await site.meeting(group, { startsOn: '2027-09-01' })
    const { data } = await handOut({ meeting: 1 })
    site.at('2027-07-01T10:00:00Z')
    const put = (asker: Asker) =>
      site.ask(
        'mutation ($input: AddAgendaItemInput!) { addAgendaItem(input: $input) { id } }',
        {
          input: {
            meetingId: next.id,
            title: 'Action 1: Write clause 4.',
            subject: { kind: 'ACTION', id: data.recordAction.id },
            visibility: 'PARTICIPANTS',
            idempotencyKey: key(),
          },
        },
        asker,
      )
    expect((await put(editor)).codes).toEqual(['FORBIDDEN'])
    expect((await put(chair)).codes).toEqual([])
    const agenda = async (asker: Asker) =>
      (
        await site.ask(
          `{ meeting(group: "${group.slug}", number: 2) { agenda { title subject { kind label href } } } }`,
          {},
          asker,
        )
      ).data.meeting.agenda
    expect(await agenda(editor)).toEqual([
      {
        title: 'Action 1: Write clause 4.',
        subject: { kind: 'ACTION', label: 'Write clause 4', href: `/groups/${group.slug}/actions/1` },
      },
    ])
    expect(await agenda(null)).toEqual([])
  })

  it('[AC-4] is among what its owner has to do, what is due first', async () => {
    await handOut({ text: 'Later.', dueOn: '2027-09-01' })
    await handOut({ text: 'At some time.' })
    await handOut({ text: 'Soon.', dueMeeting: 1 })
    const mine = async (asker: string) =>
      (await openActionsOf(site.ctx(await site.viewerOf(asker))).load(asker)).map(({ text }) => text)
    expect(await mine(editor)).toEqual(['Soon.', 'Later.', 'At some time.'])
    expect(await mine(chair)).toEqual([])
    const { data } = await site.ask(
      `{ actions(filter: { group: "${group.slug}", isMine: true, state: [NEEDS_ACTION] }) { totalCount nodes { text } } }`,
      {},
      editor,
    )
    expect(data.actions.totalCount).toBe(3)
  })

  it('[GS-9] stands on the dashboard of its owner alone, once its day is near', async () => {
    const { number } = (await handOut({ dueOn: '2027-07-10' })).data.recordAction
    await handOut({ dueOn: '2027-12-01' })
    const told = async (asker: Asker) => {
      const query = `{ group(slug: "${group.slug}") { dashboard { lines { code what why settle { href } } } } }`
      const { lines } = (await site.ask(query, {}, asker)).data.group.dashboard as { lines: { code: string }[] }
      return lines.filter(({ code }) => code === 'ACTION')
    }
    expect(await told(editor)).toEqual([
      {
        code: 'ACTION',
        what: `Your action ${number}`,
        why: 'Write clause 4.',
        settle: { href: `/groups/${group.slug}/actions/${number}` },
      },
    ])
    expect(await told(chair)).toEqual([])
  })

  it('[GR-3] of a hidden meeting is hidden, but from its owner', async () => {
    await site.meeting(group, { visibility: 'MANAGEMENT', startsOn: '2027-06-16' })
    await handOut({ meeting: 2 })
    const look = async (asker: Asker) =>
      (await site.ask(`{ action(group: "${group.slug}", number: 1) { text } }`, {}, asker)).data.action
    expect(await look(null)).toBeNull()
    expect(await look(await site.member(group, 'PARTICIPANT'))).toBeNull()
    expect(await look(editor)).toEqual({ text: 'Write clause 4.' })
  })
})

describe('the question about patents', () => {
  const record = (input: object, asker: Asker = chair) =>
    site.ask(
      `mutation ($input: RecordPatentQuestionInput!) { recordPatentQuestion(input: $input) {
        wasAsked askedOn askedTime note revision answers { text declaration }
      } }`,
      { input: { group: group.slug, meeting: 1, wasAsked: true, answers: [], ...input } },
      asker,
    )

  it('[IP-4] is recorded with its time and the answers in words, and mended on the revision that one saw', async () => {
    expect((await record({}, editor)).codes).toEqual(['FORBIDDEN'])
    const answers = [{ text: 'A member knows of an application on metering.', declaration: 'ITU-T 1234' }]
    const { data } = await record({ askedTime: '09:45', answers })
    expect(data.recordPatentQuestion).toEqual({
      wasAsked: true,
      askedOn: '2027-06-16',
      askedTime: '09:45',
      note: null,
      revision: 1,
      answers,
    })
    expect((await record({})).codes).toEqual(['STALE'])
    expect((await record({ expectedRevision: 1 })).data.recordPatentQuestion).toMatchObject({
      revision: 2,
      answers: [],
    })
    expect((await record({ expectedRevision: 2, askedTime: '25:00' })).codes).toEqual(['NO_SUCH_TIME_OF_DAY'])
    expect((await record({ expectedRevision: 2, askedOn: '2027-07-01' })).codes).toEqual(['BAD_INPUT'])
  })

  it('[IP-4, MN-1] that was not asked says why, and has no answers', async () => {
    expect((await record({ wasAsked: false })).codes).toEqual(['TEXT_MISSING'])
    const { data } = await record({ wasAsked: false, note: 'The meeting was cut short.', answers: [{ text: 'None' }] })
    expect(data.recordPatentQuestion).toMatchObject({ wasAsked: false, askedOn: null, answers: [] })
    const { data: seen } = await site.ask(`{ meeting(group: "${group.slug}", number: 1) { patentQuestion { note } } }`)
    expect(seen.meeting.patentQuestion.note).toBe('The meeting was cut short.')
  })

  it('[IP-4] has no place for what the group thinks of a patent', async () => {
    const { data } = await site.ask(
      '{ a: __type(name: "PatentQuestion") { fields { name } } b: __type(name: "PatentAnswer") { fields { name } } }',
    )
    const names = [...data.a.fields, ...data.b.fields].map(({ name }: { name: string }) => name).join(' ')
    expect(names).not.toMatch(/essential|valid|term|position|opinion|licen/i)
  })
})
