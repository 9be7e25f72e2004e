import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

/** Two servers on one database, as behind a load balancer. */
let app: TestApp
let other: TestApp
let secretariat: string
let chair: string

beforeAll(async () => {
  const database = await freshStarterDatabase()
  app = await startApp({ database, pages: true })
  other = await startApp({ pages: true, database: { ...database, drop: async () => {} } })
  secretariat = await app.signIn('secretariat@example.org')
  chair = await app.signIn('chair@example.org')
})
afterAll(async () => {
  await other.stop()
  await app.stop()
})

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(app.url + path, { headers: { 'accept-language': 'en', ...headers }, redirect: 'manual' })
  const { status, headers: has } = answer
  const html = await answer.text()
  return { status, html, etag: has.get('etag'), cacheControl: has.get('cache-control'), vary: has.get('vary') ?? '' }
}

/** Asks until the answer fits: news of a write come by way of the database, shortly after it. */
async function until(path: string, fits: (page: Awaited<ReturnType<typeof get>>) => boolean) {
  for (;;) {
    const page = await get(path)
    if (fits(page)) return page
  }
}

const updateGap = async (server: TestApp, change: object) => {
  const { data } = await server.query<{ gap: { revision: number } }>('{ gap(id: "G-01") { revision } }')
  const { errors } = await server.query(
    'mutation ($input: UpdateGapInput!) { updateGap(input: $input) { revision } }',
    { input: { id: 'G-01', expectedRevision: data!.gap.revision, ...change } },
    { cookie: secretariat },
  )
  expect(errors).toBeUndefined()
}

const updateMeeting = async (number: number, change: object) => {
  const { data } = await other.query<{ meeting: { id: string; revision: number } }>(
    'query ($number: Int!) { meeting(group: "example", number: $number) { id revision } }',
    { number },
    { cookie: chair },
  )
  const { id, revision } = data!.meeting
  const { errors } = await other.query(
    'mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { revision } }',
    { input: { id, expectedRevision: revision, ...change } },
    { cookie: chair },
  )
  expect(errors).toBeUndefined()
}

