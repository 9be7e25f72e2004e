/** What can still be done when a meeting is over by the calendar, and when it was closed on its last day. [MT-14] */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { newId } from '#server/platform/database/index.js'
import { openRegistration, type RegistrationSite } from './registration-site.js'

let site: RegistrationSite
let chair: string
let contributor: string

beforeAll(async () => {
  site = await openRegistration()
  chair = await site.somebody('CHAIR')
  contributor = await site.somebody('CONTRIBUTOR')
})
afterAll(() => site.stop())

/** Its last day, by the calendar of its place still going on; and the day after. */
const lastDay = '2027-06-16T14:00:00Z'
const dayAfter = '2027-06-17T08:00:00Z'

async function ask(name: string, type: string, input: object, who: string, fields = 'id') {
  const { data, codes } = await site.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
    { input },
    who,
  )
  return { codes, got: data?.[name] as { id: string; revision: number; number: number } }
}
/** What the set-up makes, or a fault of the test. */
async function made(...args: Parameters<typeof ask>) {
  const { codes, got } = await ask(...args)
  if (codes.length > 0) throw new Error(`${args[0]}: ${codes.join(', ')}`)
  return got
}
const asked = async (...args: Parameters<typeof ask>) => (await ask(...args)).codes
const key = () => ({ idempotencyKey: newId() })
const whole = 'id revision'

/** A meeting at which something of everything has happened, on its last day. */
async function aMeeting() {
  site.at('2027-05-20T09:00:00Z')
  const meeting = await site.meeting()
  const { id: meetingId, number } = meeting
  const place = { group: 'example', meeting: number }
  await site.offer(meeting, chair)
  const there = await site.somebody()
  const cosigner = await site.somebody()
  const registration = (await site.register(meeting, there)).data.registerForMeeting as { id: string; revision: number }
  const reserve = { ...place, title: 'A proposal', sources: ['Example Institute'] }
  const contribution = await made(
    'reserveContribution',
    'ReserveContributionInput',
    { ...reserve, ...key() },
    contributor,
    whole,
  )
  await site.dataSource.query(
    `insert into contribution_cosigner (id, contribution_id, person_id, label, state, invited_at) values ($1, $2, $3, 'An institute', 'INVITED', now())`,
    [newId(), contribution.id, cosigner],
  )
  site.at(lastDay)
  const presence = await made('checkIn', 'CheckInInput', { meetingId, mode: 'ONSITE' }, there, whole)
  const text = 'Said at the meeting.'
  const holding = { ...place, ...key(), kind: 'RESERVATION', text }
  const held = await made('enterReservation', 'EnterReservationInput', holding, contributor, whole)
  const deciding = { ...place, ...key(), kind: 'NOTED', text }
  const decision = await made('recordDecision', 'RecordDecisionInput', deciding, chair, 'id revision number')
  const handing = { ...place, ...key(), text, ownerWords: 'The secretariat' }
  const action = await made('recordAction', 'RecordActionInput', handing, chair, whole)
  return { meeting, place, there, cosigner, registration, contribution, presence, held, decision, action }
}
type World = Awaited<ReturnType<typeof aMeeting>>

const ended = async () => {
  const world = await aMeeting()
  site.at(dayAfter)
  return world
}
const closed = async () => {
  const world = await aMeeting()
  await site.dataSource.query(`update meeting set state = 'CLOSED', closed_at = $2 where id = $1`, [
    world.meeting.id,
    lastDay,
  ])
  return world
}

const seen = ({ id, revision }: { id: string; revision: number }) => ({ id, expectedRevision: revision })
const said = { mode: 'ONSITE', affiliation: 'Example Institute', consents: false, consentVersion: 1 }
const times = { mode: 'ONSITE', from: '2027-06-15T08:00:00Z', to: '2027-06-15T15:00:00Z' }
const text = 'Said afterwards.'

