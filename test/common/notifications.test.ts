import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { CtxFactory } from '#server/common/identity/index.js'
import { Digests } from '#server/common/notifications/index.js'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp
let reader: string
let editor: string
beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase() })
  reader = await app.signIn('reader@example.org')
  editor = await app.signIn('secretariat@example.org')
})
afterAll(() => app?.stop())

interface Viewer {
  digest: string
  follows: { id: string; kind: string; label: string | null; href: string | null; newsCount: number }[]
  savedViews: { id: string; name: string; address: string; revision: number; mayFollow: boolean }[]
  news: { count: number; upTo: string; events: { verb: string; label: string | null }[] }
}
const ask = async <T>(query: string, variables: object = {}, cookie = reader) => {
  const { data, errors } = await app.query<T>(query, variables as never, cookie ? { cookie } : {})
  return { data: data!, code: errors?.[0]?.extensions.code ?? null, field: errors?.[0]?.extensions.field }
}
const me = async (cookie = reader) =>
  (
    await ask<{ viewer: Viewer }>(
      `{ viewer { digest follows { id kind label href newsCount } savedViews { id name address revision mayFollow }
         news { count upTo events { verb label } } } }`,
      {},
      cookie,
    )
  ).data.viewer
const follow = (kind: string, key: string, cookie = reader) =>
  ask<{ beginFollow: { id: string } }>(
    'mutation ($input: FollowInput!) { beginFollow(input: $input) { id } }',
    { input: { kind, key } },
    cookie,
  )
const endAll = async () => {
  for (const { id } of (await me()).follows) await ask('mutation ($id: UUID!) { endFollow(id: $id) { id } }', { id })
}
const seen = async (upTo: string) => ask('mutation ($upTo: String!) { markNewsSeen(upTo: $upTo) { digest } }', { upTo })
let turn = 0
/** Something happens to a gap. */
const progress = async (gap: string, cookie = editor) => {
  const { code } = await ask(
    'mutation ($input: RecordGapProgressInput!) { recordGapProgress(input: $input) { id } }',
    {
      input: {
        idempotencyKey: `news-${(turn += 1)}-${gap}`,
        gap,
        progress: 'GREEN',
        on: '2025-01-15',
        note: 'It moves.',
        source: 'the minutes',
      },
    },
    cookie,
  )
  expect(code).toBeNull()
}

describe('following', () => {
  it('[NO-1] tells what others do from then on, once however often it concerns one', async () => {
    await progress('G-05')
    expect((await follow('GAP', 'G-05')).code).toBeNull()
    await follow('TOPIC', 'water')
    await follow('BODY', 'itu-t-sg5')
    expect((await me()).news.count).toBe(0)

    await progress('G-05')
    await progress('G-10')
    const { news, follows } = await me()
    expect(news.events.map(({ label }) => label)).toEqual(['G-05 Water footprint of AI services'])
    expect(news.count).toBe(1)
    expect(Object.fromEntries(follows.map(({ kind, newsCount }) => [kind, newsCount]))).toEqual({
      GAP: 1,
      TOPIC: 1,
      BODY: 1,
    })
  })

  it('[NO-3] keeps news until they are marked as seen, and marks nothing that came later', async () => {
    const { upTo } = (await me()).news
    await progress('G-05')
    await seen(upTo)
    expect((await me()).news.count).toBe(1)
    await seen((await me()).news.upTo)
    expect((await me()).news).toMatchObject({ count: 0, events: [] })
    // Nobody can mark what is still to come, and going back brings nothing back.
    await seen('999999999-0')
    await seen(upTo)
    await progress('G-05')
    expect((await me()).news.count).toBe(1)
  })

  it('[NO-1] follows a thing by any of its names, and only once', async () => {
    await endAll()
    const first = await follow('ITEM', 'iso iec 21031 : 2024')
    const again = await follow('ITEM', 'iso-iec-21031-2024')
    expect(again.data.beginFollow.id).toBe(first.data.beginFollow.id)
    const [one] = (await me()).follows
    expect(one).toMatchObject({ label: 'ISO/IEC 21031:2024', href: '/items/iso-iec-21031-2024' })
    const { data } = await ask<{ follow: { id: string } | null }>('{ follow(kind: ITEM, key: "21031") { id } }')
    expect(data.follow?.id).toBe(first.data.beginFollow.id)
  })

  it.each([
    ['GAP', 'G-9999'],
    ['GAP', "'; drop"],
    ['ITEM', 'no such item'],
    ['BODY', 'nobody'],
    ['TOPIC', 'SOUP'],
    ['VIEW', '01900000-0000-7000-8000-000000000000'],
    ['VIEW', 'x'],
  ])('[NO-1] refuses to follow a %s called %s', async (kind, key) => {
    expect((await follow(kind, key)).code).toBe('NOT_FOUND')
  })

  it('[NO-6] is nobody else’s: not to be seen, not to be ended', async () => {
    const { data } = await follow('GAP', 'G-01')
    const { id } = data.beginFollow
    expect((await me(editor)).follows).toEqual([])
    expect((await ask('mutation ($id: UUID!) { endFollow(id: $id) { id } }', { id }, editor)).code).toBe('NOT_FOUND')
    expect((await follow('GAP', 'G-01', '')).code).toBe('SIGN_IN_REQUIRED')
    const told = await app.query<{ activity: { nodes: { verb: string }[] } }>(
      '{ activity(first: 50) { nodes { verb } } }',
    )
    expect(told.data!.activity.nodes.filter(({ verb }) => /^(follow|view|digest)/.test(verb))).toEqual([])
  })
})

