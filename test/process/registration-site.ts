/** The whole product with the starter world, for tests of registration: people with accounts, and a meeting of the example group to register for. */
import { DataSource } from 'typeorm'
import { Accounts } from '#server/common/identity/index.js'
import { People } from '#server/community/people/index.js'
import { stranger, system, UnitOfWork, type Ctx, type Viewer, type WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { executeInProcess } from '#server/platform/graphql/index.js'
import { loadStandings, Roles } from '#server/process/groups/index.js'
import { MeetingDates, Meetings, type CreateMeeting } from '#server/process/meetings/index.js'
import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import { startApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

/** Somebody with an account, asked anew for their roles at each question. Null: a stranger. */
export type Somebody = string | null
export type RegistrationSite = Awaited<ReturnType<typeof openRegistration>>

export async function openRegistration() {
  const app = await startApp({ database: await freshStarterDatabase() })
  const get = app.app.get.bind(app.app)
  const dataSource = get(DataSource)
  let made = 0

  async function viewerOf(who: Somebody): Promise<Viewer> {
    if (who === null) return stranger
    const standings = (await loadStandings(dataSource.manager, [who], app.clock.now())).get(who) ?? []
    return { ...stranger, accountId: who, personId: who, standings }
  }
  const ctxOf = (viewer: Viewer): Ctx => ({
    viewer,
    now: app.clock.now(),
    language: 'en',
    db: dataSource.manager,
    requestId: 'test',
  })
  const asSystem = <T>(act: (tx: WriteCtx) => Promise<T>): Promise<T> => get(UnitOfWork).write(ctxOf(system), act)

  async function ask(query: string, variables: Record<string, unknown> = {}, who: Somebody = null) {
    const context = ctxOf(await viewerOf(who))
    const { data, errors = [] } = await executeInProcess(app.app, { query, variables, context })
    return {
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are as different as the questions
      data: data as any,
      errors,
      codes: errors.map(({ extensions }) => String(extensions.code)),
    }
  }

  return {
    app,
    dataSource,
    ask,
    asSystem,
    get,
    at: (instant: string) => app.clock.set(instant),
    /** Somebody with an account; with a role in the example group, since 2020. */
    async somebody(role: GroupRoleKind | null = null, name = `Somebody ${++made}`): Promise<string> {
      return asSystem(async (tx) => {
        const person = await get(People).record(tx, { name, sortName: name })
        await get(Accounts).create(tx, {
          personId: person.id,
          email: `${person.id}@register.example`,
          passwordHash: null,
          isConfirmed: true,
        })
        if (role) await get(Roles).assign(tx, { group: 'example', personId: person.id, role, from: '2020-01-01' })
        return person.id
      })
    },
    /** A public meeting in Vienna on 15 and 16 June 2027, for which one registers until 1 June and asks for visas until 1 May. */
    async meeting(given: Partial<CreateMeeting> = {}) {
      const meeting = await asSystem((tx) =>
        get(Meetings).create(tx, {
          group: 'example',
          title: 'A meeting to register for',
          mode: 'HYBRID',
          zone: 'Europe/Vienna',
          startsOn: '2027-06-15',
          endsOn: '2027-06-16',
          visibility: 'PUBLIC',
          ...given,
        }),
      )
      for (const [at, [obligation, on]] of [
        ['REGISTRATION', '2027-06-01'] as const,
        ['VISA', '2027-05-01'] as const,
      ].entries()) {
        await asSystem((tx) =>
          get(MeetingDates).publish(tx, {
            meetingId: meeting.id,
            expectedRevision: meeting.revision + at,
            obligation,
            on,
          }),
        )
      }
      return meeting
    },
    /** Offers registration; what is not said has no limit. */
    async offer(meeting: { id: string }, who: Somebody, more: Record<string, unknown> = {}) {
      return ask(
        `mutation ($input: OfferRegistrationInput!) { offerRegistration(input: $input) {
           id registration { phase placesLeft waiting closesAt visaClosesAt modes revision consentVersion consentText } registrationMay } }`,
        {
          input: {
            meetingId: meeting.id,
            placesOnsite: null,
            offersRemote: true,
            offersVisaSupport: true,
            audience: 'ACCOUNT',
            consentText: 'May your name be printed?',
            ...more,
          },
        },
        who,
      )
    },
    register(meeting: { id: string }, who: Somebody, more: Record<string, unknown> = {}) {
      return ask(
        `mutation ($input: RegisterForMeetingInput!) { registerForMeeting(input: $input) {
           id state mode waitingPlace affiliation isLate revision visaNeeds } }`,
        { input: { meetingId: meeting.id, ...whatIsSaid, idempotencyKey: newId(), ...more } },
        who,
      )
    },
    change(registration: { id: string; revision: number }, who: Somebody, more: Record<string, unknown> = {}) {
      return ask(
        `mutation ($input: ChangeRegistrationInput!) { changeRegistration(input: $input) { id state mode waitingPlace revision } }`,
        { input: { id: registration.id, expectedRevision: registration.revision, ...whatIsSaid, ...more } },
        who,
      )
    },
    withdraw(registration: { id: string; revision: number }, who: Somebody) {
      return ask(
        `mutation ($input: WithdrawRegistrationInput!) { withdrawRegistration(input: $input) { id state revision } }`,
        { input: { id: registration.id, expectedRevision: registration.revision } },
        who,
      )
    },
    /** What the viewer sees of registration for a meeting. */
    async seen(meeting: { number: number }, who: Somebody, fields: string) {
      const { data, errors } = await ask(
        `query ($number: Int!) { meeting(group: "example", number: $number) { ${fields} } }`,
        { number: meeting.number },
        who,
      )
      if (errors.length > 0) throw new Error(JSON.stringify(errors))
      return data.meeting
    },
    stop: () => app.stop(),
  }
}

const whatIsSaid = {
  mode: 'ONSITE',
  affiliation: 'Example Institute of Measurement',
  country: 'Austria',
  consents: true,
  consentVersion: 1,
}
