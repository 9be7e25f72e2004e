import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Sealer } from '#server/common/activity/index.js'
import { Accounts, SignIn } from '#server/common/identity/index.js'
import { Organisations, OrganisationsModule } from '#server/community/organisations/index.js'
import { People, PeopleModule } from '#server/community/people/index.js'
import { openRooms, type Rooms } from '../harness/rooms.js'

const PASSWORD = 'wet copper lantern'
const NAME = 'Hypatia Zenobia'
const EMAIL = 'hypatia.zenobia@example.org'
const LABEL = 'Museion of Zenobia'

let rooms: Rooms
beforeAll(async () => {
  rooms = await openRooms([PeopleModule, OrganisationsModule])
})
afterAll(() => rooms?.stop())

const signIn = async (email: string) =>
  (
    await rooms.ask('mutation ($i: SignInInput!) { signIn(input: $i) { isSignedIn } }', {
      i: { email, password: PASSWORD },
    })
  ).cookie!

async function aPerson(
  name: string,
  email: string,
  { isAdministrator = false, label = 'Example Ltd' } = {},
): Promise<string> {
  return rooms.write(async (tx) => {
    const person = await rooms.get(People).record(tx, { name, affiliation: { label, from: '2024-01-01' } })
    const passwordHash = await rooms.get(SignIn).hashNew(PASSWORD, { email }, 'password')
    await rooms
      .get(Accounts)
      .create(tx, { personId: person.id, email, passwordHash, isConfirmed: true, isAdministrator })
    return person.id
  })
}

