import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getIntrospectionQuery } from 'graphql'
import { serverAudits } from 'graphql-http'
import { createClient, type Client } from 'graphql-ws'
import WebSocket from 'ws'
import { executeInProcess } from '#server/platform/graphql/index.js'
import { ask, door, faults, listening, start, tell, type World } from './graphql-world.js'

const responseJson = 'application/graphql-response+json'

let site: World
beforeAll(async () => {
  site = await start()
})
afterAll(() => site.close())

const firstError = async (query: string, more?: Parameters<typeof ask>[2]) => {
  const { status, body } = await ask(site, query, more)
  return { status, data: body.data, ...body.errors?.[0] }
}

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${site.url}/graphql`, fetchFn: fetch })

  it('has 61 audits to pass', () => expect(audits).toHaveLength(61))

  it.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))('passes audit %s: %s', async (_id, _name, run) => {
    expect(await run()).toMatchObject({ status: 'ok' })
  })

  it('refuses a mutation in an address, and says which method to use', async () => {
    const response = await fetch(
      `${site.url}/graphql?query=${encodeURIComponent('mutation { wish(wish: {on: "2026-01-01"}) }')}`,
    )
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_METHOD' } }] })
  })

  it('refuses an operation name in an address that the query does not have', async () => {
    const response = await fetch(
      `${site.url}/graphql?query=${encodeURIComponent('query A { viewer }')}&operationName=B`,
    )
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_QUERY' } }] })
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
  ])('refuses a body of type %s, which the form of another site could send', async (type) => {
    const response = await fetch(`${site.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify({ query: 'mutation { wish(wish: {on: "2026-01-01"}) }' }),
    })
    expect(response.status).toBe(415)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_CONTENT_TYPE' } }] })
  })

  it('takes one query a request, not a list', async () => {
    const response = await fetch(`${site.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ viewer }' }]),
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] })
  })

  it('refuses a syntax tree in place of a text', async () => {
    const { extensions } = await firstError('{"kind":"Document","definitions":[]}')
    expect(extensions).toMatchObject({ code: 'BAD_QUERY' })
  })

  it('answers a body that is no JSON with a sentence', async () => {
    const response = await fetch(`${site.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{ not json',
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('not valid JSON'), extensions: { code: 'BAD_INPUT' } }],
    })
  })

  it('lets the context refuse the whole request', async () => {
    door.open = false
    const answer = await ask(site, '{ viewer }')
    door.open = true
    expect(answer.status).toBe(401)
    expect(answer.body.errors?.[0]?.extensions.code).toBe('SIGN_IN_REQUIRED')
    expect(answer.body).not.toHaveProperty('data')
  })

  it('tells a context that breaks as a fault', async () => {
    door.broken = true
    const answer = await ask(site, '{ viewer }')
    door.broken = false
    expect(answer.status).toBe(500)
    expect(answer.body.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }])
    expect(JSON.stringify(answer.body)).not.toContain('fire')
  })

  it('answers each operation of a text that holds two, however often it was asked', async () => {
    const query = 'query A { a: viewer } query B { b: viewer }'
    for (let round = 0; round < 3; round++) {
      expect((await ask(site, query, { operationName: 'A' })).body.data).toEqual({ a: 'ada' })
      expect((await ask(site, query, { operationName: 'B' })).body.data).toEqual({ b: 'ada' })
    }
  })
})