describe('a page for strangers', () => {
  it('[PG-2] has a strong ETag, and is not sent again to whoever has it', async () => {
    const first = await get('/gaps')
    expect(first.etag).toMatch(/^"[\w-]{22}"$/)
    expect(first.cacheControl).toBe('public, no-cache')
    for (const header of ['Accept-Language', 'Cookie', 'Authorization']) expect(first.vary).toContain(header)
    expect((await get('/gaps')).etag).toBe(first.etag)
    for (const tags of [first.etag!, `"other", ${first.etag}`, `W/${first.etag}`]) {
      expect(await get('/gaps', { 'if-none-match': tags })).toMatchObject({ status: 304, html: '', etag: first.etag })
    }
    expect((await get('/gaps', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it.each(['/', '/groups/example', '/groups/example/meetings/1', '/items/iso-iec-21031-2024', '/gaps/G-01'])(
    '[PG-2] is the same from every process, whenever within the hour it was made: %s',
    async (url) => {
      const made = async (server: TestApp, at: string) => {
        const before = server.clock.now().toISOString()
        server.clock.set(at)
        const { statusCode, headers, body } = await server.app.inject({ url, headers: { host: 'localhost' } })
        server.clock.set(before)
        return { statusCode, etag: headers.etag, body }
      }
      const here = await made(app, '2026-06-01T12:00:01.000Z')
      expect(here).toMatchObject({ statusCode: 200, etag: expect.any(String) })
      expect(await made(other, '2026-06-01T12:59:59.999Z')).toEqual(here)
    },
  )

  it('[PG-1] is made anew after a public write through another process', async () => {
    const before = await get('/gaps/G-01')
    await updateGap(other, { title: 'A title that nobody had thought of' })
    const after = await until('/gaps/G-01', ({ etag }) => etag !== null && etag !== before.etag)
    expect(after.html).toContain('A title that nobody had thought of')
    expect(await get('/gaps/G-01', { 'if-none-match': before.etag! })).toMatchObject({ status: 200, etag: after.etag })
  })

  it('[PG-1] so are the files beside the lists', async () => {
    const before = await get('/gaps.csv')
    expect(await get('/gaps.csv', { 'if-none-match': before.etag! })).toMatchObject({ status: 304 })
    await updateGap(other, { title: 'Another title for the file' })
    const after = await until('/gaps.csv', ({ etag }) => etag !== null && etag !== before.etag)
    expect(after.html).toContain('Another title for the file')
  })

  it('[PG-1] is kept for each language by itself, however it was chosen', async () => {
    const [english, mirrored, byAddress] = [
      await get('/principles'),
      await get('/principles', { 'accept-language': 'ar-XB' }),
      await get('/principles?lang=ar-XB'),
    ]
    expect(english.html).toContain('dir="ltr"')
    expect(mirrored.html).toContain('dir="rtl"')
    expect(byAddress.html).toContain('dir="rtl"')
    expect(mirrored.etag).not.toBe(english.etag)
    expect((await get('/principles')).etag).toBe(english.etag)
    expect((await get('/principles', { 'accept-language': 'ar-XB' })).etag).toBe(mirrored.etag)
    expect((await get('/principles', { 'accept-language': 'ar-XB', 'if-none-match': english.etag! })).status).toBe(200)
  })

  it('[PG-1] is not kept when it is refused', async () => {
    for (const path of ['/gaps/G-99', '/nowhere']) {
      const page = await get(path)
      expect([page.status, page.etag]).toEqual([404, null])
      expect(page.cacheControl).toMatch(/^no-(cache|store)$/)
    }
  })
})

describe('[PG-1] what only some may see never enters the cache:', () => {
  it('a page made for somebody who is signed in is theirs alone', async () => {
    await get('/groups/example')
    const { data } = await app.query<{ createAccessToken: { secret: string } }>(
      'mutation { createAccessToken(input: { name: "Reader of pages" }) { secret } }',
      {},
      { cookie: chair },
    )
    const ways: Record<string, string>[] = [
      { cookie: chair },
      { authorization: `Bearer ${data!.createAccessToken.secret}` },
    ]
    for (const who of ways) {
      const theirs = await get('/groups/example', who)
      expect(theirs).toMatchObject({ status: 200, etag: null, cacheControl: 'private, no-store' })
      expect(theirs.html).toContain('Editors’ session')
    }
    const strangers = await get('/groups/example')
    expect(strangers.html).not.toContain('Editors’ session')
    expect(strangers.cacheControl).toBe('public, no-cache')
  })

  it('a cookie of nobody is a stranger', async () => {
    const [name] = chair.split('=')
    const page = await get('/groups/example', { cookie: `${name}=made-up` })
    expect(page.html).not.toContain('Editors’ session')
  })

  it('a hidden meeting stays unknown after its own people have looked at it', async () => {
    expect((await get('/groups/example/meetings/3', { cookie: chair })).status).toBe(200)
    expect((await get('/groups/example/meetings/3')).status).toBe(404)
  })

  it('what is hidden now is gone from pages that were kept while it was public', async () => {
    for (const path of ['/', '/groups/example', '/groups/example/meetings/2']) {
      expect((await get(path)).html).toContain('Second meeting')
    }
    await updateMeeting(2, { visibility: 'PARTICIPANTS' })
    await until('/groups/example/meetings/2', ({ status }) => status === 404)
    for (const path of ['/', '/groups/example', '/activity']) {
      expect([path, (await get(path)).html.includes('Second meeting')]).toEqual([path, false])
    }
    await updateMeeting(2, { visibility: 'PUBLIC' })
    // Kept pages are made anew when the database has announced the commit, a moment later.
    await until('/groups/example', ({ html }) => html.includes('Second meeting'))
  })

  it('what its own people write about it does not show that there is something', async () => {
    const before = await get('/groups/example')
    await updateMeeting(3, { place: 'Behind a closed door' })
    await updateGap(other, { title: 'Something public, so that pages are made anew' })
    await until('/gaps/G-01', ({ html }) => html.includes('Something public'))
    const after = await get('/groups/example')
    // The moment against which days left are counted travels with the page.
    const timeless = (html: string) => html.replace(/"now":"[^"]*"/g, '')
    expect(timeless(after.html)).toBe(timeless(before.html))
  })
})