/** Every place of the database where one of the words stands: all columns of all tables of all schemas, whatever their type. */
async function placesWith(...words: string[]): Promise<string[]> {
  const columns: { schema: string; table: string; column: string }[] = await rooms.dataSource.query(
    `select table_schema as schema, table_name as table, column_name as column from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  for (const { schema, table, column } of columns) {
    const [row] = await rooms.dataSource.query(
      `select count(*)::int as n from "${schema}"."${table}" where "${column}"::text ilike any($1)`,
      [words.map((word) => `%${word}%`)],
    )
    if (row.n > 0) found.push(`${schema}.${table}.${column}`)
  }
  return found.sort()
}

describe('[PE-1] a person', () => {
  it('is shown with a name and affiliations, newest first, and never with an address', async () => {
    const id = await aPerson('Ada Lovelace', 'ada@example.org')
    const university = await rooms.write((tx) =>
      rooms.get(Organisations).record(tx, { slug: 'example-university', name: 'Example University', kind: 'RESEARCH' }),
    )
    await rooms.write((tx) =>
      rooms
        .get(People)
        .addAffiliation(tx, id, { label: 'Ex. Univ.', organisationId: university.id, from: '2025-09-01' }),
    )
    const answer = await rooms.ask(
      '{ viewer { person { name affiliations { label from to country organisation { name kind } } } } }',
      {},
      { cookie: await signIn('ada@example.org') },
    )
    expect(answer.data.viewer.person).toEqual({
      name: 'Ada Lovelace',
      affiliations: [
        {
          label: 'Ex. Univ.',
          from: '2025-09-01',
          to: null,
          country: null,
          organisation: { name: 'Example University', kind: 'RESEARCH' },
        },
        { label: 'Example Ltd', from: '2024-01-01', to: null, country: null, organisation: null },
      ],
    })
    const asked = await rooms.ask('{ viewer { person { email } } }')
    expect(asked.errors![0]!.extensions.code).toBe('BAD_QUERY')
  })

  it('may be called by another name, once nobody else changed it meanwhile', async () => {
    const id = await aPerson('Ada King', 'king@example.org')
    const rename = (name: string) =>
      rooms.write((tx) => rooms.get(People).rename(tx, { personId: id, expectedRevision: 1, name }))
    await rename('Ada Lovelace')
    await expect(rename('Ada Byron')).rejects.toMatchObject({ code: 'STALE' })
  })

  it.each(['', '   ', 'two\nlines', 'x'.repeat(201)])('is refused the name %j', async (name) => {
    await expect(rooms.write((tx) => rooms.get(People).record(tx, { name }))).rejects.toMatchObject({
      code: 'BAD_INPUT',
    })
  })
})

describe('[PE-2] a person who is erased', () => {
  const erase = (id: string, headers: Record<string, string>) =>
    rooms.ask('mutation ($id: UUID!) { erasePerson(id: $id) { id name affiliations { label } } }', { id }, headers)

  it('leaves an id and nothing else, and every proof holds', async () => {
    const id = await aPerson(NAME, EMAIL, { label: LABEL })
    const cookie = await signIn(EMAIL)
    const made = await rooms.ask(
      'mutation { createAccessToken(input: { name: "Zenobia script" }) { secret } }',
      {},
      { cookie },
    )
    await rooms.ask('mutation ($e: String!) { requestSignInLink(email: $e) { isTaken } }', { e: EMAIL })
    await rooms.dataSource.query(
      `insert into outgoing_mail (id, person_id, recipient, subject, body, created_at, sent_at)
       values (gen_random_uuid(), $1, '', 'Sent to Zenobia before', '', now(), now())`,
      [id],
    )
    await rooms.get(Sealer).seal()
    const before = await placesWith(NAME, EMAIL, 'zenobia')
    expect(before).toEqual(
      expect.arrayContaining([
        'public.access_token.name',
        'public.account.email',
        'public.affiliation.label',
        'public.outgoing_mail.recipient',
        'public.person_profile.name',
      ]),
    )

    const answer = await erase(id, { cookie })
    expect(answer.data.erasePerson).toEqual({ id, name: null, affiliations: [] })

    expect(await placesWith(NAME, EMAIL, 'zenobia')).toEqual([])
    await rooms.get(Sealer).seal()
    expect(await rooms.get(Sealer).verify()).toMatchObject({ brokenAt: null })
    const [events] = await rooms.dataSource.query(
      `select count(*)::int as n from event where actor_id = $1 or object_id = $1`,
      [id],
    )
    expect(events.n).toBeGreaterThan(2)

    const gone = await rooms.ask('{ viewer { isSignedIn } }', {}, { cookie })
    expect(gone.data.viewer.isSignedIn).toBe(false)
    const { secret } = made.data.createAccessToken
    expect((await rooms.ask('{ viewer { isSignedIn } }', {}, { authorization: `Bearer ${secret}` })).status).toBe(401)
    const record = await rooms.ask(
      'query ($id: UUID!) { activity(filter: { objectId: $id }) { nodes { verb label actor { id name } } } }',
      { id },
    )
    expect(record.data.activity.nodes).toEqual([{ verb: 'person.erased', label: null, actor: { id, name: null } }])
  })

  it('asked for it, or an administrator did; nobody else can', async () => {
    const [ada, bob] = [await aPerson('Ada One', 'one@example.org'), await aPerson('Bob Two', 'two@example.org')]
    await aPerson('Root', 'root@example.org', { isAdministrator: true })
    expect((await erase(ada, {})).errors![0]!.extensions.code).toBe('SIGN_IN_REQUIRED')
    expect((await erase(ada, { cookie: await signIn('two@example.org') })).errors![0]!.extensions.code).toBe(
      'FORBIDDEN',
    )
    const cookie = await signIn('root@example.org')
    expect((await erase(ada, { cookie })).data.erasePerson).toMatchObject({ id: ada, name: null })
    expect((await erase(ada, { cookie })).data.erasePerson).toMatchObject({ id: ada, name: null })
    expect((await erase(bob.replace(/^..../, '0000'), { cookie })).errors![0]!.extensions.code).toBe('NOT_FOUND')
  })
})

describe('[PE-4] the last administrator', () => {
  const erase = (id: string) => rooms.write((tx) => rooms.get(People).erase(tx, id))
  const working = async () => {
    const rows = await rooms.dataSource.query(
      'select person_id as id from account where is_administrator and closed_at is null order by created_at',
    )
    return rows.map(({ id }: { id: string }) => id) as string[]
  }

  it('is not erased while nobody else could look after the site', async () => {
    for (const id of (await working()).slice(1)) await erase(id)
    const last = (await working())[0] ?? (await aPerson('Last One', 'last@example.org', { isAdministrator: true }))
    await expect(erase(last)).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' })
    expect(await working()).toEqual([last])

    const closed = await aPerson('Closed One', 'closed@example.org', { isAdministrator: true })
    await rooms.dataSource.query('update account set closed_at = now() where person_id = $1', [closed])
    await expect(erase(last)).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' })

    const next = await aPerson('Next One', 'next@example.org', { isAdministrator: true })
    await erase(last)
    expect(await working()).toEqual([next])
  })

  it('stays, when the two that are left go in the same moment', async () => {
    await aPerson('Other One', 'other@example.org', { isAdministrator: true })
    const both = await working()
    expect(both).toHaveLength(2)
    const outcomes = await Promise.allSettled(both.map(erase))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await working()).toHaveLength(1)
  })
})

describe('organisations', () => {
  const list = async (args: string) => {
    const answer = await rooms.ask(
      `{ organisations(${args}) { totalCount nodes { name provenance { confidence } } pageInfo { hasNextPage endCursor } } }`,
    )
    return { ...answer.data.organisations, names: answer.data.organisations.nodes.map((n: { name: string }) => n.name) }
  }

  it('are listed by name whatever its accents, searched by parts, and read as of a past instant', async () => {
    const [{ now }] = await rooms.dataSource.query('select clock_timestamp() as now')
    for (const [slug, name] of [
      ['zeta', 'Zeta Labs'],
      ['ecole', 'École d’exemple'],
      ['alpha', 'Alpha 100% Labs'],
    ] as const) {
      await rooms.write((tx) => rooms.get(Organisations).record(tx, { slug, name, kind: 'OTHER' }))
    }
    const first = await list('first: 2, search: "l"')
    expect(first).toMatchObject({ totalCount: 4, names: ['Alpha 100% Labs', 'École d’exemple'] })
    const second = await list(`first: 2, search: "l", after: "${first.pageInfo.endCursor}"`)
    expect(second.names).toEqual(['Example University', 'Zeta Labs'])
    expect((await list('search: "labs zet"')).names).toEqual(['Zeta Labs'])
    expect((await list('search: "ECOLE"')).names).toEqual(['École d’exemple'])
    expect((await list('search: "100%"')).names).toEqual(['Alpha 100% Labs'])
    expect((await list('search: "_"')).names).toEqual([])
    expect((await list(`asOf: "${now.toISOString()}"`)).names).toEqual(['Example University'])
    const bad = await rooms.ask('{ organisations(after: "nonsense") { totalCount } }')
    expect(bad.errors![0]!.extensions.code).toBe('BAD_CURSOR')
  })

  it('have slugs of their own', async () => {
    const again = rooms.write((tx) =>
      rooms.get(Organisations).record(tx, { slug: 'zeta', name: 'Another', kind: 'OTHER' }),
    )
    await expect(again).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'input.slug' })
  })
})