// The first time a query is interpreted, the second time it is compiled and run, the third time it is run as compiled.
describe.each([1, 2, 3])('errors, when a query is asked for the %s. time', () => {
  it('tells a refusal by code, arguments, field, details and one English sentence', async () => {
    const { status, body } = await ask(site, '{ refused viewer }')
    expect(status).toBe(200)
    expect(body).toEqual({
      data: { refused: null, viewer: 'ada' },
      errors: [
        {
          message: expect.stringContaining('Somebody changed this'),
          locations: [{ line: 1, column: 3 }],
          path: ['refused'],
          extensions: {
            code: 'STALE',
            args: { revision: 3 },
            field: 'expectedRevision',
            details: { current: { id: 'a' } },
          },
        },
      ],
    })
  })

  it('answers null when a field that may not be null is refused', async () => {
    const { status, body } = await ask(site, '{ refusedSurely }', { accept: responseJson })
    expect({ status, data: body.data, code: body.errors?.[0]?.extensions.code }).toEqual({
      status: 200,
      data: null,
      code: 'FORBIDDEN',
    })
  })

  it('puts an exception of Nest into our words', async () => {
    const { message, extensions } = await firstError('{ missing }')
    expect(extensions).toEqual({ code: 'NOT_FOUND', args: {} })
    expect(message).not.toContain('table')
  })

  it('tells a fault by its reference and nothing else', async () => {
    faults.length = 0
    const error = await firstError('{ broken }')
    const [fault] = faults
    expect(faults).toHaveLength(1)
    expect(fault!.error).toMatchObject({ message: 'password=secret at db:5432' })
    expect(error.extensions).toEqual({
      code: 'INTERNAL',
      args: { reference: fault!.reference },
      reference: fault!.reference,
    })
    expect(JSON.stringify(error)).not.toContain('secret')
  })

  it('reports a fault that breaks many rows once', async () => {
    faults.length = 0
    const { body } = await ask(site, '{ brokenRows { broken } }')
    expect(body.errors).toHaveLength(3)
    expect(body.errors![1]!.path).toEqual(['brokenRows', 1, 'broken'])
    expect(faults).toHaveLength(1)
  })

  it('tells an answer of ours that does not fit the schema as a fault', async () => {
    expect((await firstError('{ badColour }')).extensions).toMatchObject({ code: 'INTERNAL' })
  })

  it.each([
    ['query ($colour: Colour) { echo(colour: $colour) }', { colour: 'BLUE' }, 'colour'],
    ['query ($on: Date) { echo(on: $on) }', { on: '2026-02-30' }, 'on'],
    ['query ($at: DateTime) { echo(at: $at) }', { at: '2026-03-14T10:00:00' }, 'at'],
    ['query ($id: UUID) { echo(id: $id) }', { id: "1' or '1'='1" }, 'id'],
    ['query ($url: URL) { echo(url: $url) }', { url: 'javascript:alert(1)' }, 'url'],
    ['mutation ($wish: Wish!) { wish(wish: $wish) }', { wish: { on: '2026-02-30' } }, 'wish.on'],
    ['mutation ($wish: Wish!) { wish(wish: $wish) }', {}, 'wish'],
  ])('names the place of a bad variable: %s %j', async (query, variables, field) => {
    for (const accept of ['application/json', responseJson]) {
      const { status, data, extensions } = await firstError(query, { variables, accept })
      expect(extensions).toMatchObject({ code: 'BAD_INPUT', field })
      expect(status).toBe(accept === responseJson ? 400 : 200)
      expect(data).toBeUndefined()
    }
  })

  it('does not send a value back that was refused', async () => {
    const wish = { on: 'never', secret: 'x'.repeat(10_000) }
    const { body } = await ask(site, 'mutation ($wish: Wish!) { wish(wish: $wish) }', { variables: { wish } })
    expect(JSON.stringify(body)).not.toContain('xxxx')
  })

  it.each(['{ echo(colour: BLUE) }', '{ echo(on: "2026-02-30") }', '{ echo(text: 5) }'])(
    'calls a bad value in the query itself bad input: %s',
    async (query) => expect((await firstError(query)).extensions).toMatchObject({ code: 'BAD_INPUT' }),
  )

  it.each(['{ nothing }', '{ viewer', 'query ($a: Nope) { viewer }', 'query A { viewer } query B { viewer }'])(
    'calls a query that does not fit a bad query: %s',
    async (query) => {
      const { extensions, data } = await firstError(query)
      expect(extensions).toMatchObject({ code: 'BAD_QUERY' })
      expect(data).toBeUndefined()
    },
  )

  it('writes instants in UTC and passes JSON through', async () => {
    expect((await ask(site, '{ at json }')).body.data).toEqual({
      at: '2026-03-14T22:59:59.000Z',
      json: { any: [1, 'thing'] },
    })
  })
})

