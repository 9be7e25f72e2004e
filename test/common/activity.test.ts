import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { createClient, type Client } from 'graphql-ws'
import { DataSource, type QueryRunner } from 'typeorm'
import { WebSocket } from 'ws'
import { Activity, ActivityFeed, Objects, Sealer, type Happening } from '#server/common/activity/index.js'
import { Accounts, Identity, SignIn } from '#server/common/identity/index.js'
import { system } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { reportFaultsTo } from '#server/platform/errors/index.js'
import { People, PeopleModule } from '#server/community/people/index.js'
import { freshDatabase } from '../harness/database.js'
import { openRooms, type Rooms } from '../harness/rooms.js'

const GROUP = newId()

let rooms: Rooms
let count = 0
const chairs = new Set<string>()

beforeAll(async () => {
  rooms = await openRooms([PeopleModule])
  rooms
    .get(Identity)
    .loadStandingsWith(async () => new Map([...chairs].map((chair) => [chair, [{ scopeId: GROUP, role: 'CHAIR' }]])))
  rooms.get(Objects).findGroupsWith(async (_ctx, slug) => (slug === 'example' ? GROUP : null))
  rooms
    .get(Objects)
    .describe('thing', async (_ctx, ids) => new Map(ids.map((id) => [id, { label: 'A thing', href: `/things/${id}` }])))
})
afterAll(() => rooms?.stop())

const happen = (happening: Partial<Happening> = {}) =>
  rooms.write((tx) =>
    rooms.get(Activity).record(tx, { verb: 'thing.done', object: { type: 'thing', id: newId() }, ...happening }),
  )

async function aMember(): Promise<{ id: string; cookie: string }> {
  const email = `member${(count += 1)}@example.org`
  const id = await rooms.write(async (tx) => {
    const person = await rooms.get(People).record(tx, { name: 'Ada Lovelace' })
    const passwordHash = await rooms.get(SignIn).hashNew('wet copper lantern', { email }, 'password')
    await rooms.get(Accounts).create(tx, { personId: person.id, email, passwordHash, isConfirmed: true })
    return person.id
  })
  const answer = await rooms.ask('mutation ($i: SignInInput!) { signIn(input: $i) { isSignedIn } }', {
    i: { email, password: 'wet copper lantern' },
  })
  return { id, cookie: answer.cookie! }
}

/** Runs statements in a transaction of its own that stays open. */
async function openTransaction(): Promise<QueryRunner> {
  const runner = rooms.dataSource.createQueryRunner()
  await runner.startTransaction()
  return runner
}
const recordIn = (runner: QueryRunner, verb: string) =>
  runner.query(
    `insert into event (id, occurred_at, verb, object_type, object_id, visibility) values ($1, now(), $2, 'thing', $3, 'PUBLIC')`,
    [newId(), verb, newId()],
  )

describe('the record', () => {
  it.each([
    `update event set verb = 'thing.undone'`,
    `update event set actor_id = null where false`,
    'delete from event',
    'delete from event where false',
    'truncate event cascade',
    'update event_seal set position = position + 1',
    'delete from event_seal',
    'truncate event_seal',
  ])('[AC-2] cannot be altered: %s', async (statement) => {
    await happen()
    await expect(rooms.dataSource.query(statement)).rejects.toThrow('is append-only')
  })

  it('[AC-1] holds nothing of a transaction that failed', async () => {
    const before = await rooms.dataSource.query('select 1 from event')
    const failing = rooms.write(async (tx) => {
      await rooms.get(Activity).record(tx, { verb: 'thing.done', object: { type: 'thing', id: newId() } })
      throw new Error('changed our mind')
    })
    await expect(failing).rejects.toThrow('changed our mind')
    expect(await rooms.dataSource.query('select 1 from event')).toHaveLength(before.length)
  })

  it('is read newest first, page by page, with names that are looked up now', async () => {
    const id = newId()
    for (const n of [1, 2, 3]) await happen({ object: { type: 'thing', id }, args: { n } })
    const ask = (after: string | null) =>
      rooms.ask(
        `query ($after: String, $id: UUID!) { activity(first: 2, after: $after, filter: { objectId: $id }) {
           nodes { verb label href args actor { name } } pageInfo { hasNextPage endCursor } } }`,
        { after, id },
      )
    const first = (await ask(null)).data.activity
    expect(first.nodes).toEqual(
      [3, 2].map((n) => ({ verb: 'thing.done', label: 'A thing', href: `/things/${id}`, args: { n }, actor: null })),
    )
    const second = (await ask(first.pageInfo.endCursor)).data.activity
    expect(second.nodes.map((node: { args: unknown }) => node.args)).toEqual([{ n: 1 }])
    expect(second.pageInfo.hasNextPage).toBe(false)
  })

  it('[VI-1] shows each viewer what they may see', async () => {
    const [member, chair] = [await aMember(), await aMember()]
    chairs.add(chair.id)
    const id = newId()
    for (const visibility of ['PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT'] as const) {
      await happen({ object: { type: 'thing', id }, groupId: GROUP, visibility })
    }
    const seen = async (headers: Record<string, string>) => {
      const answer = await rooms.ask(
        'query ($id: UUID!) { activity(filter: { objectId: $id, group: "example" }) { nodes { visibility } } }',
        { id },
        headers,
      )
      return answer.data.activity.nodes.map((node: { visibility: string }) => node.visibility).reverse()
    }
    expect(await seen({})).toEqual(['PUBLIC'])
    expect(await seen({ cookie: member.cookie })).toEqual(['PUBLIC', 'ACCOUNT'])
    expect(await seen({ cookie: chair.cookie })).toEqual(['PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT'])
    const nowhere = await rooms.ask('{ activity(filter: { group: "no-such-group" }) { nodes { id } } }')
    expect(nowhere.data.activity.nodes).toEqual([])
  })
})

