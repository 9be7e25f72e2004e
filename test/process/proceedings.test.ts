/** The live room of a meeting, through the API. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
let group: { slug: string; id: string }
let meeting: { id: string }
let chair: string
let vice: string
let delegate: string
let other: string
const ids = new Map<string, string>()

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  site.at('2027-06-15T08:00:00Z')
  group = await site.group()
  meeting = await site.meeting(group)
  chair = await site.member(group, 'CHAIR')
  vice = await site.member(group, 'VICE_CHAIR')
  delegate = await site.member(group, 'PARTICIPANT')
  other = await site.member(group, 'CONTRIBUTOR')
  ids.clear()
  for (const [at, [title, visibility]] of [
    ['Opening', 'PUBLIC'],
    ['Behind closed doors', 'MANAGEMENT'],
    ['Water', 'PUBLIC'],
    ['Energy', 'PUBLIC'],
    ['Closing', 'PUBLIC'],
  ].entries()) {
    const [row] = (await site.dataSource.query(
      `insert into agenda_item (id, meeting_id, position, title, visibility, minutes)
       values (gen_random_uuid(), $1, $2, $3, $4, 30) returning id`,
      [meeting.id, at, title, visibility],
    )) as [{ id: string }]
    ids.set(title!, row.id)
  }
})

interface Speech {
  id: string
  isOwn: boolean
  isRemote: boolean
  state: string
  seconds: number | null
  person: { id: string }
}
interface Room {
  state: string
  item: { title: string } | null
  number: string | null
  revision: number
  isListOpen: boolean
  queue: Speech[]
  queueCount: number
  spoken: Speech[]
  present: { person: { id: string }; isRemote: boolean }[]
  presentCount: number
  block: {
    id: string
    revision: number
    rows: {
      item: { id: string; title: string }
      isPulled: boolean
      reason: string | null
      pulledBy: { id: string } | null
    }[]
  } | null
  forecast: { leftMinutes: number; endsAt: string | null; overMinutes: number }
  viewerMay: string[]
}
const speech = 'id isOwn isRemote state seconds person { id }'
async function look(asker: Asker = chair) {
  const { data, errors } = await site.ask(
    `query ($group: String!) { meeting(group: $group, number: 1) {
      agenda { id title progress outcome spentSeconds }
      room {
        state item { title } number revision isListOpen queue { ${speech} } queueCount spoken { ${speech} }
        present { person { id } isRemote } presentCount
        block { id revision rows { item { id title } isPulled reason pulledBy { id } } }
        forecast { leftMinutes endsAt overMinutes } viewerMay
      }
    } }`,
    { group: group.slug },
    asker,
  )
  expect(errors).toEqual([])
  return data.meeting as {
    agenda: { id: string; title: string; progress: string; outcome: string | null; spentSeconds: number }[]
    room: Room
  }
}
const room = async (asker: Asker = chair) => (await look(asker)).room
const row = async (title: string) => (await look()).agenda.find((one) => one.title === title)!

/** The codes with which a verb is refused; none when it is done. */
async function act(name: string, type: string, value: unknown, asker: Asker = chair): Promise<string[]> {
  const argument =
    { UUID: name === 'withdrawBlock' ? 'blockId' : name.endsWith('Rehearsal') ? 'meetingId' : 'id' }[type] ?? 'input'
  const { codes } = await site.ask(
    `mutation ($value: ${type}!) { ${name}(${argument}: $value) { id } }`,
    { value },
    asker,
  )
  return codes
}
const move = async (to: object, asker: Asker = chair, expectedRevision?: number) =>
  act(
    'moveRoom',
    'MoveRoomInput',
    { meetingId: meeting.id, expectedRevision: expectedRevision ?? (await room()).revision, ...to },
    asker,
  )
const ask = (asker: Asker, isRemote = false) =>
  act('askToSpeak', 'AttendRoomInput', { meetingId: meeting.id, isRemote }, asker)

