import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import { system } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { Reminders } from '#server/process/meetings/index.js'
import { openSite, type Site } from './site.js'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterEach(() => site.at(null))
afterAll(() => site.stop())

/** Somebody with a role and an account that letters reach. */
async function member(group: { slug: string }, role: GroupRoleKind): Promise<string> {
  const personId = await site.member(group, role)
  await site.dataSource.query(
    `insert into account (id, person_id, email, email_confirmed_at, created_at) values ($1, $2, $3, now(), now())`,
    [newId(), personId, `${personId}@example.org`],
  )
  return personId
}
async function aGroup() {
  const group = await site.group()
  const chair = await member(group, 'CHAIR')
  const editor = await member(group, 'EDITOR')
  const participant = await member(group, 'PARTICIPANT')
  // Nobody can be told from here without an account.
  const unreachable = await site.member(group, 'PARTICIPANT')
  return { group, chair, editor, participant, unreachable }
}
const told = async (personId: string) =>
  (await site.dataSource.query(
    `select n.kind, n.code, n.args, n.href, n.is_mailed as "isMailed" from notice n join account a on a.id = n.account_id
     where a.person_id = $1 order by n.told_at, n.id`,
    [personId],
  )) as { kind: string; code: string; args: Record<string, unknown>; href: string; isMailed: boolean }[]
const letters = async (personId: string) =>
  (await site.dataSource.query('select subject, body from outgoing_mail where person_id = $1 order by created_at, id', [
    personId,
  ])) as { subject: string; body: string }[]
const waiting = async (meeting: { id: string }, obligation = 'CONTRIBUTIONS') =>
  (
    (await site.dataSource.query(
      `select days_before as days, due_on as "dueOn", to_char(send_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at from reminder
       where meeting_id = $1 and obligation = $2 and sent_at is null order by send_at`,
      [meeting.id, obligation],
    )) as { days: number; dueOn: string; at: string }[]
  ).map(({ days, dueOn, at }) => `${days}: ${dueOn} ${at}`)
const revisionOf = async (id: string) =>
  ((await site.dataSource.query('select revision from meeting where id = $1', [id])) as [{ revision: number }])[0]
    .revision
/** Sends what is due by now, as the wake-up does. */
const send = (id: string) => site.get(Reminders).send(site.ctx(system), id)

