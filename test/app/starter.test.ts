import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { Sealer } from '#server/common/activity/index.js'
import { Organisations } from '#server/community/organisations/index.js'
import { system, UnitOfWork } from '#server/platform/context/index.js'
import { DataSource } from 'typeorm'
import { startApp, type TestApp } from '../harness/app.js'
import { freshDatabase, type TestDatabase } from '../harness/database.js'
import { freshStarterDatabase, openHouse, starterNow } from '../harness/starter.js'

type Row = Record<string, unknown>

async function ask(database: TestDatabase, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as Row[]
  } finally {
    await client.end()
  }
}

async function countsOf(database: TestDatabase): Promise<Row> {
  const tables = [
    'body',
    'item',
    'relation',
    'principle',
    'gap',
    'standards_group',
    'meeting',
    'deliverable',
    'account',
  ]
  const [row] = await ask(
    database,
    `select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`,
  )
  return row!
}

const nothing = {
  body: 0,
  item: 0,
  relation: 0,
  principle: 0,
  gap: 0,
  standards_group: 0,
  meeting: 0,
  deliverable: 0,
  account: 0,
}
/** 78 bodies and the two of the example. */
const everything = {
  body: 80,
  item: 160,
  relation: 85,
  principle: 16,
  gap: 34,
  standards_group: 2,
  meeting: 4,
  deliverable: 13,
  account: 8,
}