describe('where the room is', () => {
  it('[RO-2] goes by step, by number and to a row, and keeps the time and the outcome of what it leaves', async () => {
    expect((await room()).number).toBeNull()
    expect(await move({ step: 'NEXT' })).toEqual([])
    expect(await room()).toMatchObject({ state: 'OPEN', number: '1', item: { title: 'Opening' } })
    site.at('2027-06-15T08:10:00Z')
    expect(await move({ step: 'NEXT', finish: true, outcome: 'APPROVED' })).toEqual([])
    expect(await row('Opening')).toMatchObject({ progress: 'DONE', outcome: 'APPROVED', spentSeconds: 600 })
    expect(await move({ number: '4.' })).toEqual([])
    expect((await room()).item).toEqual({ title: 'Energy' })
    expect(await row('Behind closed doors')).toMatchObject({ progress: 'OPEN', outcome: null })
    expect(await move({ number: '9' })).toEqual(['ROOM_NO_SUCH_ROW'])
    expect(await move({ to: ids.get('Closing') })).toEqual([])
    expect(await move({ step: 'NEXT', finish: true })).toEqual([])
    expect((await room()).number).toBe('5')
    expect(await row('Closing')).toMatchObject({ progress: 'DONE', outcome: null })
  })

  it('[RO-3] is moved by one chair at a time: the second is told where the room is', async () => {
    await move({ step: 'NEXT' })
    const { revision } = await room()
    const answers = await Promise.all([move({ number: '3' }, chair, revision), move({ number: '4' }, vice, revision)])
    expect(answers.flat()).toEqual(['ROOM_HAS_MOVED'])
    const { errors } = await site.ask(
      `mutation ($value: MoveRoomInput!) { moveRoom(input: $value) { id } }`,
      { value: { meetingId: meeting.id, expectedRevision: revision, step: 'NEXT' } },
      vice,
    )
    expect(errors[0]!.extensions['args']).toEqual({ number: (await room()).number })
  })

  it('[RO-4] is told to everybody, and of a row that they may not see no more than its number', async () => {
    await move({ number: '2' })
    expect(await room(delegate)).toMatchObject({ number: '2', item: null })
    const [event] = (await site.dataSource.query(
      `select args, visibility from event where object_type = 'room' and object_id = $1 order by seq desc limit 1`,
      [meeting.id],
    )) as unknown[]
    expect(event).toEqual({ args: { number: '2' }, visibility: 'PUBLIC' })
  })

  it('[RO-1] opens with the meeting, before it to rehearse, and of the rehearsal nothing stays', async () => {
    site.at('2027-06-10T08:00:00Z')
    expect((await room()).state).toBe('CLOSED')
    expect(await move({ step: 'NEXT' })).toEqual(['ROOM_CLOSED'])
    expect(await act('openRehearsal', 'UUID', meeting.id, delegate)).toEqual(['FORBIDDEN'])
    expect(await act('openRehearsal', 'UUID', meeting.id)).toEqual([])
    expect(await act('openRehearsal', 'UUID', meeting.id)).toEqual(['ROOM_NOT_TO_REHEARSE'])
    expect(await move({ number: '3' })).toEqual([])
    expect(await move({ step: 'NEXT', finish: true })).toEqual(['ROOM_REHEARSES'])
    expect(await ask(delegate)).toEqual([])
    expect(await row('Water')).toMatchObject({ progress: 'NOT_BEGUN', spentSeconds: 0 })
    expect(await act('endRehearsal', 'UUID', meeting.id)).toEqual([])
    expect(await room()).toMatchObject({ state: 'CLOSED', number: null, queue: [] })
    site.at('2027-06-15T08:00:00Z')
    expect((await room()).state).toBe('OPEN')
    site.at('2027-06-20T08:00:00Z')
    expect(await act('openRehearsal', 'UUID', meeting.id)).toEqual(['ROOM_NOT_TO_REHEARSE'])
  })

  it('[RO-4] is moved by those who lead the group alone', async () => {
    expect(await move({ step: 'NEXT' }, delegate)).toEqual(['FORBIDDEN'])
    expect(await move({ step: 'NEXT' }, null)).toEqual(['SIGN_IN_REQUIRED'])
    expect(await room(delegate)).toMatchObject({ viewerMay: ['READ', 'TAKE_PART'] })
    expect((await room(null)).viewerMay).toEqual(['READ'])
  })

  it('[RO-10, RG-10] tells who was there while it was at a row, visit by visit; a rehearsal is none', async () => {
    const there = async (title: string, asker: Asker = chair) => {
      const { data, codes } = await site.ask(
        `query ($group: String!, $item: UUID) { meeting(group: $group, number: 1) { attendance(agendaItem: $item) { person { id } } } }`,
        { group: group.slug, item: ids.get(title) ?? title },
        asker,
      )
      const seen = data?.meeting?.attendance as { person: { id: string } }[] | undefined
      return seen?.map(({ person }) => person.id) ?? codes
    }
    const presence = (name: 'checkIn' | 'checkOut', who: string) =>
      site.ask(
        `mutation ($input: ${name === 'checkIn' ? 'CheckInInput' : 'CheckOutInput'}!) { ${name}(input: $input) { id } }`,
        { input: { meetingId: meeting.id, ...(name === 'checkIn' && { mode: 'ONSITE' }) } },
        who,
      )
    site.at('2027-06-10T08:00:00Z')
    await act('openRehearsal', 'UUID', meeting.id)
    await move({ to: ids.get('Water') })
    await act('endRehearsal', 'UUID', meeting.id)
    site.at('2027-06-15T08:00:00Z')
    await presence('checkIn', delegate)
    await move({ to: ids.get('Opening') })
    site.at('2027-06-15T08:30:00Z')
    await move({ to: ids.get('Water') })
    await presence('checkOut', delegate)
    site.at('2027-06-15T08:40:00Z')
    await presence('checkIn', other)
    await move({ finish: true })
    site.at('2027-06-15T09:00:00Z')
    // Passing by is no visit, and coming back is a second one.
    await move({ to: ids.get('Closing') })
    await move({ to: ids.get('Energy') })
    site.at('2027-06-15T09:10:00Z')
    await move({ to: ids.get('Opening') })
    site.at('2027-06-15T09:20:00Z')
    expect(await there('Opening')).toEqual([delegate, other])
    expect(await there('Water')).toEqual([other])
    expect(await there('Energy')).toEqual([other])
    expect(await there('Closing')).toEqual([])
    expect(await there('Behind closed doors', delegate)).toEqual(['NOT_FOUND'])
    const { data } = await site.ask(
      `query ($group: String!) { meeting(group: $group, number: 1) { agenda { title visits { from to } } } }`,
      { group: group.slug },
      chair,
    )
    const visits = new Map(
      data.meeting.agenda.map(({ title, visits: all }: { title: string; visits: object[] }) => [title, all]),
    )
    expect(visits.get('Opening')).toEqual([
      { from: '2027-06-15T08:00:00.000Z', to: '2027-06-15T08:30:00.000Z' },
      { from: '2027-06-15T09:10:00.000Z', to: null },
    ])
    expect(visits.get('Water')).toEqual([{ from: '2027-06-15T08:30:00.000Z', to: '2027-06-15T09:00:00.000Z' }])
    expect(visits.get('Closing')).toEqual([])
    // The next day begins another visit of the row at which it stopped.
    await site.dataSource.query(`update meeting set ends_on = '2027-06-16' where id = $1`, [meeting.id])
    site.at('2027-06-16T07:00:00Z')
    expect(await move({ finish: true })).toEqual([])
    const [, second] = (await site.dataSource.query(
      'select from_at, to_at from agenda_visit where item_id = $1 order by from_at',
      [ids.get('Opening')],
    )) as { to_at: Date }[]
    expect(second!.to_at.toISOString()).toBe('2027-06-15T22:00:00.000Z')
  })

  it('[RO-8] tells what is left of the agenda from now on', async () => {
    await site.dataSource.query(`insert into agenda_plan (id, sittings) values ($1, $2)`, [
      meeting.id,
      JSON.stringify([{ on: '2027-06-15', from: '10:00', to: '12:00' }]),
    ])
    await move({ number: '1' })
    site.at('2027-06-15T08:20:00Z')
    // 10:20 in Vienna: ten minutes of the first row are left, and four rows of half an hour.
    expect((await room()).forecast).toEqual({ leftMinutes: 130, endsAt: '2027-06-15T10:30:00.000Z', overMinutes: 30 })
    await move({ step: 'NEXT', finish: true })
    expect((await room()).forecast).toMatchObject({ leftMinutes: 120, overMinutes: 20 })
  })
})

