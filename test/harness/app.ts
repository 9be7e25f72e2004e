import 'reflect-metadata'
import type { AddressInfo } from 'node:net'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createApp } from '#server/app/create-app.js'
import { readSettings, Settings } from '#server/platform/config/index.js'
import { openLog } from '#server/platform/log/index.js'
import { Clock } from '#server/platform/time/index.js'
import { freshDatabase, type TestDatabase } from './database.js'

/** A clock that stands where the test puts it; `null` lets it run. */
export class TestClock extends Clock {
  private fixed: Date | null = null

  now(): Date {
    return this.fixed ? new Date(this.fixed) : new Date()
  }

  set(instant: string | null): void {
    this.fixed = instant === null ? null : new Date(instant)
  }
}

/** One answer of the API. */
export interface ApiAnswer<Data> {
  status: number
  data: Data | null
  errors?: {
    message: string
    path?: (string | number)[]
    extensions: { code: string; args?: Record<string, unknown>; field?: string; details?: Record<string, unknown> }
  }[]
}

/** A whole server for one test file, on a database of its own. */
export interface TestApp {
  readonly url: string
  readonly app: NestFastifyApplication
  readonly clock: TestClock
  readonly databaseUrl: string
  /** Speaks GraphQL over HTTP. `cookie` or `token` says who is asking; without one a stranger is. */
  query<Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
    who?: { cookie?: string; token?: string; headers?: Record<string, string> },
  ): Promise<ApiAnswer<Data>>
  /** Signs in one of the starter accounts and answers with its session cookie. */
  signIn(email: string): Promise<string>
  stop(): Promise<void>
}

export interface TestAppOptions {
  database?: TestDatabase
  /** Whether pages are served too; needs a built client. */
  pages?: boolean
  env?: Record<string, string>
  now?: string
}

/** Starts the server as `npm start` would in demo mode, on a database of its own and any free port. */
export async function startApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await freshDatabase())
  const clock = new TestClock()
  clock.set(options.now ?? database.now ?? null)
  const settings: Settings = readSettings({ STARTER: 'off', LOG_LEVEL: 'fatal', PORT: '0', ...options.env })
  const app = await createApp({
    settings,
    databaseUrl: database.url,
    log: openLog(settings.logLevel),
    clock,
    ...(options.pages ? {} : { client: null }),
  })
  await app.listen(0, '127.0.0.1')
  const { port } = app.getHttpServer().address() as AddressInfo
  const url = `http://127.0.0.1:${port}`

  const send = async (
    query: string,
    variables: unknown,
    who: { cookie?: string; token?: string; headers?: Record<string, string> },
  ) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: url,
        ...(who.cookie && { cookie: who.cookie }),
        ...(who.token && { authorization: `Bearer ${who.token}` }),
        ...who.headers,
      },
      body: JSON.stringify({ query, variables }),
    })

  return {
    url,
    app,
    clock,
    databaseUrl: database.url,
    async query<Data>(query: string, variables = {}, who = {}) {
      const response = await send(query, variables, who)
      return { status: response.status, ...((await response.json()) as Omit<ApiAnswer<Data>, 'status'>) }
    },
    async signIn(email) {
      const response = await send(
        'mutation ($email: String!) { signInAsStarter(email: $email) { isSignedIn } }',
        { email },
        {},
      )
      const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
      if (!cookie) throw new Error(`${email} could not sign in: ${await response.text()}`)
      return cookie
    },
    async stop() {
      await app.close()
      await database.drop()
    },
  }
}