describe('who is told when a meeting moves', () => {
  it('[MT-9] is foretold by role and by letter, and told once it has moved: on screen and by letter, but for whoever moved it', async () => {
    const { group, chair, editor, participant } = await aGroup()
    const meeting = await site.meeting(group)
    const to = { id: meeting.id, startsOn: '2027-06-22', endsOn: '2027-06-22' }
    const { data } = await site.ask(
      `query ($input: MoveMeetingPreviewInput!) {
        meetingMove(input: $input) { told { people byMail onScreen unreachable roles { as people } } } }`,
      { input: to },
      chair,
    )
    expect(data.meetingMove.told).toEqual({
      people: 3,
      byMail: 2,
      onScreen: 0,
      unreachable: 1,
      roles: [
        { as: 'EDITOR', people: 1 },
        { as: 'PARTICIPANT', people: 2 },
      ],
    })
    expect(await told(editor)).toEqual([])

    const input = { ...to, expectedRevision: meeting.revision, reason: 'The host has no room.' }
    await site.ask('mutation ($input: MoveMeetingInput!) { moveMeeting(input: $input) { id } }', { input }, chair)
    expect(await told(editor)).toEqual([])
    await site.work()
    for (const person of [editor, participant]) {
      expect(await told(person)).toMatchObject([
        { kind: 'CHANGE', code: 'MEETING_MOVED', args: { fromOn: '2027-06-15', toOn: '2027-06-22' }, isMailed: true },
      ])
      const [letter] = await letters(person)
      expect(letter!.subject).toBe('Moved to 22 Jun 2027: A meeting')
      expect(letter!.body).toContain('Reason: The host has no room.')
      expect(letter!.body).toMatch(/\/groups\/[\w-]+\/meetings\/1\n[^]*\/unsubscribe\?key=/)
    }
    expect(await told(chair)).toEqual([])
  })

  it('[MT-9] also hears whomever a room above names, and nobody who may not see the meeting', async () => {
    const { group, chair, editor, participant } = await aGroup()
    const meeting = await site.meeting(group, { visibility: 'MANAGEMENT' })
    const input = { id: meeting.id, expectedRevision: meeting.revision, reason: 'Too few contributions.' }
    await site.ask('mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { id } }', { input }, chair)
    await site.work()
    expect([...(await told(editor)), ...(await told(participant))]).toEqual([])

    const open = await site.meeting(group)
    await site.ask(
      'mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { id } }',
      { input: { ...input, id: open.id, expectedRevision: open.revision } },
      chair,
    )
    await site.work()
    expect(await told(participant)).toMatchObject([
      { code: 'MEETING_CANCELLED', args: { startsOn: '2027-06-15', reason: 'Too few contributions.' } },
    ])
  })

  it('[MT-15] is told when it is held in another way, and not when only its name is another', async () => {
    const { group, chair, editor } = await aGroup()
    const meeting = await site.meeting(group)
    const update = async (input: object) => {
      const { codes } = await site.ask(
        'mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { id } }',
        { input: { id: meeting.id, ...input } },
        chair,
      )
      expect(codes).toEqual([])
      await site.work()
    }
    await update({ expectedRevision: 1, title: 'Another name' })
    expect(await told(editor)).toEqual([])
    await update({ expectedRevision: 2, mode: 'REMOTE' })
    expect(await told(editor)).toMatchObject([
      { kind: 'CHANGE', code: 'MEETING_HELD_OTHERWISE', args: { mode: 'REMOTE', zone: 'Europe/Vienna' } },
    ])
  })

  it('[NO-7] is told nobody twice, however often it is tried', async () => {
    const { group, chair, editor } = await aGroup()
    const meeting = await site.meeting(group)
    const input = { id: meeting.id, expectedRevision: 1, startsOn: '2027-07-01', endsOn: '2027-07-01' }
    await site.ask('mutation ($input: MoveMeetingInput!) { moveMeeting(input: $input) { id } }', { input }, chair)
    await Promise.all([site.work(), site.work()])
    await site.work()
    expect(await told(editor)).toHaveLength(1)
    expect(await letters(editor)).toHaveLength(1)
  })
})