describe('limits', () => {
  it('refuses a body of 2 MB', async () => {
    const { status, extensions } = await firstError(`{ viewer } #${'x'.repeat(2_000_000)}`)
    expect({ status, extensions }).toEqual({
      status: 413,
      extensions: { code: 'TOO_LARGE', args: { limit: '256 kB' } },
    })
  })

  it('refuses a long query in a body that is small enough', async () => {
    const { extensions } = await firstError(`{ viewer } #${'x'.repeat(200_000)}`)
    expect(extensions).toMatchObject({ code: 'QUERY_TOO_LONG' })
  })

  it.each([40, 2_000])('refuses a query %s levels deep', async (levels) => {
    const { message, extensions } = await firstError(
      `{ item ${'{ self '.repeat(levels - 2)} { name } ${'}'.repeat(levels - 2)} }`,
    )
    expect(extensions).toMatchObject({ code: 'TOO_DEEP', args: { depth: levels, limit: 12 } })
    expect(message).toContain('levels deep')
  })

  it('refuses a list value nested beyond reason', async () => {
    const { extensions } = await firstError(`{ echo(text: ${'['.repeat(2_000)}${']'.repeat(2_000)}) }`)
    expect(extensions).toMatchObject({ code: 'TOO_DEEP' })
  })

  it('refuses 10,000 aliases, and 101', async () => {
    const aliases = (count: number) => Array.from({ length: count }, (_, i) => `a${i}: name`).join(' ')
    expect((await firstError(`{ item { ${aliases(10_000)} } }`)).extensions).toMatchObject({ code: 'QUERY_TOO_LONG' })
    expect((await firstError(`{ item { ${aliases(101)} } }`)).extensions).toMatchObject({
      code: 'TOO_MANY_FIELDS',
      args: { kind: 'aliases', count: 101, limit: 100 },
    })
  })

  it('refuses many questions at once', async () => {
    expect((await firstError(`{ ${'viewer '.repeat(21)} }`)).extensions).toMatchObject({
      code: 'TOO_MANY_FIELDS',
      args: { kind: 'roots' },
    })
  })

  it('refuses fragments that unfold to millions of fields', async () => {
    const fragments = Array.from({ length: 40 }, (_, i) => `fragment F${i} on Item { ...F${i + 1} ...F${i + 1} }`).join(
      '\n',
    )
    const { extensions } = await firstError(`{ item { ...F0 } } ${fragments} fragment F40 on Item { name }`)
    expect(extensions).toMatchObject({ code: 'TOO_MANY_FIELDS', args: { kind: 'fields' } })
  })

  it('refuses a fragment that holds itself', async () => {
    const { extensions } = await firstError('{ item { ...F } } fragment F on Item { self { ...F } }')
    expect(extensions).toMatchObject({ code: 'BAD_QUERY' })
  })

  it('refuses what would cost too much, counting rows times rows, each time it is asked', async () => {
    const query = 'query ($n: Int = 200) { items(first: $n) { nodes { items(first: 100) { nodes { name } } } } }'
    for (const _round of [1, 2, 3]) {
      expect((await firstError(query)).extensions).toEqual({
        code: 'TOO_COSTLY',
        args: { cost: 1 + 200 * (1 + 1 + 100), limit: 20_000 },
      })
      expect((await ask(site, query, { variables: { n: 10 } })).body.errors).toBeUndefined()
    }
  })

  it('lets the standard tools read the schema', async () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
    })
    for (const _round of [1, 2]) expect((await ask(site, query)).body).not.toHaveProperty('errors')
  })

  it('does not limit what our own pages ask for', async () => {
    const query = '{ items(first: 200) { nodes { items(first: 200) { nodes { name } } } } }'
    expect(await executeInProcess(site.app, { query, context: {} })).toEqual({
      data: { items: { nodes: [{ items: { nodes: [] } }] } },
    })
    expect(await executeInProcess(site.app, { query, context: {}, limited: true })).toMatchObject({
      errors: [{ extensions: { code: 'TOO_COSTLY' } }],
    })
  })
})