describe('the list of speakers', () => {
  it('[RO-5] is first come, first served, on site and from afar alike, and timed', async () => {
    await ask(delegate)
    await ask(other, true)
    await ask(delegate)
    const { queue } = await room()
    expect(queue.map(({ person, isRemote }) => [person.id, isRemote])).toEqual([
      [delegate, false],
      [other, true],
    ])
    await act('giveFloor', 'UUID', queue[0]!.id)
    site.at('2027-06-15T08:01:30Z')
    expect((await room()).queue.map(({ state, seconds }) => [state, seconds])).toEqual([
      ['SPEAKING', 90],
      ['WAITING', null],
    ])
    await act('giveFloor', 'UUID', queue[1]!.id)
    await act('endSpeech', 'UUID', queue[1]!.id)
    expect((await room()).spoken.map(({ person, seconds }) => [person.id, seconds])).toEqual(
      expect.arrayContaining([
        [delegate, 90],
        [other, 0],
      ]),
    )
    expect((await room()).queue).toEqual([])
  })

  it('[RO-5] is ordered and closed by the chair, and left by whoever is on it', async () => {
    await ask(delegate)
    await ask(other)
    const [first, second] = (await room()).queue
    expect(await act('reorderSpeech', 'ReorderSpeechInput', { id: second!.id, before: first!.id }, delegate)).toEqual([
      'FORBIDDEN',
    ])
    await act('reorderSpeech', 'ReorderSpeechInput', { id: second!.id, before: first!.id })
    expect((await room()).queue.map(({ person }) => person.id)).toEqual([other, delegate])
    await act('setSpeakersList', 'SetSpeakersListInput', { meetingId: meeting.id, isOpen: false })
    expect(await ask(vice)).toEqual(['SPEAKERS_CLOSED'])
    expect(await act('withdrawSpeech', 'UUID', first!.id, other)).toEqual(['FORBIDDEN'])
    expect(await act('withdrawSpeech', 'UUID', first!.id, delegate)).toEqual([])
    expect((await room()).queueCount).toBe(1)
  })

  it('[RO-5] tells names to those who take part, and to others how many there are', async () => {
    await ask(delegate)
    expect(await room(null)).toMatchObject({ queue: [], queueCount: 1 })
    expect(await ask(null)).toEqual(['SIGN_IN_REQUIRED'])
    expect(await ask(await site.person())).toEqual(['FORBIDDEN'])
    expect((await room(delegate)).queue[0]).toMatchObject({ isOwn: true })
  })
})

