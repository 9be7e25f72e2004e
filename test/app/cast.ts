/** Somebody for each role of the example group, a stranger, an administrator, and a group that only its own people may see. */
import { DataSource } from 'typeorm'
import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import { Files } from '#server/common/files/index.js'
import { Accounts, SignIn } from '#server/common/identity/index.js'
import { People } from '#server/community/people/index.js'
import { system, UnitOfWork, type WriteCtx } from '#server/platform/context/index.js'
import { MinutesOfMeetings } from '#server/process/minutes/index.js'
import { Report, Reports } from '#server/process/reports/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { Deliverables } from '#server/process/deliverables/index.js'
import { Documents } from '#server/drafting/documents/index.js'
import { Groups, Roles } from '#server/process/groups/index.js'
import { Meeting, MeetingDates, Meetings, type CreateMeeting } from '#server/process/meetings/index.js'
import { writeInMinutes } from '../builders/minutes.js'
import { aPng } from '../builders/pictures.js'
import type { TestApp } from '../harness/app.js'

const PASSWORD = 'wet copper lantern'

/** Who looks, in the order of the table's columns, and what they are in the example group. */
export const capacities = {
  stranger: null,
  reader: null,
  participant: 'PARTICIPANT',
  contributor: 'CONTRIBUTOR',
  editor: 'EDITOR',
  liaison: 'LIAISON_OFFICER',
  vice: 'VICE_CHAIR',
  chair: 'CHAIR',
  secretariat: 'SECRETARIAT',
  administrator: null,
} as const satisfies Record<string, GroupRoleKind | null>
export type Capacity = keyof typeof capacities
export const everybody = Object.keys(capacities) as Capacity[]

export interface Member {
  readonly capacity: Capacity
  readonly email: string
  /** Null: a stranger. */
  readonly personId: string | null
  readonly tokenId: string | null
  /** Empty for a stranger. */
  cookie: string
}

/** Texts that only those may read who may see what they belong to. */
export const hidden = {
  group: 'The closed circle',
  aim: 'What the closed circle is for',
  meeting: 'Round table of the closed circle',
  deliverable: 'Output of the closed circle',
  objective: 'Settle what is not to be known yet',
} as const