describe('in process', () => {
  it.each([1, 2, 3])('gives data and errors as over HTTP, asked for the %s. time', async () => {
    const context = () => ({ viewer: 'bob' })
    expect(await executeInProcess(site.app, { query: '{ viewer refused }', context: context() })).toMatchObject({
      data: { viewer: 'bob', refused: null },
      errors: [{ path: ['refused'], extensions: { code: 'STALE' } }],
    })
    const bad = await executeInProcess(site.app, {
      query: 'query ($on: Date) { echo(on: $on) }',
      variables: { on: '2026-02-30' },
      context: context(),
    })
    expect(bad).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT', field: 'on' } }] })
    expect(bad).not.toHaveProperty('data')
  })
})

describe('subscriptions', () => {
  const client = (options: Partial<Parameters<typeof createClient>[0]> = {}): Client =>
    createClient({
      url: `${site.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...options,
    })

  const listen = async (query = 'subscription { news }') => {
    const before = listening()
    const connection = client()
    const stream = connection.iterate<Record<string, string>>({ query })
    const first = stream.next()
    while (listening() === before) await new Promise(setImmediate)
    return { connection, stream, first }
  }

  it('brings news, and asks afresh who listens for each', async () => {
    const { connection, stream, first } = await listen()
    const before = door.contexts
    tell('one')
    expect((await first).value).toEqual({ data: { news: 'one' } })
    const second = stream.next()
    tell('two')
    expect((await second).value).toEqual({ data: { news: 'two' } })
    expect(door.contexts).toBe(before + 2)
    await stream.return!()
    await connection.dispose()
    while (listening() > 0) await new Promise(setImmediate)
  })

  it('ends with the reason when the listener may no longer listen', async () => {
    const { connection, stream, first } = await listen()
    door.open = false
    tell('secret')
    const { value } = await first
    door.open = true
    expect(value).toMatchObject({ errors: [{ extensions: { code: 'SIGN_IN_REQUIRED' } }] })
    expect(value).not.toHaveProperty('data')
    expect((await stream.next()).done).toBe(true)
    expect(listening()).toBe(0)
    await connection.dispose()
  })

  it.each([
    ['subscription { closed }', 'FORBIDDEN'],
    ['subscription { nothing }', 'BAD_QUERY'],
    ['subscription { news(only: BLUE) }', 'BAD_INPUT'],
    ['{ viewer }', 'BAD_METHOD'],
    ['mutation { wish(wish: {on: "2026-01-01"}) }', 'BAD_METHOD'],
    [`subscription { ${'a'.repeat(40_000)} }`, 'QUERY_TOO_LONG'],
  ])('refuses %.40s', async (query, code) => {
    const connection = client()
    const refused = await connection
      .iterate({ query })
      .next()
      .then(
        ({ value }) => (value as { errors: unknown[] }).errors,
        (errors: unknown) => errors,
      )
    expect(refused).toMatchObject([{ message: expect.stringMatching(/./), extensions: { code } }])
    await connection.dispose()
  })

  it('refuses to listen to too many things over one connection', async () => {
    const connection = client({ lazy: false })
    const streams = Array.from({ length: 20 }, () => connection.iterate({ query: 'subscription { news }' }))
    const waiting = streams.map((stream) => stream.next())
    while (listening() < 20) await new Promise(setImmediate)
    await expect(connection.iterate({ query: 'subscription { news }' }).next()).rejects.toMatchObject([
      { extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } },
    ])
    for (const stream of streams) void stream.return!()
    await Promise.allSettled(waiting)
    await connection.dispose()
  })

  it('closes the socket of somebody who is not let in', async () => {
    door.open = false
    const refused = await client()
      .iterate({ query: 'subscription { news }' })
      .next()
      .catch((event: unknown) => event)
    door.open = true
    expect(refused).toMatchObject({ code: 4403 })
  })

  it('closes the socket with a reference when the context breaks', async () => {
    door.broken = true
    const closed = await client()
      .iterate({ query: 'subscription { news }' })
      .next()
      .catch((event: unknown) => event)
    door.broken = false
    expect(closed).toMatchObject({ code: 4500, reason: expect.stringMatching(/^reference \w{8}$/) })
  })

  it('does not open a socket for the page of another site', async () => {
    const socket = new WebSocket(`${site.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      origin: 'https://evil.example',
    })
    const error = await new Promise((resolve) => socket.once('error', resolve))
    expect(String(error)).toContain('403')
  })
})