describe('reminders', () => {
  it('[RM-1, RM-3] are planned when a meeting is called, and again when it moves, a date is published or taken back, or it is cancelled', async () => {
    site.at('2027-05-01T12:00:00Z')
    const { group, chair } = await aGroup()
    const meeting = await site.meeting(group)
    expect(await waiting(meeting)).toEqual([
      '14: 2027-06-03 2027-05-20 05:00',
      '7: 2027-06-03 2027-05-27 05:00',
      '1: 2027-06-03 2027-06-02 05:00',
    ])
    const act = async (mutation: string, type: string, input: object) => {
      const given = { expectedRevision: await revisionOf(meeting.id), ...input }
      const { codes } = await site.ask(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`,
        { input: given },
        chair,
      )
      expect(codes).toEqual([])
    }
    await act('moveMeeting', 'MoveMeetingInput', { id: meeting.id, startsOn: '2027-06-22', endsOn: '2027-06-22' })
    expect(await waiting(meeting)).toEqual([
      '14: 2027-06-10 2027-05-27 05:00',
      '7: 2027-06-10 2027-06-03 05:00',
      '1: 2027-06-10 2027-06-09 05:00',
    ])
    const date = { meetingId: meeting.id, obligation: 'CONTRIBUTIONS' }
    await act('publishDate', 'PublishDateInput', { ...date, on: '2027-05-10', reason: 'Translation.' })
    expect(await waiting(meeting)).toEqual(['7: 2027-05-10 2027-05-03 05:00', '1: 2027-05-10 2027-05-09 05:00'])
    await act('withdrawPublishedDate', 'WithdrawPublishedDateInput', date)
    expect(await waiting(meeting)).toHaveLength(3)
    await act('moveMeeting', 'MoveMeetingInput', { id: meeting.id, startsOn: '2027-09-14', endsOn: '2027-09-14' })
    expect(await waiting(meeting, 'ANNOUNCEMENT')).not.toEqual([])
    await act('announceMeeting', 'AnnounceMeetingInput', { id: meeting.id, on: '2027-05-01' })
    expect(await waiting(meeting, 'ANNOUNCEMENT')).toEqual([])
    await act('cancelMeeting', 'CancelMeetingInput', { id: meeting.id, reason: 'No host.' })
    expect(await waiting(meeting)).toEqual([])
  })

  it('[RM-3] follow a date that moves though nobody touched the meeting', async () => {
    site.at('2027-05-01T12:00:00Z')
    const { group } = await aGroup()
    const meeting = await site.meeting(group)
    await site.dataSource.query('update standards_group set contribution_offset_days = 20 where id = $1', [group.id])
    expect(await site.get(Reminders).replanAll(site.ctx(system))).toBeGreaterThan(0)
    expect((await waiting(meeting))[0]).toBe('14: 2027-05-26 2027-05-12 05:00')
    expect(await site.get(Reminders).replanAll(site.ctx(system))).toBe(0)
  })

  it('[RM-2, RM-4] tell those who have to act, at their time and once', async () => {
    site.at('2027-05-01T12:00:00Z')
    const { group, chair, participant } = await aGroup()
    const meeting = await site.meeting(group)
    const only = async (personId: string) => (await told(personId)).map(({ args }) => args['obligation'])
    site.at('2027-05-20T04:59:00Z')
    await send(meeting.id)
    const before = await only(participant)
    expect(before).not.toContain('CONTRIBUTIONS')
    site.at('2027-05-20T05:00:00Z')
    expect(await site.get(Reminders).due(site.ctx(system))).toContain(meeting.id)
    await Promise.all([send(meeting.id), send(meeting.id)])
    await send(meeting.id)
    expect((await only(participant)).filter((one) => one === 'CONTRIBUTIONS')).toHaveLength(1)
    expect(await only(participant)).not.toContain('ANNOUNCEMENT')
    expect(await only(chair)).toContain('CONTRIBUTIONS')
    const [letter] = (await letters(participant)).filter(({ subject }) => subject.includes('Contributions'))
    expect(letter!.subject).toMatch(/^In 14 days: Contributions, /)
    expect(letter!.body).toContain('until 3 Jun 2027, 23:59 Geneva')
  })

  it('[RM-4] go out whole or not at all: a fault between the letters and the mark leaves neither, and the next try sends each once', async () => {
    site.at('2027-05-01T12:00:00Z')
    const { group, participant } = await aGroup()
    const meeting = await site.meeting(group)
    site.at('2027-05-20T06:00:00Z')
    await site.dataSource.query(`
      create function break_marks() returns trigger language plpgsql as $$ begin raise exception 'the machine stops here'; end $$;
      create trigger break_marks before update on reminder for each row execute function break_marks()`)
    await expect(send(meeting.id)).rejects.toThrow('the machine stops here')
    expect(await told(participant)).toEqual([])
    expect(await letters(participant)).toEqual([])
    await site.dataSource.query('drop trigger break_marks on reminder; drop function break_marks()')
    expect(await send(meeting.id)).toBeGreaterThan(0)
    const once = (await told(participant)).length
    expect(await letters(participant)).toHaveLength(once)
    expect(await send(meeting.id)).toBe(0)
  })

  it('[RM-4] of days on which nothing could be sent tell the last only', async () => {
    site.at('2027-05-01T12:00:00Z')
    const { group, participant } = await aGroup()
    const meeting = await site.meeting(group)
    site.at('2027-05-28T12:00:00Z')
    await send(meeting.id)
    const ofContributions = (await told(participant)).filter(({ args }) => args['obligation'] === 'CONTRIBUTIONS')
    expect(ofContributions.map(({ args }) => args['days'])).toEqual([7])
  })

  it('[RM-5] are shown to the management before they go out: who gets what, and when; switched off, and added', async () => {
    site.at('2027-05-01T12:00:00Z')
    const { group, chair, participant } = await aGroup()
    const meeting = await site.meeting(group)
    const preview = async (asker: string | null) =>
      (
        await site.ask(
          `{ meeting(group: "${group.slug}", number: 1) { reminders { obligation daysBefore sendAt audience state isAdded told
             recipients { people byMail unreachable roles { as people } } } } }`,
          {},
          asker,
        )
      ).data.meeting.reminders as Record<string, unknown>[] | null
    expect(await preview(null)).toBeNull()
    expect(await preview(participant)).toBeNull()
    const ofContributions = async () =>
      (await preview(chair))!.filter(({ obligation }) => obligation === 'CONTRIBUTIONS')
    expect((await ofContributions())[0]).toEqual({
      obligation: 'CONTRIBUTIONS',
      daysBefore: 14,
      sendAt: '2027-05-20T05:00:00.000Z',
      audience: 'EVERYBODY',
      state: 'PLANNED',
      isAdded: false,
      told: null,
      recipients: {
        people: 4,
        byMail: 3,
        unreachable: 1,
        roles: [
          { as: 'CHAIR', people: 1 },
          { as: 'EDITOR', people: 1 },
          { as: 'PARTICIPANT', people: 2 },
        ],
      },
    })
    const set = (daysBefore: number, isOn: boolean, asker: string | null, obligation = 'CONTRIBUTIONS') =>
      site.ask(
        'mutation ($input: SetReminderInput!) { setReminder(input: $input) { id } }',
        { input: { meetingId: meeting.id, obligation, daysBefore, isOn } },
        asker,
      )
    expect((await set(7, false, participant)).codes).toEqual(['FORBIDDEN'])
    expect((await set(7, false, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await set(400, true, chair)).codes).toEqual(['NOT_BETWEEN'])
    expect((await set(7, false, chair, 'MINUTES')).codes).toEqual(['NOT_FOUND'])
    await set(7, false, chair)
    await set(3, true, chair)
    const states = async () =>
      (await ofContributions()).map(({ daysBefore, state }) => `${String(daysBefore)} ${String(state)}`)
    expect(await states()).toEqual(['14 PLANNED', '7 OFF', '3 PLANNED', '1 PLANNED'])
    expect((await waiting(meeting)).map((one) => one.split(':')[0])).toEqual(['14', '3', '1'])
    site.at('2027-05-20T06:00:00Z')
    await send(meeting.id)
    await set(3, false, chair)
    await set(7, true, chair)
    expect(await states()).toEqual(['14 SENT', '7 PLANNED', '1 PLANNED'])
    expect((await ofContributions())[0]!['told']).toBe(3)
  })

  it('[NO-8] come by no letter to whoever chose so, on their page or by the link in a letter', async () => {
    site.at('2027-05-01T12:00:00Z')
    const { group, editor, participant } = await aGroup()
    const meeting = await site.meeting(group)
    await site.dataSource.query(
      `insert into notice_choice select id, 'REMINDER', false from account where person_id = $1`,
      [editor],
    )
    site.at('2027-05-20T06:00:00Z')
    await send(meeting.id)
    expect((await told(editor)).length).toBeGreaterThan(0)
    expect(await letters(editor)).toEqual([])
    expect((await letters(participant)).length).toBeGreaterThan(0)
  })

  it('[RM-4] go to nobody who takes part no longer', async () => {
    site.at('2027-05-01T12:00:00Z')
    const { group, participant } = await aGroup()
    const meeting = await site.meeting(group)
    await site.dataSource.query(`update group_role set to_on = '2027-05-10' where person_id = $1`, [participant])
    site.at('2027-05-20T06:00:00Z')
    await send(meeting.id)
    expect(await told(participant)).toEqual([])
  })
})
