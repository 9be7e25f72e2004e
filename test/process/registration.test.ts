import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { People } from '#server/community/people/index.js'
import { newId } from '#server/platform/database/index.js'
import { openRegistration, type RegistrationSite } from './registration-site.js'

let site: RegistrationSite
let chair: string
let secretariat: string

beforeAll(async () => {
  site = await openRegistration()
  chair = await site.somebody('CHAIR', 'Anna Chair')
  secretariat = await site.somebody('SECRETARIAT', 'Ben Secretary')
})
afterAll(() => site.stop())
beforeEach(() => site.at('2027-03-01T09:00:00Z'))

/** A meeting for which one can register. */
async function open(more: Record<string, unknown> = {}, given: Parameters<RegistrationSite['meeting']>[0] = {}) {
  const meeting = await site.meeting(given)
  const { errors } = await site.offer(meeting, chair, more)
  expect(errors).toEqual([])
  return meeting
}

async function registered(meeting: { id: string }, who: string, more: Record<string, unknown> = {}) {
  const { data, errors } = await site.register(meeting, who, more)
  expect(errors).toEqual([])
  return data.registerForMeeting
}

const list = 'registration { registrations { totalCount nodes { person { id name } state mode waitingPlace } } }'
const mine = 'registration { placesLeft waiting mine { state mode waitingPlace movedUpAt revision } }'

