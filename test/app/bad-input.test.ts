import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { WebSocket } from 'ws'
import { reportFaultsTo } from '#server/platform/errors/index.js'
import { startApp, type TestApp } from '../harness/app.js'
import { rawRequest, type RawAnswer } from '../harness/raw-request.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp
let chair: string
const faults: string[] = []

beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase(), pages: true })
  reportFaultsTo(({ doing, error }) => faults.push(`${doing}: ${String(error)}`))
  chair = await app.signIn('chair@example.org')
})
afterAll(() => app.stop())

/** Bad input is the sender's matter: it is refused, and never a fault of ours. And the next one is answered as ever. */
afterEach(async () => {
  expect(faults.splice(0)).toEqual([])
  const { data } = await app.query('{ gap(id: "G-01") { number } }')
  expect(data).toEqual({ gap: { number: 'G-01' } })
})

/** What a stranger must not learn from a refusal: stacks, statements, files, types of errors. */
const innards =
  /\bat .*(\.[jt]s:\d|node:)|\bselect\b[^<]*\bfrom\b|\binsert into\b|node_modules|dist\/server|QueryFailedError|TypeError|invalid input syntax|invalid byte sequence|relation "/i

const uuid = '00000000-0000-7000-8000-000000000000'
const deep = (levels: number) =>
  `{ ${'bodies { nodes { parent { '.repeat(levels / 3)} name ${'} } } '.repeat(levels / 3)} }`
const nested = (levels: number) => `{ body(id: "itu-t") ${'{ parent '.repeat(levels)} { name } ${'}'.repeat(levels)} }`

const move = 'query ($input: MoveMeetingPreviewInput!) { meetingMove(input: $input) { startsOn } }'
const update = 'mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { revision } }'
const create = 'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { number } }'
const called = {
  group: 'example',
  title: 'A meeting',
  mode: 'REMOTE',
  startsOn: '2027-06-15',
  endsOn: '2027-06-15',
  zone: 'Europe/Vienna',
  idempotencyKey: 'bad-input-1',
}
const days = { startsOn: '2027-06-15', endsOn: '2027-06-15' }

type Case = [what: string, query: string, variables: object, code: string]
const cases: Case[] = [
  ['a key that is none', move, { input: { id: 'meeting-2', ...days } }, 'BAD_INPUT'],
  ['a key of nothing', move, { input: { id: uuid, ...days } }, 'NOT_FOUND'],
  ['a value that is not in the list', '{ gaps(filter: { standing: [AJAR] }) { totalCount } }', {}, 'BAD_INPUT'],
  [
    'a value that is not in the list, as a variable',
    'query ($filter: GapFilter) { gaps(filter: $filter) { totalCount } }',
    { filter: { standing: ['AJAR'] } },
    'BAD_INPUT',
  ],
  ['a query 40 levels deep', nested(40), {}, 'TOO_DEEP'],
  ['a query 3,000 levels deep', nested(3000), {}, 'TOO_DEEP'],
  ['a list 40 levels deep', deep(39), {}, 'TOO_DEEP'],
  [
    'a day that does not exist',
    move,
    { input: { id: uuid, startsOn: '2027-02-30', endsOn: '2027-03-01' } },
    'BAD_INPUT',
  ],
  [
    'a day far away',
    create,
    { input: { ...called, startsOn: '9999-12-31', endsOn: '9999-12-31' } },
    'DAY_OUT_OF_RANGE',
  ],
  ['an instant that is none', '{ gaps(asOf: "yesterday") { totalCount } }', {}, 'BAD_INPUT'],
  ['an end before the beginning', create, { input: { ...called, endsOn: '2027-06-14' } }, 'ENDS_BEFORE_START'],
  ['a zone that does not exist', create, { input: { ...called, zone: 'Europe/Atlantis' } }, 'NO_SUCH_ZONE'],
  ['a time that does not exist', create, { input: { ...called, opensAt: '25:61' } }, 'NO_SUCH_TIME_OF_DAY'],
  ['an empty title', create, { input: { ...called, title: '   ' } }, 'TEXT_MISSING'],
  ['a title of 100,000 characters', create, { input: { ...called, title: 'x'.repeat(100_000) } }, 'TEXT_TOO_LONG'],
  ['a cursor that is none', '{ items(first: 5, after: "nonsense") { totalCount } }', {}, 'BAD_CURSOR'],
  ['a cursor of another list', '{ gaps(first: 5, after: "eyJ2IjpbIngiXX0") { totalCount } }', {}, 'BAD_CURSOR'],
  ['fewer than no rows', '{ items(first: -1) { totalCount } }', {}, 'BAD_INPUT'],
  ['a number that does not fit', '{ items(first: 99999999999) { totalCount } }', {}, 'BAD_INPUT'],
  ['no GraphQL', '{ gaps(', {}, 'BAD_QUERY'],
  ['a field that does not exist', '{ gaps { secrets } }', {}, 'BAD_QUERY'],
  [
    'more rows than may be asked for',
    '{ items(first: 200) { nodes { relations { other { relations { other { names { title } } } } } } } }',
    {},
    'TOO_COSTLY',
  ],
  [
    'a password of 200,000 characters for a new account',
    'mutation ($input: RegisterInput!) { register(input: $input) { isTaken } }',
    { input: { name: 'A', email: 'a@new.example', password: 'x7'.repeat(100_000) } },
    'PASSWORD_TOO_WEAK',
  ],
  [
    'a password of 200,000 characters to sign in',
    'mutation ($input: SignInInput!) { signIn(input: $input) { isSignedIn } }',
    { input: { email: 'chair@example.org', password: 'x7'.repeat(100_000) } },
    'BAD_CREDENTIALS',
  ],
]