describe('outside GraphQL', () => {
  const plain = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${site.url}${path}`, init)
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  const json = { 'content-type': 'application/json' }

  it.each([
    ['an address that is not there', '/nowhere', {}, 404, 'NOT_FOUND'],
    ['an address that cannot be decoded', '/%E0%A4%A', {}, 400, 'BAD_INPUT'],
    ['a body that is no JSON', '/plain', { method: 'POST', headers: json, body: '{' }, 400, 'BAD_INPUT'],
    [
      'a body of an unknown type',
      '/plain',
      { method: 'POST', headers: { 'content-type': 'a/b' }, body: '{' },
      415,
      'BAD_CONTENT_TYPE',
    ],
    [
      'a body that is too large',
      '/plain',
      { method: 'POST', headers: json, body: `"${'x'.repeat(5_000)}"` },
      413,
      'TOO_LARGE',
    ],
    [
      'the page of another site',
      '/plain',
      { method: 'POST', headers: { ...json, origin: 'https://evil.example' }, body: '{}' },
      403,
      'BAD_ORIGIN',
    ],
    [
      'an origin that hides itself',
      '/plain',
      { method: 'POST', headers: { ...json, origin: 'null' }, body: '{}' },
      403,
      'BAD_ORIGIN',
    ],
  ] satisfies [string, string, RequestInit, number, string][])(
    'refuses %s',
    async (_what, path, init, status, code) => {
      const answer = await plain(path, init)
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code })
      expect(answer.body.message).toEqual(expect.stringMatching(/^[A-Z].*\.$/))
    },
  )

  it('lets our own page and programs through', async () => {
    expect(
      (await plain('/plain', { method: 'POST', headers: { ...json, origin: site.url }, body: '{"a":1}' })).body,
    ).toEqual({ a: 1 })
    expect((await plain('/plain', { method: 'POST', headers: json, body: '{"a":1}' })).body).toEqual({ a: 1 })
  })

  it('shows a browser a page', async () => {
    const response = await fetch(`${site.url}/nowhere`, { headers: { accept: 'text/html,*/*' } })
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('<h1>NOT_FOUND</h1>')
  })

  it.each(['/graphql?query={viewer}', '/nowhere', '/plain'])('does not answer %s under a forged name', async (path) => {
    const { port, hostname } = new URL(site.url)
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write(`GET ${path} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`),
      )
      let text = ''
      socket.on('data', (data) => (text += String(data)))
      socket.on('end', () => resolve(text)).on('error', reject)
    })
    expect(answer).toContain('HTTP/1.1 421')
    expect(answer).toContain('BAD_HOST')
    expect(answer).not.toContain('ada')
  })
})
