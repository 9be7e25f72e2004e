import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { newId } from '#server/platform/database/index.js'
import { Audiences } from '#server/process/meetings/index.js'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
let group: Awaited<ReturnType<Site['group']>>
let chair: string
let participant: string
let registered: string
beforeAll(async () => {
  site = await openSite()
  group = await site.group()
  chair = await site.member(group, 'CHAIR')
  participant = await site.member(group, 'PARTICIPANT')
  registered = await site.person()
  site.get(Audiences).alsoConcerned('REGISTERED', () => Promise.resolve([registered]))
})
afterAll(() => site.stop())

const fields = `number closesAt closesAtInstant remoteDetails workingLanguage otherLanguages decidesOnSiteOnly
  decidesOnSiteOnlyHere collocatedMeeting { number }`
const call = (more: object, asker: Asker = chair) =>
  site.ask(
    `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { id revision ${fields} } }`,
    {
      input: {
        group: group.slug,
        title: 'A meeting',
        mode: 'HYBRID',
        startsOn: '2027-06-15',
        endsOn: '2027-06-15',
        zone: 'Europe/Vienna',
        idempotencyKey: newId(),
        ...more,
      },
    },
    asker,
  )
const read = async (number: number, asker: Asker) =>
  (await site.ask(`{ meeting(group: "${group.slug}", number: ${number}) { ${fields} } }`, {}, asker)).data.meeting

describe('what else is said of a meeting', () => {
  it('[MT-13] is when it ends, in which languages it works, whose presence counts, and beside which meeting it is held', async () => {
    const other = await site.meeting(await site.group())
    const { data, codes } = await call({
      opensAt: '09:30',
      closesAt: '17:00',
      otherLanguages: ['FR', 'pt-br', 'fr'],
      decidesOnSiteOnly: true,
      collocatedMeetingId: other.id,
    })
    expect(codes).toEqual([])
    expect(data.createMeeting).toMatchObject({
      closesAt: '17:00',
      closesAtInstant: '2027-06-15T15:00:00.000Z',
      workingLanguage: 'en',
      otherLanguages: ['fr', 'pt-BR'],
      decidesOnSiteOnly: true,
      collocatedMeeting: { number: 1 },
    })
  })

  it('[MT-13, ME-12] follows the group in whose presence counts, unless it was chosen for the meeting', async () => {
    const { number, id, revision } = (await call({})).data.createMeeting
    await site.dataSource.query(`update standards_group set decision_presence = 'ONSITE_ONLY' where id = $1`, [
      group.id,
    ])
    expect(await read(number, null)).toMatchObject({ decidesOnSiteOnly: true, decidesOnSiteOnlyHere: null })
    const input = { id, expectedRevision: revision, decidesOnSiteOnly: false }
    await site.ask('mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { id } }', { input }, chair)
    expect(await read(number, null)).toMatchObject({ decidesOnSiteOnly: false, decidesOnSiteOnlyHere: false })
  })

  it('[MT-13] tells how to connect to those who take part, by a role or registered, and to nobody else', async () => {
    const remoteDetails = 'https://meet.example.org/efg, code 1234'
    const { number } = (await call({ remoteDetails })).data.createMeeting
    const seen = async (asker: Asker) => (await read(number, asker)).remoteDetails
    expect([await seen(chair), await seen(participant), await seen(registered)]).toEqual([
      remoteDetails,
      remoteDetails,
      remoteDetails,
    ])
    expect([await seen(null), await seen(await site.person())]).toEqual([null, null])
    expect(await seen(await site.member(await site.group(), 'CHAIR'))).toBeNull()
  })

  it('[MT-13, GR-3] does not lead to a meeting that the viewer may not see, nor can one be named', async () => {
    const closed = await site.group({ visibility: 'PARTICIPANTS' })
    const hidden = await site.meeting(closed)
    expect((await call({ collocatedMeetingId: hidden.id })).codes).toEqual(['NOT_FOUND'])
    await site.dataSource.query(
      `insert into group_role (id, group_id, person_id, role, from_on) values ($1, $2, $3, 'PARTICIPANT', '2020-01-01')`,
      [newId(), closed.id, chair],
    )
    const { number } = (await call({ collocatedMeetingId: hidden.id })).data.createMeeting
    expect((await read(number, chair)).collocatedMeeting).toEqual({ number: 1 })
    expect((await read(number, participant)).collocatedMeeting).toBeNull()
  })

  it.each([
    [{ opensAt: '17:00', closesAt: '09:30' }, 'CLOSES_BEFORE_OPENING'],
    [{ closesAt: '25:00' }, 'NO_SUCH_TIME_OF_DAY'],
    [{ otherLanguages: ['French please'] }, 'BAD_INPUT'],
    [{ workingLanguage: '!' }, 'BAD_INPUT'],
    [{ collocatedMeetingId: newId() }, 'NOT_FOUND'],
  ])('refuses %j', async (more, code) => {
    expect((await call(more)).codes).toEqual([code])
  })

  it('[MT-13] lets a meeting of several days end earlier in the day than it opens', async () => {
    expect((await call({ endsOn: '2027-06-17', opensAt: '14:00', closesAt: '12:00' })).codes).toEqual([])
  })
})
