import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
let group: Awaited<ReturnType<Site['group']>>
let chair: string
let secretariat: string

beforeAll(async () => {
  site = await openSite()
  group = await site.group()
  chair = await site.member(group, 'CHAIR')
  secretariat = await site.member(group, 'SECRETARIAT')
})
afterEach(() => site.at(null))
afterAll(() => site.stop())

const aMeeting = () => site.meeting(group, { startsOn: '2027-06-15', endsOn: '2027-06-17' })
/** At such a meeting nobody knew of any patents. */
const answer = (meeting: { number: number }) =>
  site.ask(
    'mutation ($input: RecordPatentQuestionInput!) { recordPatentQuestion(input: $input) { wasAsked } }',
    { input: { group: group.slug, meeting: meeting.number, wasAsked: true, answers: [] } },
    chair,
  )
/** One that is over, at which the question about patents was answered. */
async function anAnsweredMeeting() {
  const meeting = await aMeeting()
  site.at('2027-06-20T10:00:00Z')
  await answer(meeting)
  return meeting
}
const close = (meeting: { id: string; revision: number }, asker: Asker = chair) =>
  site.ask(
    'mutation ($input: CloseMeetingInput!) { closeMeeting(input: $input) { state closedAt revision viewerMay } }',
    { input: { id: meeting.id, expectedRevision: meeting.revision } },
    asker,
  )
const reopen = (id: string, expectedRevision: number, asker: Asker = chair, more: object = {}) =>
  site.ask(
    'mutation ($input: ReopenMeetingInput!) { reopenMeeting(input: $input) { state reopenedBy reopenedReason closedAt } }',
    { input: { id, expectedRevision, decision: 'Decision 12', reason: 'A reservation was left out.', ...more } },
    asker,
  )

describe('closing a meeting', () => {
  it('[MT-11] is an act of whoever chairs, once it is over, after which its record stands', async () => {
    const meeting = await anAnsweredMeeting()
    expect((await close(meeting, secretariat)).codes).toEqual(['FORBIDDEN'])
    expect((await close(meeting, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
    const { data, codes } = await close(meeting)
    expect(codes).toEqual([])
    expect(data.closeMeeting).toMatchObject({
      state: 'CLOSED',
      closedAt: '2027-06-20T10:00:00.000Z',
      viewerMay: ['READ', 'REMIND', 'REOPEN'],
    })
    const edit = await site.ask(
      'mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { id } }',
      { input: { id: meeting.id, expectedRevision: data.closeMeeting.revision, title: 'Another' } },
      chair,
    )
    expect(edit.codes).toEqual(['MEETING_CLOSED'])
    expect((await close({ ...meeting, revision: data.closeMeeting.revision })).codes).toEqual(['MEETING_CLOSED'])
  })

  it('[MT-11] comes on its last day at the earliest', async () => {
    const meeting = await aMeeting()
    for (const [at, code] of [
      ['2027-06-01T10:00:00Z', ['MEETING_GOES_ON']],
      ['2027-06-16T10:00:00Z', ['MEETING_GOES_ON']],
      ['2027-06-17T14:00:00Z', []],
    ] as const) {
      site.at(at)
      await answer(meeting)
      expect((await close(meeting)).codes).toEqual(code)
    }
  })

  it('[MT-11, IP-4] asks first for what rooms above ask for, and says what is missing and where it is done', async () => {
    const meeting = await aMeeting()
    site.at('2027-06-20T10:00:00Z')
    const { data } = await site.ask(
      `{ meeting(group: "${group.slug}", number: ${meeting.number}) { closingConditions { code isMet href } } }`,
      {},
      chair,
    )
    expect(data.meeting.closingConditions).toEqual([
      {
        code: 'PATENT_ANSWER',
        isMet: false,
        href: `/groups/${group.slug}/meetings/${meeting.number}/patents`,
      },
    ])
    const { errors } = await close(meeting)
    expect(errors[0]!.extensions).toMatchObject({ code: 'CLOSING_NEEDS', details: { codes: ['PATENT_ANSWER'] } })
    await answer(meeting)
    expect((await close(meeting)).codes).toEqual([])
    const stranger = await site.ask(
      `{ meeting(group: "${group.slug}", number: ${meeting.number}) { state closingConditions { code } } }`,
    )
    expect(stranger.data.meeting).toEqual({ state: 'CLOSED', closingConditions: [] })
  })

  it('[MT-12] is undone by a decision with a reason, and by nothing else', async () => {
    const meeting = await anAnsweredMeeting()
    expect((await reopen(meeting.id, 1)).codes).toEqual(['NOT_CLOSED'])
    const { revision } = (await close(meeting)).data.closeMeeting
    expect((await reopen(meeting.id, revision, chair, { decision: '  ' })).codes).toEqual(['TEXT_MISSING'])
    expect((await reopen(meeting.id, revision, secretariat)).codes).toEqual(['FORBIDDEN'])
    expect((await reopen(meeting.id, 1)).codes).toEqual(['STALE'])
    expect((await reopen(meeting.id, revision)).data.reopenMeeting).toEqual({
      state: 'ENDED',
      reopenedBy: 'Decision 12',
      reopenedReason: 'A reservation was left out.',
      closedAt: null,
    })
  })

  it('[MT-11] of a meeting that is cancelled is not possible', async () => {
    const meeting = await aMeeting()
    site.at('2027-06-01T10:00:00Z')
    await site.ask(
      'mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { id } }',
      { input: { id: meeting.id, expectedRevision: 1, reason: 'No host.' } },
      chair,
    )
    site.at('2027-06-20T10:00:00Z')
    expect((await close({ ...meeting, revision: 2 })).codes).toEqual(['MEETING_CANCELLED'])
  })
})
