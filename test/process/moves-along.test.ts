/** What moves with a meeting besides its key dates, on the whole product: agenda, registration, contributions, reminders. [MT-15, CN-8] */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { documentsIn } from './documents-of-a-meeting.js'
import { openRegistration, type RegistrationSite } from './registration-site.js'

let site: RegistrationSite
let chair: string

beforeAll(async () => {
  site = await openRegistration()
  chair = await site.somebody('CHAIR')
})
afterAll(() => site.stop())

const ask = async (query: string, input: object) => {
  const { data, errors } = await site.ask(query, { input }, chair)
  expect(errors).toEqual([])
  return data
}
const preview = async (input: object) =>
  (
    await ask(
      'query ($input: MoveMeetingPreviewInput!) { meetingMove(input: $input) { rows { obligation before after } alsoMoves { code text } } }',
      input,
    )
  ).meetingMove as {
    rows: { obligation: string; before: string; after: string }[]
    alsoMoves: { code: string; text: string }[]
  }
const move = (input: object) =>
  ask('mutation ($input: MoveMeetingInput!) { moveMeeting(input: $input) { revision } }', input)

const seen = (meeting: { number: number }) =>
  site.seen(
    meeting,
    chair,
    'revision movedReason agendaTimes { sittings { on from to } } registration { opensOn } contributions { number standing standingReason { code } }',
  )

/** A meeting on two days in June 2027 with hours, registration that opens, one contribution in time and one late. */
async function aMeeting() {
  site.at('2027-06-01T09:00:00Z')
  const meeting = await site.meeting()
  await site.offer(meeting, chair, { opensOn: '2027-06-14' })
  await ask('mutation ($input: SetAgendaHoursInput!) { setAgendaHours(input: $input) { id } }', {
    meetingId: meeting.id,
    expectedRevision: 1,
    sittings: [
      { on: '2027-06-15', from: '09:30', to: '12:30' },
      { on: '2027-06-16', from: '09:30', to: '12:30' },
    ],
  })
  const [group] = (await site.dataSource.query(`select id from standards_group where slug = 'example'`)) as [
    { id: string },
  ]
  const [, late] = await documentsIn(site, group, meeting.id, [{ title: 'In time' }, { title: 'Late' }])
  await site.dataSource.query(
    `update contribution set standing = 'LATE_PENDING', submitted_at = '2027-06-10T10:00:00Z' where id = $1`,
    [late],
  )
  site.at('2027-06-12T09:00:00Z')
  return meeting
}

it('[MT-15, CN-8] says in the preview what goes along, and moves just that', async () => {
  const meeting = await aMeeting()
  const to = { id: meeting.id, startsOn: '2027-07-01', endsOn: '2027-07-01' }
  const { alsoMoves } = await preview(to)
  expect(alsoMoves.map(({ code }) => code).sort()).toEqual([
    'NOW_ON_TIME',
    'REGISTRATION_OPENS',
    'REMINDERS',
    'SITTING',
    'SITTING_GOES',
  ])
  const text = alsoMoves.map((line) => line.text).join(' ')
  expect(text).toContain('The sitting of 15 Jun 2027, 09:30 to 12:30, moves to 1 Jul 2027.')
  expect(text).toContain('Registration opens on 30 Jun 2027, no more on 14 Jun 2027.')
  const before = await seen(meeting)
  expect(before.registration.opensOn).toBe('2027-06-14')

  await move({ ...to, expectedRevision: before.revision, reason: 'The hall is taken.' })
  const after = await seen(meeting)
  expect(after).toMatchObject({
    movedReason: 'The hall is taken.',
    agendaTimes: { sittings: [{ on: '2027-07-01', from: '09:30', to: '12:30' }] },
    registration: { opensOn: '2027-06-30' },
  })
  expect(after.contributions.map(({ standing }: { standing: string }) => standing)).toEqual(['ON_TIME', 'ON_TIME'])
  expect(after.contributions[1].standingReason.code).toBe('ON_TIME')
  const trace = (await site.dataSource.query(
    `select verb from event where verb = 'contribution.onTimeNow'`,
  )) as unknown[]
  expect(trace).toHaveLength(1)
  const planned = Number(/(\d+) reminders? (is|are) planned anew/.exec(text)?.[1])
  const [{ n }] = (await site.dataSource.query(
    'select count(*)::int as n from reminder where meeting_id = $1 and sent_at is null and due_on > $2',
    [meeting.id, '2027-06-12'],
  )) as [{ n: number }]
  expect(n).toBeGreaterThanOrEqual(planned)

  // Back again: who was in time stays so, and is named.
  const back = { id: meeting.id, startsOn: '2027-06-14', endsOn: '2027-06-14' }
  const lines = (await preview(back)).alsoMoves.filter(({ code }) => code === 'WOULD_BE_LATE')
  expect(lines.map(({ text: line }) => line)).toEqual([
    expect.stringContaining(`${after.contributions[1].number} came in time and would be late`),
  ])
  await move({ ...back, expectedRevision: after.revision })
  expect((await seen(meeting)).contributions[1].standing).toBe('ON_TIME')
})