describe('the starter world', () => {
  let database: TestDatabase
  let app: TestApp
  beforeAll(async () => {
    database = await freshStarterDatabase()
    app = await startApp({ database })
  })
  afterAll(() => app?.stop())

  const rows = (sql: string) => ask(database, sql)
  const tally = async (sql: string) =>
    Object.fromEntries((await rows(sql)).map(({ key, count }) => [String(key), count]))
  async function read<T>(query: string, who?: { cookie: string }): Promise<T> {
    const { data, errors } = await app.query<T>(query, {}, who)
    expect(errors).toBeUndefined()
    return data!
  }

  it('holds all entries of the data, and the example beside them', async () => {
    expect(await countsOf(database)).toEqual(everything)
  })

  it('[IT-2, IT-3] has items in the states that their stages give, else their status', async () => {
    expect(await tally('select state as key, count(*)::int from item group by 1')).toEqual({
      PUBLISHED: 133,
      UNDER_REVIEW: 5,
      APPROVED_UNPUBLISHED: 1,
      IN_DEVELOPMENT: 13,
      SUPERSEDED: 7,
      WITHDRAWN: 1,
    })
    expect(await tally('select state_basis as key, count(*)::int from item group by 1')).toEqual({
      NATIVE_STAGE: 115,
      BY_STATUS: 45,
    })
  })

  it('[GA-1] keeps six priorities as a first guess, where they differ from what the scores suggest', async () => {
    const overridden = await rows(
      'select number, priority_reason as reason from gap where priority is not null order by 1',
    )
    expect(overridden).toHaveLength(6)
    expect(new Set(overridden.map(({ reason }) => reason))).toEqual(new Set(['starter data, first guess']))
    expect(await rows('select number, title from gap where number = 1')).toEqual([
      { number: 1, title: 'Inference energy per task' },
    ])
  })

  it('[GA-2] takes nothing for known that the data do not say', async () => {
    expect(await rows('select distinct kind, progress, readiness from gap')).toEqual([
      { kind: 'UNKNOWN', progress: 'UNKNOWN', readiness: 'UNKNOWN' },
    ])
    expect(await rows('select distinct degree from gap_coverage')).toEqual([{ degree: 'UNKNOWN' }])
    expect(await rows('select distinct role from gap_body')).toEqual([{ role: 'UNKNOWN' }])
  })

  it('[SO-1] says on what each fact rests', async () => {
    for (const [table, verified] of Object.entries({ item: 139, relation: 44, principle: 16, gap: 18 })) {
      const [found] = await rows(
        `select count(*) filter (where confidence = 'VERIFIED')::int as verified,
                count(*) filter (where confidence = 'VERIFIED' and source is null)::int as "withoutSource" from ${table}`,
      )
      expect([table, found]).toEqual([table, { verified, withoutSource: 0 }])
    }
    const undated = await rows(`select designation from item where confidence = 'VERIFIED' and as_of is null`)
    expect(undated).toEqual([])
  })

  it('has the example report, in the hands of four people with starter accounts, written for a deliverable', async () => {
    const { group } = await read<{ group: { documents: Row[]; deliverables: Row[] } }>(`{ group(slug: "example") {
      documents { id isExample wordCount clauses { title } }
      deliverables { code document { id title visibility } } } }`)
    const [text] = group.documents as { id: string; isExample: boolean; wordCount: number; clauses: object[] }[]
    expect(text).toMatchObject({ isExample: true, clauses: expect.arrayContaining([{ title: 'Scope' }]) })
    expect(text!.clauses.length).toBeGreaterThan(60)
    expect(text!.wordCount).toBeGreaterThan(4000)
    expect(group.deliverables.find(({ code }) => code === 'D.WG1-02')).toMatchObject({
      document: { id: text!.id, visibility: 'PUBLIC' },
    })
    const hands = await rows(
      `select a.email::text as email from document_client c join account a on a.person_id = c.person_id`,
    )
    expect(new Set(hands.map(({ email }) => email))).toEqual(
      new Set(['chair', 'contributor', 'editor', 'editor2'].map((name) => `${name}@example.org`)),
    )
  })

  it('[AC-1] has an event for everything that was written, and the chain over them holds', async () => {
    expect(await tally(`select verb as key, count(*)::int from event group by 1`)).toMatchObject({
      'body.recorded': 80,
      'item.recorded': 160,
      'relation.recorded': 85,
      'principle.recorded': 16,
      'gap.recorded': 34,
      'group.established': 2,
      'group.termsRecorded': 2,
      'group.subgroupAdded': 5,
      'group.stateChanged': 1,
      'person.recorded': 16,
      'account.created': 8,
      'organisation.recorded': 4,
      'role.assigned': 15,
      'meeting.created': 4,
      'meeting.announced': 2,
      'meeting.datePublished': 3,
      'agenda.filled': 1,
      'agenda.rowAdded': 5,
      'agenda.hoursSet': 2,
      'deliverable.recorded': 13,
      'deliverable.textLinked': 1,
      'deliverable.editorAdded': 2,
      'deliverable.milestonePlanned': 3,
      'deliverable.milestoneMoved': 1,
      'deliverable.milestoneDone': 1,
      'deliverable.issueRaised': 1,
      'document.opened': 3,
      'decision.recorded': 2,
      'reservation.entered': 1,
      'action.recorded': 3,
      'contribution.reserved': 3,
      'contribution.submitted': 2,
      'deliverable.lineageAdded': 9,
      'starter.loaded': 1,
    })
    const [{ count }] = (await rows('select count(*)::int from event')) as [{ count: number }]
    expect(await app.app.get(Sealer).verify()).toMatchObject({ brokenAt: null, sealed: count, unsealed: 0 })
  })

  it('[PE-1] tells nobody an e-mail address', async () => {
    for (const table of ['standards_group', 'meeting', 'terms_of_reference', 'published_date', 'deliverable', 'event'])
      expect([table, await rows(`select * from ${table} t where t::text like '%@%'`)]).toEqual([table, []])
  })

  it('[FG-4, FG-7] knows FG-AI4EE as the circular prints it: three dates, acting chair, officers with their affiliation', async () => {
    const { group } = await read<{ group: Row }>(`{ group(slug: "fg-ai4ee") {
      acronym state isExample termsApprovedOn announcedOn concludedOn deadlineZone
      body { slug } parent { slug } ruleset { id } provenance { confidence asOf }
      subgroups { number title provenance { confidence } }
      roles { role isActing from to person { name } affiliation { label } }
      termsOfReference { version approvedOn provenance { confidence } sections { number key text see } }
      deliverables { code title state disposition subgroup { number } provenance { confidence }
                     lineage { relation item { designation } } } } }`)
    expect(group).toMatchObject({
      acronym: 'FG-AI4EE',
      state: 'CONCLUDED',
      isExample: false,
      termsApprovedOn: '2019-05-22',
      announcedOn: '2019-08-21',
      concludedOn: null,
      deadlineZone: 'Europe/Zurich',
      body: { slug: 'fg-ai4ee' },
      parent: { slug: 'itu-t-sg5' },
      ruleset: { id: 'itu-t-a7-2016' },
      provenance: { confidence: 'MEMORY', asOf: '2019-08-21' },
    })
    expect((group.subgroups as Row[]).map(({ number }) => number)).toEqual([1, 2, 3])
    const roles = group.roles as { role: string; isActing: boolean; from: null; person: Row; affiliation: Row }[]
    expect(roles.filter(({ isActing }) => isActing)).toEqual([
      {
        role: 'CHAIR',
        isActing: true,
        from: null,
        to: null,
        person: { name: 'Paolo Gemma' },
        affiliation: { label: 'Huawei Technologies Co. Ltd (China)' },
      },
    ])
    expect(roles.filter(({ role }) => role === 'VICE_CHAIR')).toHaveLength(7)
    expect(group.termsOfReference).toMatchObject({
      version: 1,
      approvedOn: '2019-05-22',
      provenance: { confidence: 'VERIFIED' },
    })
    const { sections } = group.termsOfReference as {
      sections: { number: number; text: string | null; see: string | null }[]
    }
    expect(sections.filter(({ text, see }) => text === null && see === null)).toEqual([])
    expect(sections[18]).toMatchObject({ number: 19, key: 'PATENT_POLICY', text: null, see: 'A.7 clause 9' })
  })

  it('[DE-2, DE-9] knows what became of the texts of FG-AI4EE, and of one that it does not', async () => {
    const { group } = await read<{ group: { deliverables: Row[] } }>(`{ group(slug: "fg-ai4ee") { deliverables {
      code title state disposition provenance { confidence } lineage { relation item { designation } } } } }`)
    const find = (text: string) => group.deliverables.find(({ title }) => (title as string).includes(text))
    expect(find('Eco-friendly')).toMatchObject({
      code: 'D.WG3-01',
      state: 'TAKEN_UP',
      disposition: 'SUPPLEMENT',
      provenance: { confidence: 'VERIFIED' },
      lineage: [{ relation: 'BECAME', item: { designation: 'ITU-T L Suppl. 53 (10/2022)' } }],
    })
    expect(find('Blockchain')).toMatchObject({
      code: 'D.WG2-05',
      state: 'TAKEN_UP',
      disposition: 'RECOMMENDATION',
      provenance: { confidence: 'MEMORY' },
    })
    expect(find('Digital Twins')).toMatchObject({
      code: null,
      state: 'SUBMITTED_TO_PARENT',
      disposition: 'UNKNOWN',
      lineage: [],
    })
  })

  it('[D-FG-1, D-FG-2, T2, T5] explains the dates of the first meeting: published ones beside what the rules give', async () => {
    const { meeting } = await read<{ meeting: Row & { keyDates: Row[] } }>(`{ meeting(group: "fg-ai4ee", number: 1) {
      startsOn endsOn opensAt registrationOpensAt zone place country host mode announcedOn announcement objectives
      keyDates { obligation ruleId computedOn publishedOn effectiveOn differenceDays provenance } } }`)
    expect(meeting).toMatchObject({
      startsOn: '2019-10-15',
      endsOn: '2019-10-15',
      opensAt: '09:30',
      registrationOpensAt: '08:30',
      zone: 'Europe/Vienna',
      place: 'Vienna',
      country: 'Austria',
      mode: 'HYBRID',
      announcedOn: '2019-08-21',
      announcement: 'TSB Circular 191',
    })
    expect(meeting.objectives).toHaveLength(6)
    const dateOf = (obligation: string) => meeting.keyDates.find((date) => date.obligation === obligation)
    expect(dateOf('CONTRIBUTIONS')).toMatchObject({
      ruleId: 'D-FG-1',
      computedOn: '2019-10-03',
      publishedOn: '2019-10-02',
      effectiveOn: '2019-10-02',
    })
    expect(dateOf('REGISTRATION')).toMatchObject({ effectiveOn: '2019-10-02' })
    expect(dateOf('VISA')).toMatchObject({ effectiveOn: '2019-09-16' })
    expect(dateOf('ANNOUNCEMENT')).toMatchObject({
      ruleId: 'D-FG-2',
      computedOn: '2019-09-17',
      provenance: 'TERMS_OF_REFERENCE',
    })
  })

  it('marks the example as one: group, bodies, organisations', async () => {
    const { group } = await read<{ group: Row }>(
      `{ group(slug: "example") { isExample body { slug isExample } parent { slug isExample } } }`,
    )
    expect(group).toEqual({
      isExample: true,
      body: { slug: 'example-focus-group', isExample: true },
      parent: { slug: 'example-parent-group', isExample: true },
    })
    expect(await tally('select is_example as key, count(*)::int from body group by 1')).toEqual({ true: 2, false: 78 })
    expect(await tally('select is_example as key, count(*)::int from organisation group by 1')).toEqual({ true: 4 })
  })

  it('has the example’s next meeting on a Tuesday about ten weeks ahead, with every deadline still to come', async () => {
    const { meeting } = await read<{
      meeting: { startsOn: string; state: string; keyDates: { hasPassed: boolean }[] }
    }>(`{ meeting(group: "example", number: 2) { startsOn state keyDates { obligation effectiveOn hasPassed } } }`)
    expect(meeting).toMatchObject({ startsOn: '2026-05-12', state: 'PLANNED' })
    expect(meeting.keyDates.length).toBeGreaterThan(0)
    expect(meeting.keyDates.filter(({ hasPassed }) => hasPassed)).toEqual([])
    expect(new Date(meeting.startsOn).getUTCDay()).toBe(2)
  })

  it('has the example at work: decisions with what is held against one, actions for the next meeting, contributions handed in on time', async () => {
    const { group, contributions, meeting } = await read<{
      group: { isExample: boolean; reservations: Row[] }
      contributions: { nodes: Row[] }
      meeting: { decisions: { number: number; kind: string; reservations: Row[] }[]; documents: { nodes: Row[] } }
    }>(`{ group(slug: "example") { isExample reservations { organisation state decision { number } } }
      contributions(filter: { group: "example" }) { nodes { number phase sources { label } revisions { clauses { text } } } }
      meeting(group: "example", number: 1) { decisions { number kind reservations { text } } documents { nodes { number } } } }`)
    expect(group.isExample).toBe(true)
    expect(meeting.decisions.map(({ number, kind, reservations }) => [number, kind, reservations.length])).toEqual([
      [1, 'AGREED', 0],
      [2, 'AGREED', 1],
    ])
    expect(group.reservations).toEqual([
      { organisation: 'Example Association of Users', state: 'ANSWERED', decision: { number: 2 } },
    ])
    const handedIn = contributions.nodes as {
      number: string
      phase: string
      revisions: { clauses: { text: string }[] }[]
    }[]
    expect(handedIn.map(({ number, phase }) => [number, phase]).sort()).toEqual([
      ['FGEXAMPLE-I-001', 'ON_TIME'],
      ['FGEXAMPLE-I-002', 'ON_TIME'],
      ['FGEXAMPLE-I-003', 'RESERVED'],
    ])
    const first = handedIn.find(({ number }) => number.endsWith('001'))!
    expect(first.revisions[0]!.clauses.map(({ text }) => text).join(' ')).toContain('Made-up figures of one week')
    expect(await tally('select state as key, count(*)::int from action_item group by 1')).toEqual({
      COMPLETED: 1,
      IN_PROCESS: 1,
      NEEDS_ACTION: 1,
    })
  })

  it('[VI-1] shows the editors’ session to those who take part, and to nobody else', async () => {
    const session = `{ meeting(group: "example", number: 3) { title } }`
    expect(await read(session)).toEqual({ meeting: null })
    expect(await read(session, { cookie: await app.signIn('reader@example.org') })).toEqual({ meeting: null })
    expect(await read(session, { cookie: await app.signIn('participant@example.org') })).toEqual({
      meeting: { title: 'Editors’ session' },
    })
  })

  it('[ID-10] has accounts that one enters by a click, without passwords', async () => {
    expect(await rows('select email::text from account where password_hash is not null')).toEqual([])
    const { viewer } = await read<{ viewer: Row }>('{ viewer { starterAccounts { email role } } }')
    expect(viewer.starterAccounts).toEqual([
      { email: 'secretariat@example.org', role: 'SECRETARIAT' },
      { email: 'chair@example.org', role: 'CHAIR' },
      { email: 'editor@example.org', role: 'EDITOR' },
      { email: 'editor2@example.org', role: 'EDITOR' },
      { email: 'contributor@example.org', role: 'CONTRIBUTOR' },
      { email: 'liaison@example.org', role: 'LIAISON_OFFICER' },
      { email: 'participant@example.org', role: 'PARTICIPANT' },
      { email: 'reader@example.org', role: null },
    ])
    const administrators = await rows('select email::text from account where is_administrator')
    expect(administrators).toEqual([{ email: 'secretariat@example.org' }])
  })
})