/** Verb, what it says once the meeting has ended, what once it is closed, how it is asked. */
const verbs: readonly [
  name: string,
  whenEnded: string[],
  whenClosed: string[],
  act: (world: World) => Promise<string[]>,
][] = [
  [
    'register',
    ['MEETING_ENDED'],
    ['MEETING_CLOSED'],
    async ({ meeting }) => (await site.register(meeting, await site.somebody())).codes,
  ],
  [
    'registerByHand',
    [],
    ['MEETING_CLOSED'],
    ({ meeting }) =>
      asked(
        'registerByHand',
        'RegisterByHandInput',
        { meetingId: meeting.id, ...said, ...key(), name: 'Cora Late', reason: 'Came unannounced.' },
        chair,
      ),
  ],
  [
    'changeRegistration',
    ['MEETING_ENDED'],
    ['MEETING_CLOSED'],
    async ({ registration, there }) => (await site.change(registration, there)).codes,
  ],
  [
    'withdrawRegistration',
    ['MEETING_ENDED'],
    ['MEETING_CLOSED'],
    async ({ registration, there }) => (await site.withdraw(registration, there)).codes,
  ],
  [
    'offerRegistration',
    [],
    ['MEETING_CLOSED'],
    async ({ meeting }) => (await site.offer(meeting, chair, { expectedRevision: 1 })).codes,
  ],
  [
    'checkIn',
    ['OUTSIDE_MEETING_DAYS'],
    ['MEETING_CLOSED'],
    ({ meeting, there }) => asked('checkIn', 'CheckInInput', { meetingId: meeting.id, mode: 'REMOTE' }, there),
  ],
  [
    'checkOut',
    ['NOT_CHECKED_IN'],
    ['MEETING_CLOSED'],
    ({ meeting, there }) => asked('checkOut', 'CheckOutInput', { meetingId: meeting.id }, there),
  ],
  [
    'correctPresence',
    [],
    ['MEETING_CLOSED'],
    ({ presence }) => asked('correctPresence', 'CorrectPresenceInput', { ...seen(presence), ...times }, chair),
  ],
  [
    'reserveContribution',
    ['CONTRIBUTION_MEETING_OVER'],
    ['CONTRIBUTION_MEETING_OVER'],
    ({ place }) =>
      asked('reserveContribution', 'ReserveContributionInput', { ...place, ...key(), title: 'Another' }, contributor),
  ],
  [
    'withdrawContribution',
    ['CONTRIBUTION_MEETING_OVER'],
    ['CONTRIBUTION_MEETING_OVER'],
    ({ contribution }) => asked('withdrawContribution', 'SettleContributionInput', seen(contribution), contributor),
  ],
  [
    'answerCosigning',
    ['CONTRIBUTION_MEETING_OVER'],
    ['CONTRIBUTION_MEETING_OVER'],
    ({ contribution, cosigner }) =>
      asked('answerCosigning', 'AnswerCosigningInput', { id: contribution.id, accepts: true }, cosigner),
  ],
  [
    'recordDecision',
    [],
    ['MEETING_CLOSED'],
    ({ place }) => asked('recordDecision', 'RecordDecisionInput', { ...place, ...key(), kind: 'NOTED', text }, chair),
  ],
  [
    'correctDecision',
    [],
    ['MEETING_CLOSED'],
    ({ decision }) =>
      asked('correctDecision', 'CorrectDecisionInput', { ...seen(decision), text, reason: 'A slip.' }, chair),
  ],
  [
    'enterReservation',
    [],
    ['MEETING_CLOSED'],
    ({ place }) =>
      asked(
        'enterReservation',
        'EnterReservationInput',
        { ...place, ...key(), kind: 'RESERVATION', text },
        contributor,
      ),
  ],
  [
    'enterReservation with a decision',
    [],
    ['MEETING_CLOSED'],
    ({ decision }) =>
      asked(
        'enterReservation',
        'EnterReservationInput',
        { group: 'example', ...key(), kind: 'RESERVATION', text, decision: decision.number },
        contributor,
      ),
  ],
  [
    'rewordReservation',
    [],
    ['MEETING_CLOSED'],
    ({ held }) => asked('rewordReservation', 'RewordReservationInput', { ...seen(held), text }, contributor),
  ],
  [
    'recordAction',
    [],
    ['MEETING_CLOSED'],
    ({ place }) =>
      asked('recordAction', 'RecordActionInput', { ...place, ...key(), text, ownerWords: 'The chair' }, chair),
  ],
  [
    'updateAction',
    [],
    ['MEETING_CLOSED'],
    ({ action }) =>
      asked('updateAction', 'UpdateActionInput', { ...seen(action), text, ownerWords: 'The chair' }, chair),
  ],
  [
    'recordAction due at it',
    [],
    ['MEETING_CLOSED'],
    ({ place }) =>
      asked(
        'recordAction',
        'RecordActionInput',
        { group: 'example', ...key(), text, ownerWords: 'The chair', dueMeeting: place.meeting },
        chair,
      ),
  ],
  [
    'recordPatentQuestion',
    [],
    ['MEETING_CLOSED'],
    ({ place }) =>
      asked(
        'recordPatentQuestion',
        'RecordPatentQuestionInput',
        { ...place, wasAsked: true, answers: [] },
        chair,
        'wasAsked',
      ),
  ],
  [
    'openMinutes',
    [],
    ['MEETING_CLOSED'],
    ({ place }) => asked('openMinutes', 'OpenMinutesInput', { ...place, ...key() }, chair, 'document { id }'),
  ],
  [
    'updateMeeting',
    [],
    ['MEETING_CLOSED'],
    ({ meeting }) =>
      asked('updateMeeting', 'UpdateMeetingInput', { ...seen({ ...meeting, revision: 3 }), title: 'Another' }, chair),
  ],
  [
    'setAgendaHours',
    [],
    ['MEETING_CLOSED'],
    ({ meeting }) =>
      asked(
        'setAgendaHours',
        'SetAgendaHoursInput',
        { meetingId: meeting.id, expectedRevision: 1, sittings: [] },
        chair,
      ),
  ],
  [
    'moveMeeting',
    ['MEETING_ENDED'],
    ['MEETING_CLOSED'],
    ({ meeting }) =>
      asked(
        'moveMeeting',
        'MoveMeetingInput',
        { ...seen({ ...meeting, revision: 3 }), startsOn: '2027-07-01', endsOn: '2027-07-02' },
        chair,
      ),
  ],
  // What goes on after it.
  [
    'moveAction',
    [],
    [],
    ({ action }) => asked('moveAction', 'MoveActionInput', { ...seen(action), state: 'COMPLETED' }, chair),
  ],
  [
    'answerReservation',
    [],
    [],
    ({ held }) => asked('answerReservation', 'AnswerReservationInput', { ...seen(held), answer: 'So be it.' }, chair),
  ],
]

describe('[MT-14] closed is at least as over as ended', () => {
  it.each(verbs)('%s', async (_name, whenEnded, whenClosed, act) => {
    expect(await act(await ended())).toEqual(whenEnded)
    expect(await act(await closed())).toEqual(whenClosed)
  })

  it('[MT-14] and is listed with what is behind its group, with nobody asked to come or to contribute any more', async () => {
    const { meeting } = await closed()
    const { data } = await site.ask(
      '{ group(slug: "example") { past: meetings(when: PAST, first: 50) { nodes { number } } ahead: meetings(when: UPCOMING, first: 50) { nodes { number } } } }',
    )
    expect(data.group.past.nodes).toContainEqual({ number: meeting.number })
    expect(data.group.ahead.nodes).not.toContainEqual({ number: meeting.number })
    const fields = 'contributionOutlook { isOver } isMeetingDay registration { phase }'
    expect(await site.seen(meeting, chair, fields)).toMatchObject({
      contributionOutlook: { isOver: true },
      isMeetingDay: false,
      registration: { phase: 'CLOSED' },
    })
  })
})
