import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import { Global, Module, type DynamicModule, type Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { DataSource } from 'typeorm'
import { AccessModule } from '#server/common/access/index.js'
import { ActivityModule } from '#server/common/activity/index.js'
import { CtxFactory, IdentityModule, limitRequests } from '#server/common/identity/index.js'
import { readSettings, Settings } from '#server/platform/config/index.js'
import { ContextModule, UnitOfWork, system, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { DatabaseModule } from '#server/platform/database/index.js'
import { graphqlModule, packageRoot, ProblemFilter, registerWebSockets } from '#server/platform/graphql/index.js'
import { JobsModule } from '#server/platform/jobs/index.js'
import { MailModule } from '#server/platform/mail/index.js'
import { Clock } from '#server/platform/time/index.js'
import { freshDatabase } from './database.js'

/** The contract of the lower storeys, and as much of the higher ones as it names. */
const typeDefs = [
  ...globSync(['common.graphql', 'common/*.graphql', 'community/*.graphql', 'roadmap/provenance.graphql'], {
    cwd: join(packageRoot, 'schema/graphql'),
  }).map((file) => readFileSync(join(packageRoot, 'schema/graphql', file), 'utf8')),
  'type GroupRole { id: UUID! } enum GroupRoleKind { CHAIR PARTICIPANT }',
].join('\n')

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  private instant = new Date('2026-03-02T09:00:00Z')

  now(): Date {
    return this.instant
  }

  set(instant: string): void {
    this.instant = new Date(instant)
  }

  forward(time: { minutes?: number; days?: number }): void {
    this.instant = new Date(this.instant.getTime() + ((time.minutes ?? 0) + (time.days ?? 0) * 1440) * 60_000)
  }
}

export interface Answer {
  readonly status: number
  readonly data: any // eslint-disable-line @typescript-eslint/no-explicit-any -- what a query asks is written beside what is expected
  readonly errors?: readonly {
    readonly message: string
    readonly extensions: { readonly code: string; readonly args?: Record<string, unknown>; readonly field?: string }
  }[]
  /** `name=value` of the cookie that was set; null when none was. */
  readonly cookie: string | null
  readonly setCookie: string | null
}

/** Rooms of the server, started on a database of their own and asked over HTTP. */
export interface Rooms {
  readonly url: string
  readonly clock: TestClock
  readonly dataSource: DataSource
  readonly databaseUrl: string
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T
  /** Asks `/graphql`. A browser sends its Origin, so this does, unless a header says otherwise (null: not sent). */
  ask(query: string, variables?: object, headers?: Record<string, string | null>): Promise<Answer>
  /** Runs a verb as the product itself. */
  write<T>(verb: (ctx: WriteCtx) => Promise<T>): Promise<T>
  ctx(): Ctx
  stop(): Promise<void>
}

export async function openRooms(
  modules: readonly (Type | DynamicModule)[],
  env: Record<string, string> = {},
): Promise<Rooms> {
  const database = await freshDatabase()
  const clock = new TestClock()
  const settings = readSettings(env)

  @Global()
  @Module({
    providers: [
      { provide: Settings, useValue: settings },
      { provide: Clock, useValue: clock },
    ],
    exports: [Settings, Clock],
  })
  class Ground {}

  @Module({
    imports: [
      DatabaseModule.at({ url: database.url, poolSize: 6 }),
      Ground,
      ContextModule,
      AccessModule,
      ActivityModule,
      JobsModule,
      MailModule,
      IdentityModule,
      ...modules,
      graphqlModule({
        typeDefs,
        inject: [CtxFactory],
        useFactory: (factory: CtxFactory) => ({
          context: (request) => factory.of(request),
          subscriptionContext: (request, params) => factory.of(request, params),
        }),
      }),
    ],
  })
  class App {}

  const adapter = new FastifyAdapter({ forceCloseConnections: 'idle' })
  const app = await NestFactory.create<NestFastifyApplication>(App, adapter, { logger: ['error', 'fatal'] })
  const fastify = adapter.getInstance()
  await fastify.register(cookie)
  await limitRequests(fastify as never)
  await registerWebSockets(fastify as never)
  app.useGlobalFilters(new ProblemFilter())
  app.enableShutdownHooks([])
  try {
    await app.listen(0, '127.0.0.1')
  } catch (error) {
    // What has started already (the queue, the sealer) would go on, and the run would never end.
    await app.close()
    throw error
  }
  const url = await app.getUrl()
  const dataSource = app.get(DataSource)

  const ctx = (): Ctx => ({
    viewer: system,
    now: clock.now(),
    language: 'en',
    db: dataSource.manager,
    requestId: 'test',
  })

  return {
    url,
    clock,
    dataSource,
    databaseUrl: database.url,
    get: (type) => app.get(type as Type),
    ctx,
    write: (verb) => app.get(UnitOfWork).write(ctx(), verb),
    async ask(query, variables = {}, headers = {}) {
      const sent = Object.entries({ 'content-type': 'application/json', origin: url, ...headers })
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: sent.filter((entry): entry is [string, string] => entry[1] !== null),
        body: JSON.stringify({ query, variables }),
      })
      const setCookie = response.headers.get('set-cookie')
      const { data, errors } = (await response.json()) as Pick<Answer, 'data' | 'errors'>
      return {
        status: response.status,
        data,
        errors,
        setCookie,
        cookie: setCookie?.split(';')[0] ?? null,
      }
    },
    async stop() {
      await app.close()
      await database.drop()
    },
  }
}