describe('loading the starter world', () => {
  let database: TestDatabase
  const houses: Awaited<ReturnType<typeof openHouse>>[] = []
  const open = async (env?: Record<string, string>) => {
    const house = await openHouse(database.url, env)
    houses.push(house)
    return house
  }
  async function onFreshDatabase(test: () => Promise<void>): Promise<void> {
    database = await freshDatabase()
    try {
      await test()
    } finally {
      for (const house of houses.splice(0)) await house.close()
      await database.drop()
    }
  }

  it('happens once, also when two start together', () =>
    onFreshDatabase(async () => {
      const [one, other] = [await open(), await open()]
      const outcomes = await Promise.all([one.starter.load(), other.starter.load()])
      expect(outcomes.sort()).toEqual(['LOADED', 'LOADED_BEFORE'])
      expect(await countsOf(database)).toEqual(everything)
      expect(await one.starter.load()).toBe('LOADED_BEFORE')
      expect(await countsOf(database)).toEqual(everything)
    }))

  it('happens by itself at the start of a server, unless STARTER=off', () =>
    onFreshDatabase(async () => {
      await open({ STARTER: 'off' })
      expect(await countsOf(database)).toEqual(nothing)
      await open({ STARTER: 'on' })
      expect(await countsOf(database)).toEqual(everything)
    }))

  it('leaves nothing behind when it fails, and does all of it the next time', () =>
    onFreshDatabase(async () => {
      const house = await open()
      const ctx = {
        viewer: system,
        now: new Date(starterNow),
        language: 'en' as const,
        db: house.get(DataSource).manager,
        requestId: 'test',
      }
      // In the way of the very last part.
      const inTheWay = { slug: 'example-institute', name: 'Another', kind: 'RESEARCH' as const }
      await house.get(UnitOfWork).write(ctx, (tx) => house.get(Organisations).record(tx, inTheWay))
      await expect(house.starter.load()).rejects.toMatchObject({ code: 'BAD_INPUT' })
      expect(await countsOf(database)).toEqual(nothing)

      await ask(database, `update organisation set slug = 'another'`)
      expect(await house.starter.load()).toBe('LOADED')
      expect(await countsOf(database)).toEqual(everything)
    }))

  it('makes no accounts outside demo mode', () =>
    onFreshDatabase(async () => {
      const house = await open({ PUBLIC_URL: 'https://rapporteur.example.org' })
      expect(await house.starter.load()).toBe('LOADED')
      expect(await countsOf(database)).toEqual({ ...everything, account: 0 })
    }))

  it('does not mix with a register that is in use', () =>
    onFreshDatabase(async () => {
      await ask(
        database,
        `insert into body (id, slug, name, kind, confidence) values (gen_random_uuid(), 'ours', 'Ours', 'SDO', 'MEMORY')`,
      )
      expect(await (await open()).starter.load()).toBe('NOT_EMPTY')
      expect(await countsOf(database)).toEqual({ ...nothing, body: 1 })
    }))
})