describe('[AC-3] the chain of seals', () => {
  const settled = async () => {
    await rooms.get(Sealer).seal()
    return rooms.get(Sealer).verify()
  }

  it('covers what was committed, and holds', async () => {
    await happen()
    const report = await settled()
    expect(report.brokenAt).toBeNull()
    expect(report.sealed).toBeGreaterThan(0)
  })

  it('does not skip a transaction that began earlier and commits later', async () => {
    const [early, late] = [await openTransaction(), await openTransaction()]
    await recordIn(early, 'thing.early')
    await recordIn(late, 'thing.late')
    await late.commitTransaction()
    const isSealed = async (verb: string) =>
      (
        await rooms.dataSource.query('select 1 from event_seal s join event e on e.id = s.event_id where e.verb = $1', [
          verb,
        ])
      ).length === 1

    await rooms.get(Sealer).seal()
    expect([await isSealed('thing.early'), await isSealed('thing.late')]).toEqual([false, false])
    await early.commitTransaction()
    await Promise.all([early.release(), late.release()])
    const report = await settled()
    expect([await isSealed('thing.early'), await isSealed('thing.late')]).toEqual([true, true])
    expect(report.brokenAt).toBeNull()
  })

  it('does not wait for what is written to another database of the same server', async () => {
    const elsewhere = await freshDatabase()
    const other = await new DataSource({ type: 'postgres', url: elsewhere.url }).initialize()
    const runner = other.createQueryRunner()
    await runner.startTransaction()
    await runner.query('create table under_way ()')
    await happen({ verb: 'thing.beside' })
    expect(await settled()).toMatchObject({ unsealed: 0, brokenAt: null })
    await runner.rollbackTransaction()
    await runner.release()
    await other.destroy()
    await elsewhere.drop()
  })

  it('shows an event that was altered behind the database’s back', async () => {
    const id = newId()
    await happen({ object: { type: 'thing', id }, args: { agreed: true } })
    await settled()
    const superuser = await new DataSource({ type: 'postgres', url: rooms.databaseUrl }).initialize()
    const tamper = async (args: object) => {
      await superuser.query('alter table event disable trigger append_only')
      await superuser.query('update event set args = $2 where object_id = $1', [id, JSON.stringify(args)])
      await superuser.query('alter table event enable trigger append_only')
    }
    try {
      await tamper({ agreed: false })
      const [seal] = await superuser.query(
        'select s.position from event_seal s join event e on e.id = s.event_id where e.object_id = $1',
        [id],
      )
      expect((await settled()).brokenAt).toBe(Number(seal.position))
      await tamper({ agreed: true })
      expect((await settled()).brokenAt).toBeNull()
    } finally {
      await superuser.destroy()
    }
  })
})