describe('kept views', () => {
  const save = (name: string, address: string, cookie = reader) =>
    ask<{ saveView: { id: string; address: string; revision: number } }>(
      'mutation ($input: SaveViewInput!) { saveView(input: $input) { id address revision } }',
      { input: { name, address } },
      cookie,
    )

  it('[NO-2] keeps a list without its page, renames it, follows it, drops it', async () => {
    await endAll()
    const { data } = await save('Water, open', '/gaps?open=true&topic=WATER&after=abc')
    const { id, address, revision } = data.saveView
    expect(address).toBe('/gaps?open=true&topic=WATER')
    await follow('VIEW', id)
    await progress('G-23')
    await progress('G-10')
    const { news, follows } = await me()
    expect(news.events.map(({ label }) => label)).toEqual(['G-23 Where to build'])
    expect(follows).toMatchObject([{ kind: 'VIEW', label: 'Water, open', href: address, newsCount: 1 }])

    const rename = (name: string, expectedRevision: number, cookie = reader) =>
      ask(
        'mutation ($input: RenameViewInput!) { renameView(input: $input) { name } }',
        { input: { id, expectedRevision, name } },
        cookie,
      )
    expect((await rename('Water', revision, editor)).code).toBe('NOT_FOUND')
    expect((await rename('Water', revision)).code).toBeNull()
    expect((await rename('Rain', revision)).code).toBe('STALE')
    await save('Rain', '/roadmap')
    expect(await rename('Rain', revision + 1)).toMatchObject({ code: 'VIEW_NAMED_SO', field: 'input.name' })

    expect((await ask('mutation ($id: UUID!) { deleteView(id: $id) { id } }', { id }, editor)).code).toBe('NOT_FOUND')
    await ask('mutation ($id: UUID!) { deleteView(id: $id) { id } }', { id })
    const after = await me()
    expect([after.follows, after.savedViews.map(({ name }) => name)]).toEqual([[], ['Rain']])
  })

  it.each([
    ['  ', '/gaps', 'TEXT_MISSING'],
    ['a'.repeat(101), '/gaps', 'TEXT_TOO_LONG'],
    ['Elsewhere', 'https://example.org/gaps', 'BAD_INPUT'],
    ['In disguise', '//example.org/gaps', 'BAD_INPUT'],
    ['No list', '/me', 'BAD_INPUT'],
    ['Rain', '/gaps', 'VIEW_NAMED_SO'],
  ])('[NO-2] refuses to keep “%s”, %s', async (name, address, code) => {
    expect((await save(name, address)).code).toBe(code)
  })

  it('[NO-2] keeps a page that has no news, and says that it cannot be followed', async () => {
    const { data } = await save('Bodies', '/bodies')
    expect((await me()).savedViews.find(({ name }) => name === 'Bodies')!.mayFollow).toBe(false)
    expect((await follow('VIEW', data.saveView.id)).code).toBe('BAD_INPUT')
  })
})

