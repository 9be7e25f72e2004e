/** A very small site with the real module, for the tests of the API's edge. */
import 'reflect-metadata'
import { Module, NotFoundException } from '@nestjs/common'
import { APP_FILTER, NestFactory } from '@nestjs/core'
import { Args, Context, Mutation, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse, reportFaultsTo } from '#server/platform/errors/index.js'
import {
  graphqlModule,
  guardHostAndOrigin,
  ProblemFilter,
  registerWebSockets,
  streamOf,
  type GraphqlOptions,
} from '#server/platform/graphql/index.js'

export const smallSchema = /* GraphQL */ `
  scalar DateTime
  scalar Date
  scalar UUID
  scalar URL
  scalar JSON
  enum Colour {
    RED
    GREEN
  }
  type Query {
    echo(text: String, colour: Colour, at: DateTime, on: Date, id: UUID, url: URL): String
    refused: String
    refusedSurely: String!
    missing: String
    broken: String
    brokenRows: [Row!]!
    item: Item!
    items(first: Int, after: String): ItemConnection!
    viewer: String
    at: DateTime!
    json: JSON
    badColour: Colour
  }
  type Row {
    broken: String
  }
  type Item {
    name: String!
    self: Item!
    items(first: Int): ItemConnection!
    list: [Item!]!
  }
  type ItemConnection {
    nodes: [Item!]!
  }
  input Wish {
    on: Date!
    colour: Colour
    secret: String
  }
  type Mutation {
    wish(wish: Wish!): String
  }
  type Subscription {
    news(only: Colour): String
    closed: String
  }
`

let listeners = new Set<(news: string) => void>()
/** Tells everybody who listens. */
export const tell = (news: string) => listeners.forEach((listener) => listener(news))
/** How many listen now. */
export const listening = () => listeners.size

/** Who is let in at the moment: what a session table would say. */
export const door = { open: true, broken: false, contexts: 0 }
/** What was reported as a fault since `start`. */
export const faults: { reference: string; error: unknown }[] = []

@Resolver('Query')
class QueryResolver {
  @Query() echo(@Args() args: Record<string, unknown>) {
    return JSON.stringify(args)
  }
  @Query() refused() {
    throw refuse('STALE', { revision: 3 }, { field: 'expectedRevision', details: { current: { id: 'a' } } })
  }
  @Query() refusedSurely() {
    throw refuse('FORBIDDEN')
  }
  @Query() missing() {
    throw new NotFoundException('the table said no')
  }
  @Query() broken() {
    throw new Error('password=secret at db:5432', { cause: new Error('deeper') })
  }
  @Query() brokenRows() {
    return [{}, {}, {}]
  }
  @Query() item() {
    return { name: 'one' }
  }
  @Query() items() {
    return { nodes: [{ name: 'one' }] }
  }
  @Query() viewer(@Context('viewer') viewer: string) {
    return viewer
  }
  @Query() at() {
    return new Date('2026-03-14T22:59:59Z')
  }
  @Query() json() {
    return { any: [1, 'thing'] }
  }
  @Query() badColour() {
    return 'BLUE'
  }
  @Mutation() wish(@Args('wish') wish: { on: string }) {
    return wish.on
  }
  @Subscription() news() {
    return streamOf<{ news: string }>((push) => {
      const listener = (news: string) => push({ news })
      listeners.add(listener)
      return () => listeners.delete(listener)
    })
  }
  @Subscription() closed() {
    throw refuse('FORBIDDEN')
  }
}

const sameFault = new Error('the loader broke')

@Resolver('Row')
class RowResolver {
  @ResolveField() broken() {
    throw sameFault
  }
}

@Resolver('Item')
class ItemResolver {
  @ResolveField() self() {
    return { name: 'one' }
  }
  @ResolveField() items() {
    return { nodes: [] }
  }
  @ResolveField() list() {
    return []
  }
}

export interface World {
  app: NestFastifyApplication
  url: string
  close(): Promise<void>
}

/** Starts the site on a free port of the loopback address. */
export async function start(
  options: Partial<GraphqlOptions> & { typeDefs?: string; publicUrl?: string } = {},
): Promise<World> {
  listeners = new Set()
  Object.assign(door, { open: true, broken: false })
  faults.length = 0
  reportFaultsTo((fault) => faults.push(fault))

  const context = () => {
    door.contexts++
    if (door.broken) throw new Error('the session table is on fire')
    if (!door.open) throw refuse('SIGN_IN_REQUIRED')
    return { viewer: 'ada' }
  }
  const filter = new ProblemFilter(async ({ code }) => `<h1>${code}</h1>`)
  @Module({
    imports: [
      graphqlModule({
        typeDefs: options.typeDefs ?? smallSchema,
        useFactory: () => ({ context, subscriptionContext: context, settings: { keepAliveMs: 0 }, ...options }),
      }),
    ],
    providers: [QueryResolver, RowResolver, ItemResolver, { provide: APP_FILTER, useValue: filter }],
  })
  class SmallSite {}

  const app = await NestFactory.create<NestFastifyApplication>(
    SmallSite,
    new FastifyAdapter({
      frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
        void filter.answer(error, request, reply),
    }),
    { logger: false, abortOnError: false },
  )
  const fastify = app.getHttpAdapter().getInstance()
  filter.covers(fastify)
  await registerWebSockets(fastify)
  guardHostAndOrigin(fastify, {
    publicUrl: options.publicUrl ? new URL(options.publicUrl) : null,
    boundTo: '127.0.0.1',
  })
  fastify.post('/plain', { bodyLimit: 1024 }, async (request) => request.body)
  await app.listen(0, '127.0.0.1')
  const { port } = fastify.server.address() as { port: number }
  return { app, url: `http://127.0.0.1:${port}`, close: () => app.close() }
}

export interface Answer {
  status: number
  type: string
  headers: Headers
  body: { data?: Record<string, unknown> | null; errors?: AnswerErrorBody[] }
}

interface AnswerErrorBody {
  message: string
  path?: (string | number)[]
  locations?: unknown[]
  extensions: Record<string, unknown> & { code: string }
}

/** Posts a query. */
export async function ask(
  { url }: World,
  query: string,
  more: { variables?: object; operationName?: string; accept?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { accept, headers, ...rest } = more
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(accept && { accept }), ...headers },
    body: JSON.stringify({ query, ...rest }),
  })
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  }
}