describe('news of the record', () => {
  const clients: Client[] = []
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.dispose()
    // The server hears of it some time later; the next test counts its own.
    await listenersAre(0)
  })

  /** Listens over a socket; answers once the server does. */
  async function listening(headers: Record<string, string>, filter: object | null = null) {
    class Socket extends WebSocket {
      constructor(address: string, protocols: string | string[]) {
        super(address, protocols, { headers: { origin: rooms.url, ...headers } })
      }
    }
    const client = createClient({
      url: `${rooms.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Socket,
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: () => {},
    })
    clients.push(client)
    const events = client.iterate<{ activityAdded: { verb: string; args: { n: number }; visibility: string } }>({
      query: `subscription ($filter: ActivityFilter) { activityAdded(filter: $filter) { verb args visibility } }`,
      variables: { filter },
    })
    const next = async () => (await events.next()).value!.data!.activityAdded
    return { next }
  }

  it('[VI-3] reaches each listener who may see it, in order, and nobody else', async () => {
    const chair = await aMember()
    chairs.add(chair.id)
    const [stranger, insider] = [await listening({}), await listening({ cookie: chair.cookie })]
    const heard = [stranger.next(), insider.next()]
    await listenersAre(2)

    await happen({ groupId: GROUP, visibility: 'MANAGEMENT', args: { n: 1 } })
    await happen({ groupId: GROUP, visibility: 'PUBLIC', args: { n: 2 } })
    expect((await heard[1]!).args).toEqual({ n: 1 })
    expect((await heard[0]!).args).toEqual({ n: 2 })
    expect((await insider.next()).args).toEqual({ n: 2 })
  })

  it('[VI-3] stops for a role that was taken away and for a session that has ended', async () => {
    const [chair, leaver] = [await aMember(), await aMember()]
    chairs.add(chair.id).add(leaver.id)
    const [first, second] = [await listening({ cookie: chair.cookie }), await listening({ cookie: leaver.cookie })]
    const heard = [first.next(), second.next()]
    await listenersAre(2)
    await happen({ groupId: GROUP, visibility: 'PARTICIPANTS', args: { n: 1 } })
    for (const each of heard) expect((await each).args).toEqual({ n: 1 })

    chairs.delete(chair.id)
    await rooms.ask('mutation { signOut { isSignedIn } }', {}, { cookie: leaver.cookie })
    await happen({ groupId: GROUP, visibility: 'PARTICIPANTS', args: { n: 2 } })
    await happen({ args: { n: 3 } })
    for (const each of [first, second]) expect((await each.next()).args).toEqual({ n: 3 })
  })

  it('[VI-3] keeps from a listener who cannot be known what strangers may not see, and tells of the fault', async () => {
    const faults: string[] = []
    reportFaultsTo(({ doing }) => faults.push(doing))
    const feed = rooms.get(ActivityFeed)
    const gone = () => Promise.reject(new Error('the database went away'))
    const [insider, unknown] = [await feed.listen({}, async () => system), await feed.listen({}, gone)]
    const heard = [insider.next(), unknown.next()]
    await listenersAre(2)
    await happen({ visibility: 'ACCOUNT', args: { n: 1 } })
    await happen({ args: { n: 2 } })
    expect((await Promise.all(heard)).map(({ value }) => value.args)).toEqual([{ n: 1 }, { n: 2 }])
    expect(faults).toEqual(['asking who listens to the record'])
    await Promise.all([insider.return!(), unknown.return!()])
  })

  it('comes through the filter, and not twice', async () => {
    const id = newId()
    const listener = await listening({}, { objectId: id })
    const first = listener.next()
    await listenersAre(1)
    await happen({ args: { n: 1 } })
    await happen({ object: { type: 'thing', id }, args: { n: 2 } })
    await happen({ object: { type: 'thing', id }, args: { n: 3 } })
    expect((await first).args).toEqual({ n: 2 })
    expect((await listener.next()).args).toEqual({ n: 3 })
  })

  it('waits for an older transaction rather than leaving its events out', async () => {
    const listener = await listening({}, { objectType: 'thing' })
    const first = listener.next()
    await listenersAre(1)
    const [early, late] = [await openTransaction(), await openTransaction()]
    await recordIn(early, 'thing.early')
    await recordIn(late, 'thing.late')
    await late.query(`select pg_notify('events', '')`)
    await late.commitTransaction()
    await early.commitTransaction()
    await Promise.all([early.release(), late.release()])
    expect([(await first).verb, (await listener.next()).verb]).toEqual(['thing.early', 'thing.late'])
  })

  it('[ID-8] is not told to a page of another site', async () => {
    const { cookie } = await aMember()
    const socket = new WebSocket(`${rooms.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { cookie, origin: 'https://evil.example' },
    })
    const closed = new Promise<number>((resolve) => socket.on('close', resolve).on('error', () => resolve(0)))
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })))
    expect(await closed).toBe(4403)
  })

  /** A subscription begins and ends some time after that was sent; goes on when as many listen. */
  async function listenersAre(n: number): Promise<void> {
    while (rooms.get(ActivityFeed).listeners !== n) await new Promise((resolve) => setImmediate(resolve))
  }
})