describe('the API refuses, with a code and a sentence,', () => {
  it.each(cases)('%s', async (_what, query, variables, code) => {
    const answer = await app.query(query, variables as Record<string, unknown>, { cookie: chair })
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual([code])
    expect(answer.errors![0]!.message).toMatch(/^[A-Z0-9“].{20,700}\.$/s)
    expect(JSON.stringify(answer)).not.toMatch(innards)
  })

  it('a stale revision, and shows how things stand', async () => {
    const { data } = await app.query<{ meeting: { id: string; revision: number } }>(
      '{ meeting(group: "example", number: 2) { id revision } }',
    )
    const { id, revision } = data!.meeting
    const answer = await app.query(
      update,
      { input: { id, expectedRevision: revision + 1, title: 'Late' } },
      { cookie: chair },
    )
    const { extensions, message } = answer.errors![0]!
    expect(extensions.code).toBe('STALE')
    expect(JSON.stringify(extensions.details)).toContain('Second meeting')
    expect(message).toContain('Your text is still here')
  })

  it.each(['\u0000', 'a\u0000b', '\ud800', '%00', '\u202e', '😀', "'; drop table gap; --", '\\', '%', '_', ' '])(
    'or finds nothing under %j, wherever a text is taken',
    async (text) => {
      const { data, errors } = await app.query(
        `query ($t: String!) {
           item(designation: $t) { slug } itemsNamed(designation: $t) { slug } gap(id: $t) { number } body(id: $t) { slug }
           group(slug: $t) { slug } meeting(group: $t, number: 1) { title }
           items(filter: { search: $t, body: [$t], gap: [$t] }) { totalCount }
           gaps(filter: { search: $t, body: [$t], principle: [$t] }) { totalCount }
           bodies(filter: { search: $t, parent: $t }) { totalCount } organisations(search: $t) { totalCount }
           activity(filter: { group: $t, objectType: $t }) { nodes { id } }
         }`,
        { t: text },
      )
      const codes = new Set(errors?.map(({ extensions }) => extensions.code))
      expect([...codes].filter((code) => code !== 'BAD_INPUT')).toEqual([])
      expect(JSON.stringify(errors ?? [])).not.toMatch(innards)
      if (codes.size === 0)
        expect(data).toMatchObject({ item: null, gap: null, body: null, group: null, meeting: null })
    },
  )

  it('or keeps a sign that cannot be stored out of what is written', async () => {
    const input = { ...called, title: 'A \u0000 meeting', idempotencyKey: 'bad-input-sign' }
    const { errors } = await app.query(create, { input }, { cookie: chair })
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT'])
  })

  const post = (body: string, headers: Record<string, string> = {}) =>
    rawRequest(app.url, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: new URL(app.url).host, ...headers },
      body,
    })
  const codeOf = ({ text }: RawAnswer) => {
    expect(text).not.toMatch(innards)
    const { code, errors } = JSON.parse(text) as { code?: string; errors?: { extensions: { code: string } }[] }
    return code ?? errors?.[0]?.extensions.code
  }

  it('a query of 2 MB', async () => {
    const answer = await post(JSON.stringify({ query: `{ gaps { totalCount } } #${'x'.repeat(2_000_000)}` }))
    expect([answer.status, codeOf(answer)]).toEqual([413, 'TOO_LARGE'])
  })

  it('a password of 1 MB', async () => {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { isSignedIn } }'
    const input = { email: 'chair@example.org', password: 'x'.repeat(1_000_000) }
    const answer = await post(JSON.stringify({ query, variables: { input } }))
    expect([answer.status, codeOf(answer)]).toEqual([413, 'TOO_LARGE'])
  })

  it('a body that is no JSON', async () => {
    const answer = await post('{"query": ')
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_INPUT'])
  })

  it('a forged Host, and repeats it nowhere', async () => {
    const answer = await post('{"query":"{ viewer { isSignedIn } }"}', { host: 'evil.example' })
    expect([answer.status, codeOf(answer)]).toEqual([421, 'BAD_HOST'])
    expect(answer.text).not.toContain('evil')
  })

  it.each(['http://evil.example', 'null', 'http://127.0.0.1', 'nonsense'])('a forged Origin: %s', async (origin) => {
    const answer = await post('{"query":"mutation { signOut { isSignedIn } }"}', { origin, cookie: chair })
    expect([answer.status, codeOf(answer)]).toEqual([403, 'BAD_ORIGIN'])
    const { data } = await app.query<{ viewer: { isSignedIn: boolean } }>(
      '{ viewer { isSignedIn } }',
      {},
      { cookie: chair },
    )
    expect(data!.viewer.isSignedIn).toBe(true)
  })

  it('a socket that a page of another site opens', async () => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { origin: 'http://evil.example', cookie: chair },
    })
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode))
      socket.on('open', () => resolve('opened'))
    })
    expect(status).toBe(403)
    socket.on('error', () => {})
    socket.terminate()
  })
})