describe('what is offered', () => {
  it('[RG-1] closes by the key date of the meeting, and says by when visas can be asked for', async () => {
    const meeting = await site.meeting()
    const { data } = await site.offer(meeting, secretariat, { placesOnsite: 3 })
    expect(data.offerRegistration.registration).toMatchObject({
      phase: 'OPEN',
      placesLeft: 3,
      closesAt: '2027-06-01T22:00:00.000Z',
      visaClosesAt: '2027-05-01T22:00:00.000Z',
      modes: ['ONSITE', 'REMOTE'],
    })
    expect(data.offerRegistration.registrationMay).toContain('SEE_VISA_NEEDS')
  })

  it('is for the management to say, and two who say it at once do not overwrite each other', async () => {
    const meeting = await site.meeting()
    expect((await site.offer(meeting, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await site.offer(meeting, await site.somebody('PARTICIPANT'))).codes).toEqual(['FORBIDDEN'])
    const both = await Promise.all([site.offer(meeting, chair), site.offer(meeting, secretariat)])
    expect(both.flatMap(({ codes }) => codes)).toEqual(['STALE'])
  })

  it('[GR-3] is hidden with its meeting', async () => {
    const meeting = await open({}, { visibility: 'PARTICIPANTS' })
    expect((await site.register(meeting, await site.somebody())).codes).toEqual(['NOT_FOUND'])
  })

  it('[RG-4] may be for people of the group alone', async () => {
    const meeting = await open({ audience: 'PARTICIPANTS' })
    expect((await site.register(meeting, await site.somebody())).codes).toEqual(['FORBIDDEN'])
    expect((await registered(meeting, await site.somebody('PARTICIPANT'))).state).toBe('CONFIRMED')
  })

  it('refuses what is not offered: no registration at all, a room where there is none, a line where there is none', async () => {
    const nothing = await site.meeting()
    const who = await site.somebody()
    expect((await site.register(nothing, who)).codes).toEqual(['REGISTRATION_NOT_OFFERED'])
    const remote = await open({}, { mode: 'REMOTE' })
    expect((await site.register(remote, who, { mode: 'ONSITE' })).codes).toEqual(['MODE_NOT_OFFERED'])
    const room = await open({ offersRemote: false })
    expect((await site.register(room, who, { mode: 'REMOTE' })).codes).toEqual(['MODE_NOT_OFFERED'])
  })
})

describe('registering', () => {
  it('[RG-2] of 50 at once for 10 places, exactly 10 have one and 40 wait, in order', async () => {
    const meeting = await open({ placesOnsite: 10 })
    const people: string[] = []
    for (let at = 0; at < 50; at += 1) people.push(await site.somebody())
    const answers = await Promise.all(people.map((who) => site.register(meeting, who)))
    expect(answers.flatMap(({ codes }) => codes)).toEqual([])
    const got = answers.map(({ data }) => data.registerForMeeting)
    expect(got.filter(({ state }) => state === 'CONFIRMED')).toHaveLength(10)
    const places = got.flatMap(({ waitingPlace }) => (waitingPlace === null ? [] : [waitingPlace]))
    expect(places.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
    const rows = (await site.dataSource.query(
      'select arrival, state from registration where meeting_id = $1 order by arrival',
      [meeting.id],
    )) as { arrival: number; state: string }[]
    expect(rows.map(({ arrival }) => arrival)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
    expect(rows.slice(0, 10).every(({ state }) => state === 'CONFIRMED')).toBe(true)
    expect(rows.slice(10).every(({ state }) => state === 'WAITING')).toBe(true)
  })

  it('twice is refused, and the same form sent twice is one registration', async () => {
    const meeting = await open()
    const who = await site.somebody()
    const idempotencyKey = newId()
    const [one, again] = [
      await registered(meeting, who, { idempotencyKey }),
      await registered(meeting, who, { idempotencyKey }),
    ]
    expect(again.id).toBe(one.id)
    expect((await site.register(meeting, who)).codes).toEqual(['ALREADY_REGISTERED'])
  })

  it('[RG-1] before its first day and after its closing instant is refused with a sentence', async () => {
    const meeting = await open({ opensOn: '2027-04-01' })
    const who = await site.somebody()
    const early = await site.register(meeting, who)
    expect(early.codes).toEqual(['REGISTRATION_NOT_OPEN'])
    site.at('2027-06-01T21:59:59Z')
    expect((await site.register(meeting, await site.somebody())).codes).toEqual([])
    site.at('2027-06-01T22:00:00Z')
    const late = await site.register(meeting, who)
    expect(late.codes).toEqual(['REGISTRATION_CLOSED'])
    expect(late.errors[0]!.message).toContain('2027-06-01')
    site.at('2027-06-17T00:00:00Z')
    expect((await site.register(meeting, who)).codes).toEqual(['MEETING_ENDED'])
  })

  it('[RG-5] by hand is possible after the closing instant, with a reason and a mark', async () => {
    const meeting = await open({ placesOnsite: 1 })
    await registered(meeting, await site.somebody())
    site.at('2027-06-10T09:00:00Z')
    const byHand = (who: string, more: Record<string, unknown>) =>
      site.ask(
        `mutation ($input: RegisterByHandInput!) { registerByHand(input: $input) {
           state isLate lateReason waitingPlace person { name } registeredBy { id } } }`,
        {
          input: {
            meetingId: meeting.id,
            mode: 'ONSITE',
            affiliation: 'Example Ministry',
            consents: false,
            consentVersion: 1,
            reason: 'The invitation went to the wrong address.',
            idempotencyKey: newId(),
            ...more,
          },
        },
        who,
      )
    expect((await byHand(await site.somebody('PARTICIPANT'), { name: 'Cora Late' })).codes).toEqual(['FORBIDDEN'])
    expect((await byHand(secretariat, { name: 'Cora Late', reason: ' ' })).codes).toEqual(['TEXT_MISSING'])
    const { data } = await byHand(secretariat, { name: 'Cora Late' })
    // The room has no more places for them than for anybody.
    expect(data.registerByHand).toEqual({
      state: 'WAITING',
      isLate: true,
      lateReason: 'The invitation went to the wrong address.',
      waitingPlace: 1,
      person: { name: 'Cora Late' },
      registeredBy: { id: secretariat },
    })
  })

  it('[RG-6] help with a visa can be asked for until its own date; what it needs is for the secretariat alone', async () => {
    const meeting = await open()
    const who = await site.somebody()
    const { visaNeeds } = await registered(meeting, who, { wantsVisaSupport: true, visaNeeds: 'Passport X123' })
    expect(visaNeeds).toBe('Passport X123')
    const needs = async (asker: string) => {
      const seen = await site.seen(
        meeting,
        asker,
        'registration { registrations { nodes { wantsVisaSupport visaNeeds } } }',
      )
      return seen.registration.registrations?.nodes[0] ?? null
    }
    expect(await needs(chair)).toEqual({ wantsVisaSupport: true, visaNeeds: null })
    expect(await needs(secretariat)).toEqual({ wantsVisaSupport: true, visaNeeds: 'Passport X123' })
    expect(await needs(await site.somebody('PARTICIPANT'))).toBeNull()
    site.at('2027-05-01T22:00:00Z')
    const late = await site.register(meeting, await site.somebody(), { wantsVisaSupport: true })
    expect(late.codes).toEqual(['VISA_CLOSED'])
  })

  it('names the organisation that is known by the name typed, and keeps what was typed', async () => {
    const meeting = await open()
    const who = await site.somebody()
    await registered(meeting, who, { affiliation: 'example institute of MEASUREMENT' })
    const { registration } = await site.seen(
      meeting,
      who,
      'registration { mine { affiliation organisation { slug } } }',
    )
    expect(registration.mine.affiliation).toBe('example institute of MEASUREMENT')
    expect(registration.mine.organisation).not.toBeNull()
  })
})

describe('the waiting list', () => {
  /** Three who wait for one place. */
  async function queue() {
    const meeting = await open({ placesOnsite: 1 })
    const people = [await site.somebody(), await site.somebody(), await site.somebody(), await site.somebody()] as const
    const rows = []
    for (const who of people) rows.push(await registered(meeting, who))
    return { meeting, people, rows }
  }

  it('[RG-3] moves the first up when somebody withdraws, and tells them', async () => {
    const { meeting, people, rows } = await queue()
    expect(rows.map(({ waitingPlace }) => waitingPlace)).toEqual([null, 1, 2, 3])
    expect((await site.withdraw(rows[0], people[0])).codes).toEqual([])
    const states = []
    for (const who of people) states.push((await site.seen(meeting, who, mine)).registration.mine)
    expect(states.map(({ state, waitingPlace }) => [state, waitingPlace])).toEqual([
      ['WITHDRAWN', null],
      ['CONFIRMED', null],
      ['WAITING', 1],
      ['WAITING', 2],
    ])
    expect(states[1].movedUpAt).not.toBeNull()
    const letters = (await site.dataSource.query(
      'select recipient, subject from outgoing_mail where person_id = any($1)',
      [people],
    )) as { recipient: string; subject: string }[]
    expect(letters).toEqual([
      { recipient: `${people[1]}@register.example`, subject: expect.stringContaining('You have a place') },
    ])
  })

  it('[RG-3] moves as many up as places are added; fewer places drive nobody out', async () => {
    const { meeting, people } = await queue()
    expect((await site.offer(meeting, chair, { expectedRevision: 1, placesOnsite: 3 })).codes).toEqual([])
    expect((await site.seen(meeting, people[2], mine)).registration).toMatchObject({
      waiting: 1,
      mine: { state: 'CONFIRMED' },
    })
    expect((await site.offer(meeting, chair, { expectedRevision: 2, placesOnsite: 1 })).codes).toEqual([])
    expect((await site.seen(meeting, people[2], mine)).registration).toMatchObject({
      placesLeft: 0,
      mine: { state: 'CONFIRMED' },
    })
  })

  it('[RG-4] whoever goes to taking part from afar leaves the place to the next, and comes back at the end', async () => {
    const { meeting, people, rows } = await queue()
    const { data } = await site.change(rows[0], people[0], { mode: 'REMOTE' })
    expect(data.changeRegistration).toMatchObject({ state: 'CONFIRMED', mode: 'REMOTE' })
    expect((await site.seen(meeting, people[1], mine)).registration.mine.state).toBe('CONFIRMED')
    const back = await site.change(data.changeRegistration, people[0], { mode: 'ONSITE' })
    expect(back.data.changeRegistration).toMatchObject({ state: 'WAITING', waitingPlace: 3 })
  })

  it('whoever withdrew comes anew', async () => {
    const { meeting, people, rows } = await queue()
    await site.withdraw(rows[1], people[1])
    expect((await site.register(meeting, people[1])).data.registerForMeeting).toMatchObject({
      state: 'WAITING',
      waitingPlace: 3,
    })
  })

  it('of a changed registration, the later of two changes is told that it is stale', async () => {
    const { people, rows } = await queue()
    const both = await Promise.all([
      site.change(rows[3], people[3], { affiliation: 'One' }),
      site.change(rows[3], people[3], { affiliation: 'Other' }),
    ])
    expect(both.flatMap(({ codes }) => codes)).toEqual(['STALE'])
  })

  it('is nobody else’s to change', async () => {
    const { rows, people } = await queue()
    expect((await site.withdraw(rows[0], people[1])).codes).toEqual(['NOT_FOUND'])
    expect((await site.withdraw(rows[0], null)).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await site.withdraw(rows[0], chair)).codes).toEqual([])
  })
})

describe('who is told', () => {
  it('[RG-7] the printed list has those with a place who agreed; the whole list only its keepers see', async () => {
    const meeting = await open({ placesOnsite: 2 })
    await registered(meeting, await site.somebody(null, 'Zora Printed'))
    await registered(meeting, await site.somebody(null, 'Yves Silent'), { consents: false })
    await registered(meeting, await site.somebody(null, 'Xenia Waiting'))
    await registered(meeting, await site.somebody(null, 'Ada Remote'), { mode: 'REMOTE' })
    const printed =
      'registration { participants { totalCount nodes { person { name } affiliation country mode } } numbers { onsite } }'
    const seen = await site.seen(meeting, null, `${printed} ${list}`)
    expect(seen.registration.participants.nodes.map(({ person }: { person: { name: string } }) => person.name)).toEqual(
      ['Ada Remote', 'Zora Printed'],
    )
    expect(seen.registration.registrations).toBeNull()
    expect(seen.registration.numbers).toBeNull()
    const kept = await site.seen(
      meeting,
      chair,
      `${list} registration { numbers { onsite remote waiting withdrawn byCountry { country onsite remote } } }`,
    )
    expect(kept.registration.registrations.totalCount).toBe(4)
    expect(kept.registration.numbers).toEqual({
      onsite: 2,
      remote: 1,
      waiting: 1,
      withdrawn: 0,
      byCountry: [{ country: 'Austria', onsite: 2, remote: 1 }],
    })
  })

  it('[RG-7] another wording of the consent is another version, and a form with the old one is stale', async () => {
    const meeting = await open()
    const { data } = await site.offer(meeting, chair, { expectedRevision: 1, consentText: 'May we print you?' })
    expect(data.offerRegistration.registration).toMatchObject({ consentVersion: 2, consentText: 'May we print you?' })
    expect((await site.register(meeting, await site.somebody())).codes).toEqual(['STALE'])
  })

  it('[RG-9] the record says in public that something changed, and to the management who did what', async () => {
    const meeting = await open()
    const who = await site.somebody(null, 'Nina Named')
    await registered(meeting, who)
    const read = async (asker: string | null) => {
      const { activity } = await site.seen(meeting, asker, 'activity { nodes { verb actor { name } } }')
      return activity.nodes.map(({ verb, actor }: { verb: string; actor: { name: string } | null }) => [
        verb,
        actor?.name ?? null,
      ])
    }
    expect(await read(null)).toContainEqual(['registration.counted', null])
    expect(JSON.stringify(await read(null))).not.toContain('Nina Named')
    expect(await read(chair)).toContainEqual(['registration.made', 'Nina Named'])
  })

  it('[RG-8] somebody erased stays in the list without a name, and their place to come goes to the next', async () => {
    const meeting = await open({ placesOnsite: 1 })
    const [gone, next] = [await site.somebody(null, 'Gone Person'), await site.somebody(null, 'Next Person')]
    await registered(meeting, gone, { remark: 'I am Gone Person', wantsVisaSupport: true, visaNeeds: 'Gone, X1' })
    await registered(meeting, next)
    await site.asSystem((tx) => site.get(People).erase(tx, gone))
    const seen = await site.seen(
      meeting,
      secretariat,
      `registration { registrations { nodes { person { name } affiliation country remark visaNeeds state } } }`,
    )
    expect(seen.registration.registrations.nodes).toEqual([
      { person: { name: null }, affiliation: null, country: null, remark: null, visaNeeds: null, state: 'WITHDRAWN' },
      expect.objectContaining({ person: { name: 'Next Person' }, state: 'CONFIRMED' }),
    ])
  })

  it('[RG-8] somebody erased after the meeting stays among those who were there', async () => {
    const meeting = await open()
    const gone = await site.somebody(null, 'Gone Later')
    await registered(meeting, gone)
    site.at('2027-07-01T09:00:00Z')
    await site.asSystem((tx) => site.get(People).erase(tx, gone))
    const seen = await site.seen(
      meeting,
      null,
      'registration { participants { nodes { person { name } affiliation mode } } }',
    )
    expect(seen.registration.participants.nodes).toEqual([
      { person: { name: null }, affiliation: null, mode: 'ONSITE' },
    ])
  })
})

describe('[RG-10] being there', () => {
  const checkIn = (meeting: { id: string }, who: string | null, more: Record<string, unknown> = {}) =>
    site.ask(
      'mutation ($input: CheckInInput!) { checkIn(input: $input) { id mode from to countsForDecisions revision } }',
      { input: { meetingId: meeting.id, mode: 'ONSITE', ...more } },
      who,
    )
  const checkOut = (meeting: { id: string }, who: string, more: Record<string, unknown> = {}) =>
    site.ask(
      'mutation ($input: CheckOutInput!) { checkOut(input: $input) { id to } }',
      { input: { meetingId: meeting.id, ...more } },
      who,
    )
  const attendance = async (meeting: { number: number }, who: string | null, span = '') =>
    (await site.seen(meeting, who, `attendance${span} { person { name } mode from to }`)).attendance

  it('is noted by oneself on the days of the meeting, after registering, and told by the span of an item', async () => {
    const meeting = await open()
    const who = await site.somebody(null, 'Petra Present')
    expect((await checkIn(meeting, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
    site.at('2027-06-14T21:59:59Z')
    expect((await checkIn(meeting, who)).codes).toEqual(['OUTSIDE_MEETING_DAYS'])
    site.at('2027-06-15T07:00:00Z')
    expect((await checkIn(meeting, who)).codes).toEqual(['NOT_REGISTERED'])
    site.at('2027-03-01T09:00:00Z')
    await registered(meeting, who)
    site.at('2027-06-15T07:00:00Z')
    const first = await checkIn(meeting, who)
    expect(first.codes).toEqual([])
    expect((await checkIn(meeting, who)).data.checkIn.id).toBe(first.data.checkIn.id)
    site.at('2027-06-15T09:00:00Z')
    expect((await checkIn(meeting, who, { mode: 'REMOTE' })).data.checkIn.mode).toBe('REMOTE')
    site.at('2027-06-15T10:00:00Z')
    expect((await checkOut(meeting, who)).codes).toEqual([])
    expect((await checkOut(meeting, who)).codes).toEqual(['NOT_CHECKED_IN'])
    expect(await attendance(meeting, chair)).toHaveLength(2)
    const item = '(from: "2027-06-15T09:30:00Z", to: "2027-06-15T11:00:00Z")'
    expect(await attendance(meeting, chair, item)).toMatchObject([
      { mode: 'REMOTE', person: { name: 'Petra Present' } },
    ])
    expect(await attendance(meeting, null)).toEqual([])
    expect(await attendance(meeting, who)).toHaveLength(2)
  })

  it('on the waiting list is possible from afar only, unless the chair lets somebody in', async () => {
    const meeting = await open({ placesOnsite: 0 })
    const who = await site.somebody()
    await registered(meeting, who)
    site.at('2027-06-15T07:00:00Z')
    expect((await checkIn(meeting, who)).codes).toEqual(['ON_WAITING_LIST'])
    expect((await checkIn(meeting, chair, { personId: who })).codes).toEqual([])
  })

  it('by others is for the management, which can correct it, also after the meeting', async () => {
    const meeting = await open()
    const who = await site.somebody()
    await registered(meeting, who)
    site.at('2027-06-15T07:00:00Z')
    const other = await site.somebody('PARTICIPANT')
    expect((await checkIn(meeting, other, { personId: who })).codes).toEqual(['FORBIDDEN'])
    const { data } = await checkIn(meeting, secretariat, { personId: who })
    site.at('2027-06-20T07:00:00Z')
    const correct = (more: Record<string, unknown>) =>
      site.ask(
        'mutation ($input: CorrectPresenceInput!) { correctPresence(input: $input) { from to revision } }',
        {
          input: {
            id: data.checkIn.id,
            expectedRevision: 1,
            mode: 'ONSITE',
            from: '2027-06-15T08:00:00Z',
            to: '2027-06-15T15:00:00Z',
            ...more,
          },
        },
        chair,
      )
    expect((await correct({ to: '2027-06-15T07:00:00Z' })).codes).toEqual(['ENDS_BEFORE_START'])
    expect((await correct({ to: '2027-06-19T07:00:00Z' })).codes).toEqual(['OUTSIDE_MEETING_DAYS'])
    expect((await correct({})).codes).toEqual([])
    expect((await correct({})).codes).toEqual(['STALE'])
    expect((await correct({ expectedRevision: 2, isRemoved: true })).codes).toEqual([])
    expect(await attendance(meeting, chair)).toEqual([])
  })

  it('[ME-12, MT-13] counts in the room alone where the group decides so, or the meeting itself', async () => {
    const meeting = await open()
    const who = await site.somebody()
    await registered(meeting, who, { mode: 'REMOTE' })
    site.at('2027-06-15T07:00:00Z')
    await site.dataSource.query(`update standards_group set decision_presence = 'ONSITE_ONLY' where slug = 'example'`)
    expect((await checkIn(meeting, who, { mode: 'REMOTE' })).data.checkIn.countsForDecisions).toBe(false)
    await site.dataSource.query(`update standards_group set decision_presence = 'ANY' where slug = 'example'`)
    expect((await checkIn(meeting, who, { mode: 'REMOTE' })).data.checkIn.countsForDecisions).toBe(true)
    await site.dataSource.query('update meeting set decides_on_site_only = true where id = $1', [meeting.id])
    expect((await checkIn(meeting, who, { mode: 'REMOTE' })).data.checkIn.countsForDecisions).toBe(false)
  })

  it('is there for those who take part in the group where nobody has to register', async () => {
    const meeting = await site.meeting()
    site.at('2027-06-15T07:00:00Z')
    expect((await checkIn(meeting, await site.somebody('EDITOR'))).codes).toEqual([])
    expect((await checkIn(meeting, await site.somebody())).codes).toEqual(['FORBIDDEN'])
  })
})