export async function gatherCast(app: TestApp) {
  const get = app.app.get.bind(app.app)
  const dataSource = get(DataSource)
  const asSystem = <T>(act: (tx: WriteCtx) => Promise<T>): Promise<T> =>
    get(UnitOfWork).write(
      { viewer: system, now: app.clock.now(), language: 'en', db: dataSource.manager, requestId: 'test' },
      act,
    )

  async function signIn(email: string): Promise<string> {
    const answer = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.url },
      body: JSON.stringify({
        query: 'mutation ($input: SignInInput!) { signIn(input: $input) { isSignedIn } }',
        variables: { input: { email, password: PASSWORD } },
      }),
    })
    return answer.headers.getSetCookie()[0]!.split(';')[0]!
  }

  const passwordHash = await get(SignIn).hashNew(PASSWORD, { email: 'x@cast.example' }, 'password')
  async function admit(capacity: Capacity): Promise<Member> {
    if (capacity === 'stranger') return { capacity, email: '', personId: null, tokenId: null, cookie: '' }
    const email = `${capacity}@cast.example`
    const role = capacities[capacity]
    const personId = await asSystem(async (tx) => {
      const person = await get(People).record(tx, { name: `Member ${capacity}` })
      const isAdministrator = capacity === 'administrator'
      await get(Accounts).create(tx, { personId: person.id, email, passwordHash, isConfirmed: true, isAdministrator })
      if (role)
        await get(Roles).assign(tx, { group: 'example', personId: person.id, role, from: '2026-01-01', to: null })
      return person.id
    })
    const cookie = await signIn(email)
    const made = await app.query<{ createAccessToken: { token: { id: string } } }>(
      'mutation ($name: String!) { createAccessToken(input: { name: $name }) { token { id } } }',
      { name: `Token of ${capacity}` },
      { cookie },
    )
    return { capacity, email, personId, tokenId: made.data!.createAccessToken.token.id, cookie }
  }

  const cast = {} as Record<Capacity, Member>
  for (const capacity of everybody) cast[capacity] = await admit(capacity)

  const aMeeting = (given: Partial<CreateMeeting> = {}) =>
    asSystem((tx) =>
      get(Meetings).create(tx, {
        group: 'example',
        title: 'A meeting of the walk',
        mode: 'HYBRID',
        zone: 'Europe/Vienna',
        startsOn: '2027-06-15',
        endsOn: '2027-06-16',
        ...given,
      }),
    )
  const closed = await closedCircle()

  async function closedCircle() {
    const [body] = (await dataSource.query(`select id from body where slug = 'example-focus-group'`)) as [
      { id: string },
    ]
    const [parent] = (await dataSource.query(`select id from body where slug = 'example-parent-group'`)) as [
      { id: string },
    ]
    const group = await asSystem((tx) =>
      get(Groups).establish(tx, {
        slug: 'closed-circle',
        name: hidden.group,
        aim: hidden.aim,
        // The register knows the body already; that a closed group stands behind it is what nobody may learn.
        bodyId: parent.id,
        parentBodyId: body.id,
        kind: 'FOCUS_GROUP',
        state: 'ESTABLISHED',
        ruleset: 'itu-t-a7-2024',
        deadlineZone: 'Europe/Zurich',
        lifetimeMonths: 24,
        visibility: 'PARTICIPANTS',
      }),
    )
    const meeting = await aMeeting({ group: 'closed-circle', title: hidden.meeting, objectives: [hidden.objective] })
    await asSystem((tx) =>
      get(Deliverables).record(tx, { groupId: group.id, title: hidden.deliverable, type: 'TECHNICAL_REPORT' }),
    )
    return { groupId: group.id, meetingId: meeting.id }
  }

  const groupId = async (slug: string): Promise<string> => {
    const [group] = (await dataSource.query('select id from standards_group where slug = $1', [slug])) as [
      { id: string },
    ]
    return group.id
  }
  const aDocument = async (visibility: 'PUBLIC' | 'PARTICIPANTS') => {
    const id = await groupId('example')
    return asSystem((tx) =>
      get(Documents).open(tx, {
        groupId: id,
        kind: 'REPORT',
        title: 'A text of the walk',
        schemaVersion: 1,
        visibility,
      }),
    )
  }

  return {
    cast,
    closed,
    aMeeting,
    groupId,
    /** A shared text of the example group. */
    aDocument,
    /** Opens the minutes of a meeting of the example group; answers with the id of their text. */
    minutesOf: async (meetingId: string) => {
      const { number: meeting } = await get(DataSource).manager.findOneByOrFail(Meeting, { id: meetingId })
      return (await asSystem((tx) => get(MinutesOfMeetings).open(tx, { group: 'example', meeting }))).documentId
    },
    /** A draft of a progress report of the example group, with the version of its text. */
    aReport: async () => {
      const period = { group: 'example', fromOn: '2026-01-01', untilOn: '2026-02-28' }
      const { id } = await asSystem((tx) => get(Reports).makeProgress(tx, period))
      const { documentId, revision } = await get(DataSource).manager.findOneByOrFail(Report, { id })
      return { id, revision, text: await get(Texts).version(documentId) }
    },
    /** A decision in the text of minutes, which is kept already. */
    writeInMinutes: async (document: string) => {
      const record = await writeInMinutes(app.app, document, 0, { kind: 'DECISION', text: 'Agreed in the walk.' })
      await asSystem((tx) => get(MinutesOfMeetings).keep(tx, { document, record }))
      return record
    },
    /** A picture in such a text. */
    aFile: async (visibility: 'PUBLIC' | 'PARTICIPANTS') => {
      const { id: scopeId } = await aDocument(visibility)
      const file = { scopeType: 'document', scopeId, name: 'A picture of the walk', bytes: aPng() }
      return (await asSystem((tx) => get(Files).add(tx, file))).id
    },
    /** A person whom nobody knows, for roles and erasures. */
    aPerson: async () => (await asSystem((tx) => get(People).record(tx, { name: 'Somebody else' }))).id,
    aRole: async (from: string) => {
      const personId = await asSystem(async (tx) => (await get(People).record(tx, { name: 'Somebody else' })).id)
      return asSystem((tx) =>
        get(Roles).assign(tx, { group: 'example', personId, role: 'PARTICIPANT', from, to: null }),
      )
    },
    publishDate: async (meetingId: string, expectedRevision: number) =>
      asSystem((tx) =>
        get(MeetingDates).publish(tx, {
          meetingId,
          expectedRevision,
          obligation: 'CONTRIBUTIONS',
          on: '2027-06-01',
          reason: 'The walk asks for it.',
        }),
      ),
    asSystem,
    dataSource,
    /** After a verb that ended the session. */
    async renew(member: Member): Promise<void> {
      if (member.capacity !== 'stranger') member.cookie = await signIn(member.email)
    },
  }
}
export type Cast = Awaited<ReturnType<typeof gatherCast>>