describe('who is there', () => {
  it('[RO-7] counts whose screen gave a sign of late, and records nothing of it', async () => {
    const attend = (asker: Asker, isRemote = false) =>
      act('attendRoom', 'AttendRoomInput', { meetingId: meeting.id, isRemote }, asker)
    const events = async () =>
      ((await site.dataSource.query('select count(*)::int as n from event')) as [{ n: number }])[0].n
    const before = await events()
    await attend(delegate)
    await attend(other, true)
    expect((await room()).present.map(({ person, isRemote }) => [person.id, isRemote])).toEqual(
      expect.arrayContaining([
        [delegate, false],
        [other, true],
      ]),
    )
    expect(await room(null)).toMatchObject({ present: [], presentCount: 2 })
    site.at('2027-06-15T08:01:00Z')
    await attend(other, true)
    expect((await room()).present.map(({ person }) => person.id)).toEqual([other])
    expect(await events()).toBe(before)
  })
})

describe('rows approved together', () => {
  const propose = (titles: string[]) =>
    act('proposeBlock', 'ProposeBlockInput', {
      meetingId: meeting.id,
      itemIds: titles.map((title) => ids.get(title)),
      outcome: 'APPROVED',
    })

  it('[RO-6, DC-10] are approved and decided but for those that somebody pulls out, under their name', async () => {
    expect(await propose(['Water', 'Energy', 'Closing'])).toEqual([])
    expect(await propose(['Opening'])).toEqual(['BLOCK_OPEN'])
    const block = (await room()).block!
    expect(
      await act(
        'pullFromBlock',
        'PullFromBlockInput',
        { blockId: block.id, itemId: ids.get('Energy'), reason: 'Not read yet.' },
        null,
      ),
    ).toEqual(['SIGN_IN_REQUIRED'])
    expect(
      await act(
        'pullFromBlock',
        'PullFromBlockInput',
        { blockId: block.id, itemId: ids.get('Energy'), reason: 'Not read yet.' },
        delegate,
      ),
    ).toEqual([])
    // The chair pressed on what they saw before.
    expect(
      await act('approveBlock', 'ApproveBlockInput', { blockId: block.id, expectedRevision: block.revision }),
    ).toEqual(['STALE'])
    const now = (await room()).block!
    expect(now.rows.find(({ item }) => item.title === 'Energy')).toMatchObject({
      isPulled: true,
      reason: 'Not read yet.',
      pulledBy: { id: delegate },
    })
    expect(
      await act('approveBlock', 'ApproveBlockInput', { blockId: block.id, expectedRevision: now.revision }, delegate),
    ).toEqual(['FORBIDDEN'])
    expect(
      await act('approveBlock', 'ApproveBlockInput', { blockId: block.id, expectedRevision: now.revision }),
    ).toEqual([])
    expect(await row('Water')).toMatchObject({ progress: 'DONE', outcome: 'APPROVED' })
    expect(await row('Energy')).toMatchObject({ progress: 'NOT_BEGUN', outcome: null })
    expect((await room()).block).toBeNull()
    const [event] = (await site.dataSource.query(
      `select args from event where object_id = $1 and verb = 'room.blockApproved'`,
      [meeting.id],
    )) as unknown[]
    expect(event).toEqual({ args: { numbers: '3, 5', count: 2, outcome: 'APPROVED' } })
    const decided = await site.dataSource.query(
      'select kind, text, agenda_item_id as row from decision where meeting_id = $1 order by number',
      [meeting.id],
    )
    // [DC-10] A decision for each row that was not pulled out.
    expect(decided).toEqual([
      { kind: 'APPROVED', text: 'Approved: Water', row: ids.get('Water') },
      { kind: 'APPROVED', text: 'Approved: Closing', row: ids.get('Closing') },
    ])
    expect(await act('withdrawBlock', 'UUID', block.id)).toEqual(['BLOCK_SETTLED'])
  })

  it('[RO-6] are no more than those that are not done, and can be taken back', async () => {
    await move({ number: '3' })
    await move({ step: 'NEXT', finish: true })
    expect(await propose(['Water'])).toEqual(['BLOCK_EMPTY'])
    expect(await propose(['Water', 'Energy'])).toEqual([])
    const block = (await room()).block!
    expect(block.rows.map(({ item }) => item.title)).toEqual(['Energy'])
    expect(await act('withdrawBlock', 'UUID', block.id)).toEqual([])
    expect(await row('Energy')).toMatchObject({ outcome: null })
  })

  it('[DC-10] are not approved while an objection stands against one of them, until that is pulled out', async () => {
    expect(
      await act(
        'enterReservation',
        'EnterReservationInput',
        {
          group: group.slug,
          meeting: 1,
          agendaItem: ids.get('Energy'),
          kind: 'OBJECTION',
          text: 'The figures are not traceable.',
          idempotencyKey: 'objection-in-block',
        },
        delegate,
      ),
    ).toEqual([])
    expect(await propose(['Energy', 'Closing'])).toEqual([])
    const { id, revision } = (await room()).block!
    expect(await act('approveBlock', 'ApproveBlockInput', { blockId: id, expectedRevision: revision })).toEqual([
      'OBJECTION_STANDS',
    ])
    expect(await row('Closing')).toMatchObject({ outcome: null })
    expect(
      await act('pullFromBlock', 'PullFromBlockInput', { blockId: id, itemId: ids.get('Energy') }, delegate),
    ).toEqual([])
    const now = (await room()).block!
    expect(await act('approveBlock', 'ApproveBlockInput', { blockId: id, expectedRevision: now.revision })).toEqual([])
    expect(await row('Energy')).toMatchObject({ outcome: null })
    expect(await row('Closing')).toMatchObject({ outcome: 'APPROVED', progress: 'DONE' })
  })
})