describe('letters', () => {
  const letters = async () =>
    (await app.app
      .get(DataSource)
      .query(
        `select recipient, subject, body from outgoing_mail where subject like '%follow%' order by created_at`,
      )) as {
      recipient: string
      subject: string
      body: string
    }[]
  const choose = (frequency: string, cookie = reader) =>
    ask('mutation ($f: DigestFrequency!) { chooseDigest(frequency: $f) { digest } }', { f: frequency }, cookie)
  const sendAll = async () => {
    const digests = app.app.get(Digests, { strict: false })
    const ctx = app.app.get(CtxFactory, { strict: false }).ofHouse()
    const due = await digests.due(ctx)
    // Two processes at once.
    const sent = await Promise.all(due.flatMap((id) => [digests.send(ctx, id), digests.send(ctx, id)]))
    return { due: due.length, sent: sent.filter(Boolean).length }
  }

  it('[NO-4] tell what happened, once, when they are due, and nothing when nothing did', async () => {
    await endAll()
    app.clock.set('2026-03-14T12:00:00Z')
    await follow('GAP', 'G-05')
    await progress('G-05')
    await choose('DAILY')
    // What happened before is on the page, and in no letter.
    app.clock.set('2026-03-15T05:00:00Z')
    expect([await sendAll(), await letters()]).toEqual([{ due: 1, sent: 0 }, []])

    await progress('G-05')
    expect((await sendAll()).due).toBe(0)
    app.clock.set('2026-03-16T05:00:00Z')
    expect(await sendAll()).toEqual({ due: 1, sent: 1 })
    const [letter, another] = await letters()
    expect(another).toBeUndefined()
    expect(letter).toMatchObject({ recipient: 'reader@example.org', subject: 'One thing happened to what you follow' })
    expect(letter!.body).toMatch(/recorded how the work on the gap G-05 Water footprint of AI services moves/)
    expect(letter!.body).toMatch(/\/gaps\/G-05\n/)

    app.clock.set('2026-03-17T05:00:00Z')
    expect(await sendAll()).toEqual({ due: 1, sent: 0 })
    expect((await me()).news.count).toBe(2)
  })

  it('[NO-4, VI-1] tell nothing that the reader may not see by then', async () => {
    const record = `insert into event (id, occurred_at, verb, object_type, object_id, visibility)
      select gen_random_uuid(), now(), 'gap.updated', 'gap', id, 'MANAGEMENT' from gap where number = 5`
    await app.app.get(DataSource).query(record)
    app.clock.set('2026-03-18T05:00:00Z')
    expect(await sendAll()).toEqual({ due: 1, sent: 0 })
  })

  it('[NO-4] come in the language of the account', async () => {
    await ask('mutation { chooseLanguage(language: "ar-XB") { language } }')
    await progress('G-05')
    app.clock.set('2026-03-19T05:00:00Z')
    expect(await sendAll()).toMatchObject({ sent: 1 })
    const all = (await app.app.get(DataSource).query(`select subject from outgoing_mail order by created_at`)) as {
      subject: string
    }[]
    expect(all.at(-1)!.subject).not.toMatch(/^One thing happened/)
    await ask('mutation { chooseLanguage(language: "en") { language } }')
  })

  it('[NO-5] end by the link in each of them, whoever opens it, and say nothing of who gets any', async () => {
    const end = (key: string) =>
      ask<{ endDigest: { isTaken: boolean } }>(
        'mutation ($key: String!) { endDigest(key: $key) { isTaken } }',
        { key },
        '',
      )
    const [letter] = await letters()
    const key = /unsubscribe\?key=(\S+)/.exec(letter!.body)![1]!
    expect((await end('guess')).data.endDigest.isTaken).toBe(true)
    expect((await me()).digest).toBe('DAILY')
    expect((await end(key)).data.endDigest.isTaken).toBe(true)
    expect((await me()).digest).toBe('OFF')
    expect((await end(key)).data.endDigest.isTaken).toBe(true)
    await progress('G-05')
    app.clock.set('2026-03-25T05:00:00Z')
    expect(await sendAll()).toEqual({ due: 0, sent: 0 })
    const kept = (await app.app
      .get(DataSource)
      .query('select encode(secret_hash, $1) as hash from digest_link', ['hex'])) as { hash: string }[]
    expect(kept.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept)).not.toContain(key)
  })
})

it('[NO-6] goes with whoever is erased', async () => {
  const { data } = await ask<{ viewer: { person: { id: string } } }>('{ viewer { person { id } } }')
  await ask('mutation ($id: UUID!) { erasePerson(id: $id) { id } }', { id: data.viewer.person.id })
  const counts = (await app.app.get(DataSource).query(
    `select (select count(*) from follow)::int + (select count(*) from saved_view)::int + (select count(*) from digest)::int
       + (select count(*) from digest_link)::int as left`,
  )) as [{ left: number }]
  expect(counts[0].left).toBe(0)
})