/** What a person with a browser is shown. */
async function page(path: string, more: Parameters<typeof rawRequest>[2] = {}) {
  const { host } = new URL(app.url)
  const answer = await rawRequest(app.url, path, {
    ...more,
    headers: { accept: 'text/html', host, ...more.headers },
  })
  expect(answer.text).not.toMatch(innards)
  const said = answer.text
    .split('<script type="application/json"')[0]!
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
  return { status: answer.status, said, html: answer.text, location: answer.headers.location }
}

const oddNames = {
  '%00': '%00',
  'a name with %00 in it': 'iso%00iec',
  '%FF': '%FF',
  'half an escape': '%E0%A4%A',
  'an emoji': encodeURIComponent('😀 🧪'),
  '3,000 characters': 'x'.repeat(3000),
  '../': '..%2F..%2Fetc%2Fpasswd',
  '../ as it is': '../../../../etc/passwd',
  'a quotation mark': encodeURIComponent(`"><script>alert(1)</script>`),
  'signs of SQL': encodeURIComponent(`' or 1=1; --`),
  'right-to-left signs': encodeURIComponent('\u202egnp.exe'),
  'only spaces': '%20%20',
}

describe('a page says in a sentence what is wrong with', () => {
  const rooms = ['/items/', '/gaps/', '/bodies/', '/groups/', '/groups/example/meetings/']
  it.each(Object.entries(oddNames).flatMap(([what, name]) => rooms.map((room) => [what, room, name] as const)))(
    '%s after %s',
    async (_what, room, name) => {
      const { status, said, html } = await page(room + name)
      expect([400, 404, 414]).toContain(status)
      expect(said).toMatch(/[A-Z][^.]{15,}\./)
      expect(html).toMatch(/<h1[ >]/)
      expect(html).not.toContain('<script>alert')
    },
  )

  it.each([
    ['/roadmap?after=nonsense', 400],
    ['/gaps?before=%00', 400],
    ['/groups/example/meetings/99999999999999999999', 404],
    ['/groups/example/meetings/-1', 404],
    ['/groups/example/meetings/1e0', 404],
    ['/groups/example/meetings/2.5', 404],
    ['/sign-in/link?secret=none', 200],
  ])('%s', async (path, expected) => {
    const { status, said } = await page(path)
    expect([path, status]).toEqual([path, expected])
    expect(said).toMatch(/[A-Z][^.]{15,}\./)
  })

  it.each([
    '/roadmap?topic=AJAR',
    '/roadmap?sort=colour',
    '/gaps?standing=AJAR',
    '/gaps?asOf=yesterday',
    '/roadmap?asOf=2026-02-30',
    '/?view=cube',
    '/roadmap?q=%FF',
    '/roadmap?q=%00',
    `/roadmap?q=${'x'.repeat(3000)}`,
  ])('a parameter that cannot be used, and shows the rest: %s', async (path) => {
    const { status, html } = await page(path)
    expect([200, 400]).toContain(status)
    expect(html).toMatch(/<h1[ >]/)
  })

  it('a date that does not exist, beside the form that it was typed into', async () => {
    const { status, said } = await page('/groups/example/meetings/2/move?startsOn=2027-02-30&endsOn=2027-03-01', {
      headers: { cookie: chair },
    })
    expect([200, 422]).toContain(status)
    expect(said).toMatch(/day/)
  })

  it('a password of 1 MB', async () => {
    const { status, said } = await page('/register', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: app.url },
      body: `name=A&email=a%40new.example&password=${'x'.repeat(1_000_000)}`,
    })
    expect(status).toBe(413)
    expect(said).toContain('larger than is taken here')
  })

  it('a forged Host, and repeats it nowhere', async () => {
    const { status, html, said } = await page('/', { headers: { host: 'evil.example' } })
    expect(status).toBe(421)
    expect(said).toContain('does not answer under the name')
    expect(html).not.toContain('evil')
  })

  it('a forged Host that a proxy would name: it is not believed', async () => {
    const { status, html } = await page('/', {
      headers: { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
    })
    expect(status).toBe(200)
    expect(html).not.toContain('evil')
  })

  it('a form that a page of another site sends', async () => {
    const { status, said } = await page('/me', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://evil.example', cookie: chair },
      body: 'form=sign-out',
    })
    expect(status).toBe(403)
    expect(said).toContain('came from a page of another site')
  })

  it('where to go after signing in: never to another site', async () => {
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const { status, location } = await page('/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: app.url },
        body: new URLSearchParams({ form: 'starter', email: 'reader@example.org', to }).toString(),
      })
      expect([to, status]).toEqual([to, 302])
      expect(new URL(location!, app.url).origin).toBe(app.url)
    }
  })
})