it('[MT-15] shows in the same way what another way of meeting or other clocks would move', async () => {
  const meeting = await aMeeting()
  const days = { id: meeting.id, startsOn: '2027-06-15', endsOn: '2027-06-16' }
  const { alsoMoves } = await preview({ ...days, mode: 'REMOTE', zone: 'Asia/Tokyo' })
  expect(alsoMoves.map(({ code }) => code)).toEqual(['CLOCKS'])
  const nowhere = await site.ask(
    'query ($input: MoveMeetingPreviewInput!) { meetingMove(input: $input) { startsOn } }',
    { input: { ...days, zone: 'Mars/Olympus' } },
    chair,
  )
  expect(nowhere.codes).toEqual(['NO_SUCH_ZONE'])
})

it('[MT-16, CN-8] shows what a date set by hand, or taken back, would judge otherwise, and changes nothing by that', async () => {
  const meeting = await aMeeting()
  const stays = { id: meeting.id, startsOn: '2027-06-15', endsOn: '2027-06-16' }
  const changed = ({ rows }: Awaited<ReturnType<typeof preview>>) =>
    rows.filter(({ before, after }) => before !== after).map(({ obligation, after }) => [obligation, after])
  const later = await preview({ ...stays, date: { obligation: 'CONTRIBUTIONS', on: '2027-06-11' } })
  expect(changed(later)).toContainEqual(['CONTRIBUTIONS', '2027-06-11'])
  expect(later.alsoMoves.map(({ code }) => code)).toContain('NOW_ON_TIME')
  expect((await seen(meeting)).contributions[1].standing).toBe('LATE_PENDING')

  const { revision } = await seen(meeting)
  await ask('mutation ($input: PublishDateInput!) { publishDate(input: $input) { revision } }', {
    meetingId: meeting.id,
    expectedRevision: revision,
    obligation: 'CONTRIBUTIONS',
    on: '2027-06-11',
    reason: 'Two holidays.',
  })
  const back = await preview({ ...stays, date: { obligation: 'CONTRIBUTIONS', on: null } })
  expect(changed(back)).toContainEqual(['CONTRIBUTIONS', '2027-06-03'])
  expect(back.alsoMoves.map(({ code }) => code)).toContain('WOULD_BE_LATE')

  const { meetingMove } = await ask(
    'query ($input: MoveMeetingPreviewInput!) { meetingMove(input: $input) { warnings { code } } }',
    { ...stays, date: { obligation: 'REGISTRATION', on: '2027-06-16' } },
  )
  expect(meetingMove.warnings).toEqual([{ code: 'DATE_AFTER_OPENING' }])
  const nobody = await site.ask(
    'query ($input: MoveMeetingPreviewInput!) { meetingMove(input: $input) { startsOn } }',
    { input: { ...stays, date: { obligation: 'CONTRIBUTIONS', on: '2027-06-11' } } },
    await site.somebody('PARTICIPANT'),
  )
  expect(nobody.codes).toEqual(['FORBIDDEN'])
})
