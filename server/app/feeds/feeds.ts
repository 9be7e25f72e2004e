import type { INestApplication } from '@nestjs/common'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import { wordsFor } from '#schema/words/index.js'
import type { RefusalCode } from '#schema/vocabulary/refusals.js'
import { RegisterRevision } from '#server/common/activity/index.js'
import { isSignedIn, type Ctx } from '#server/platform/context/index.js'
import { refuse, type RefusalArgs } from '#server/platform/errors/index.js'
import { executeInProcess } from '#server/platform/graphql/index.js'
import { originOf } from '../origin.js'
import { agendaFeed } from './agenda.feed.js'
import { bodiesFeed } from './bodies.feed.js'
import { atomFeed, atomFields, type AtomEvent } from './atom.js'
import { decisionsFeed } from './decisions.feed.js'
import { coverageFeed } from './coverage.feed.js'
import { groupCalendar, meetingCalendar, ownCalendar } from './calendar-file.js'
import { changesFeed, type ChangeRow } from './changes.feed.js'
import { changesAtom } from './changes-atom.js'
import { commentsFile, commentsQuery, type CommentsAnswer } from './comments-file.js'
import { documentsFeed } from './documents.feed.js'
import { editionFile } from './edition-file.js'
import { contributionsFeed } from './contributions.feed.js'
import type { Feed, FeedPage, RouteParts } from './feed.js'
import { minutesFile, packageFile, versionFile } from './deliverable-files.js'
import { deliverablesFeedOf } from './deliverables.feed.js'
import { gapsFeed } from './gaps.feed.js'
import { itemsFeed } from './items.feed.js'
import { newsFeeds, type NewsFeed } from './news-feeds.js'
import { matrixFeed, overlapsFeed, suggestionsFeed } from './overlaps.feed.js'
import { attendanceFile, attendanceQuery, type AttendanceAnswer } from './attendance-file.js'
import { participantsFile, participantsQuery, type ParticipantsAnswer } from './participants-file.js'
import { principleMatrixFeed } from './principle-matrix.feed.js'
import { principlesFeed } from './principles.feed.js'
import { registrationsFile, registrationsQuery, type RegistrationsAnswer } from './registrations-file.js'
import { robots, sitemap, thingsWithPages } from './sitemap.js'
import { csvFile, jsonFile, xlsxFile } from './stream.js'
import { toCheckFeed } from './to-check.feed.js'
import { textFile } from './text-file.js'

export interface FeedsOptions {
  /** The application, once it is initialised. */
  app: () => INestApplication
  /** Makes the Ctx of one query of a request. */
  context: (request: FastifyRequest) => Promise<Ctx>
  /** Where people find the site, as files cite it; null takes the host that was asked. */
  publicUrl: string | null
}

/** Rows asked for at once. */
const PAGE = 200

/** The type of a feed's rows matters only inside it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyFeed = Feed<any, any>
const feeds: readonly AnyFeed[] = [
  itemsFeed,
  gapsFeed,
  changesFeed,
  overlapsFeed,
  suggestionsFeed,
  matrixFeed,
  bodiesFeed,
  principlesFeed,
  principleMatrixFeed,
  coverageFeed,
  contributionsFeed,
  decisionsFeed,
  toCheckFeed,
  documentsFeed,
]

const kinds = {
  csv: { type: 'text/csv; charset=utf-8; header=present', write: csvFile },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxFile },
  json: { type: 'application/json; charset=utf-8', write: jsonFile },
} as const
type Kind = keyof typeof kinds

/** Files beside the lists (`/roadmap.csv?topic=WATER`), and what search engines ask for. [EX-1, EX-2] */
export async function registerFeeds(fastify: FastifyInstance, options: FeedsOptions): Promise<void> {
  for (const feed of feeds) {
    for (const kind of Object.keys(kinds) as Kind[]) {
      fastify.get(`${feed.route ?? `/${feed.name}`}.${kind}`, (request, reply) =>
        answer(options, feed, kind, request, reply),
      )
    }
  }
  for (const kind of Object.keys(kinds) as Kind[]) {
    fastify.get(`/groups/:slug/meetings/:number(^\\d{1,6}$)/agenda.${kind}`, (request, reply) =>
      answer(options, agendaFeed(request.params as { slug: string; number: string }), kind, request, reply),
    )
  }
  for (const feed of newsFeeds) {
    fastify.get(feed.route, (request, reply) => answerNews(options, feed, request, reply))
  }
  fastify.get('/groups/:slug/documents/:id([0-9a-f-]{36}).json', (request, reply) => textFile(options, request, reply))
  fastify.get('/groups/:slug/calendar.ics', (request, reply) => groupCalendar(options, request, reply))
  fastify.get('/groups/:slug/meetings/:number([1-9][0-9]{0,5}).ics', (request, reply) =>
    meetingCalendar(options, request, reply),
  )
  fastify.get('/calendar/:secret([A-Za-z0-9_-]{43}).ics', (request, reply) => ownCalendar(options, request, reply))
  for (const kind of Object.keys(kinds) as Kind[]) {
    fastify.get(`/groups/:slug/deliverables.${kind}`, (request, reply) =>
      answer(options, deliverablesFeedOf((request.params as { slug: string }).slug), kind, request, reply),
    )
  }
  const ofDeliverable = '/groups/:slug/deliverables/:key'
  fastify.get(`${ofDeliverable}/versions/:number(\\d{1,6}).json`, (request, reply) =>
    versionFile(options, request, reply),
  )
  fastify.get(`${ofDeliverable}/transmissions/:number(\\d{1,6}).zip`, (request, reply) =>
    packageFile(options, request, reply),
  )
  fastify.get(
    '/groups/:slug/meetings/:meeting([1-9][0-9]{0,5})/minutes/versions/:number(\\d{1,6}).json',
    (request, reply) => minutesFile(options, request, reply),
  )
  fastify.get('/editions/compare.atom', (request, reply) => atom(options, request, reply))
  fastify.get('/editions/:slug/comments.csv', async (request, reply) =>
    commentsFile(
      async (variables) =>
        (await pageOf(options, request, reply, commentsQuery, variables)) as unknown as CommentsAnswer,
      await options.context(request),
      request,
      reply,
    ),
  )
  fastify.get('/groups/:slug/participants.csv', async (request, reply) =>
    participantsFile(
      async (variables) =>
        (await ask<{ list: ParticipantsAnswer }>(options, request, reply, { query: participantsQuery, variables }))
          .list,
      await options.context(request),
      request,
      reply,
    ),
  )
  fastify.get('/groups/:slug/meetings/:number(^\\d{1,6}$)/attendance.csv', async (request, reply) =>
    attendanceFile(
      async (variables) =>
        (await ask<{ list: AttendanceAnswer }>(options, request, reply, { query: attendanceQuery, variables })).list,
      await options.context(request),
      request,
      reply,
    ),
  )
  for (const kind of ['csv', 'xlsx'] as const) {
    fastify.get(`/groups/:slug/meetings/:number(^\\d{1,6}$)/registration/list.${kind}`, async (request, reply) =>
      registrationsFile(
        async (variables) =>
          (await pageOf(options, request, reply, registrationsQuery, variables)) as unknown as RegistrationsAnswer,
        kind,
        await options.context(request),
        request,
        reply,
      ),
    )
  }
  fastify.get('/editions/:slug/register.jsonl.gz', (request, reply) => editionFile(options, request, reply))
  fastify.get('/sitemap.xml', async (request, reply) => {
    if (await isKnown(options, request, reply)) return reply.code(304).send()
    return reply
      .type('application/xml; charset=utf-8')
      .send(Readable.from(sitemap(originOf(options.publicUrl, request), thingPages(options, request, reply))))
  })
  fastify.get('/robots.txt', (request, reply) =>
    reply.type('text/plain; charset=utf-8').send(robots(originOf(options.publicUrl, request))),
  )
}

async function answer(
  options: FeedsOptions,
  feed: AnyFeed,
  kind: Kind,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const [, search = ''] = request.url.split(/\?(.*)/s)
  const params = new URLSearchParams(search)
  const route = request.params as RouteParts
  const { variables, asOf, unread } = feed.wish(params, route)
  refuseUnread(unread)
  const { language, now } = await options.context(request)
  if (await isKnown(options, request, reply)) return reply.code(304).send()
  if (feed.thing) {
    const query = `query ThereIs($slug: String!) { thing: ${feed.thing} { __typename } }`
    const there = await ask<{ thing: object | null }>(options, request, reply, {
      query,
      variables: { slug: route['slug'] },
    })
    if (!there.thing) throw refuse('NOT_FOUND')
  }

  const asked: Asked = (query, more) =>
    pageOf(options, request, reply, query, { ...(query.includes('$asOf') && { asOf }), ...more })
  const next = async (after: string | null) => {
    const isPaged = !feed.pageOf || feed.isPaged
    const page = await asked(feed.query, { ...variables, ...(isPaged && { first: PAGE, after }) })
    const made = feed.pageOf ? feed.pageOf(page) : page
    if (!made) throw refuse('NOT_FOUND')
    return made
  }
  // The first page is there before the answer begins, so that a refusal is still one.
  const first = await next(null)
  const moment = asOf ?? now.toISOString()
  const shown = feed.columnsFor ? { ...feed, columns: feed.columnsFor(params) } : feed
  const rows = kinds[kind].write(await withHeads(shown, asked), first, next, {
    origin: originOf(options.publicUrl, request),
    language,
    asOf: moment,
    page: feed.pageAddress?.(params, route) ?? pageWith(feed.page ?? `/${feed.name}`, search),
  })
  const name = `rapporteur-${feed.name.replaceAll('/', '-')}-${moment.slice(0, 10)}.${kind}`
  return reply
    .type(kinds[kind].type)
    .header('content-disposition', `${kind === 'json' ? 'inline' : 'attachment'}; filename="${name}"`)
    .send(Readable.from(rows as AsyncIterable<string | Uint8Array>))
}

/** Entries of a feed of news. */
const ENTRIES = 100

/** What happened to what an address names, newest first. Refuses: NOT_FOUND, BAD_INPUT. [EX-4] */
async function answerNews(
  options: FeedsOptions,
  feed: NewsFeed,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const [, search = ''] = request.url.split(/\?(.*)/s)
  const params = request.params as Record<string, string>
  const { filter, page, title, unread } = feed.wish(new URLSearchParams(search), params)
  refuseUnread(unread)
  const { language, now } = await options.context(request)
  if (await isKnown(options, request, reply)) return reply.code(304).send()

  const there = feed.thing ? `thing: ${feed.thing} { __typename }` : ''
  const key = feed.thing ? ', $key: String!' : ''
  const data = await ask<{ list: { nodes: AtomEvent[] }; thing?: object | null }>(options, request, reply, {
    query: `query NewsFeed($filter: ActivityFilter${key}) {
      list: activity(first: ${ENTRIES}, filter: $filter) { nodes { ${atomFields} } } ${there}
    }`,
    variables: { filter, ...(feed.thing && { key: params.key }) },
  })
  if (feed.thing && !data.thing) throw refuse('NOT_FOUND')
  const words = wordsFor(language)
  const origin = originOf(options.publicUrl, request)
  const body = atomFeed(
    data.list.nodes,
    {
      self: origin + request.url,
      page: origin + page,
      title: `${words('shell.name')}: ${typeof title === 'string' ? words(title) : title.name}`,
      origin,
      now: now.toISOString(),
    },
    words,
  )
  return reply.type('application/atom+xml; charset=utf-8').send(body)
}

function refuseUnread(unread: readonly { readonly name: string; readonly value: string }[]): void {
  if (unread.length === 0) return
  throw refuse('BAD_INPUT', { detail: unread.map(({ name, value }) => `${name}=${value}`).join(', ') })
}

type Asked = (query: string, variables: Record<string, unknown>) => Promise<FeedPage<unknown>>

/** The feed with the columns that the register names, between its own. */
async function withHeads(feed: AnyFeed, asked: Asked): Promise<AnyFeed> {
  if (!feed.moreColumns) return feed
  const { nodes } = await asked(feed.moreColumns.query, {})
  return { ...feed, columns: { ...feed.columns, ...feed.moreColumns.columns(nodes) } }
}

const pageWith = (path: string, search: string) =>
  search === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${search}`

/** `/editions/compare.atom`: what changed between two moments, a change an entry. [ED-9] */
async function atom(options: FeedsOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const [, search = ''] = request.url.split(/\?(.*)/s)
  const { variables, unread } = changesFeed.wish(new URLSearchParams(search))
  refuseUnread(unread)
  const { language, now } = await options.context(request)
  if (await isKnown(options, request, reply)) return reply.code(304).send()
  const next = (after: string | null): Promise<FeedPage<ChangeRow>> =>
    pageOf(options, request, reply, changesFeed.query, { ...variables, first: PAGE, after })
  const first = await next(null)
  const origin = originOf(options.publicUrl, request)
  return reply
    .type('application/atom+xml; charset=utf-8')
    .send(Readable.from(changesAtom(first, next, { origin, search, language, now: now.toISOString() })))
}

/** Asks for one page of a list. */
const pageOf = async <Row>(
  options: FeedsOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  query: string,
  variables: Record<string, unknown>,
): Promise<FeedPage<Row>> => (await ask<{ list: FeedPage<Row> }>(options, request, reply, { query, variables })).list

/** Asks as the sender of the request. What is refused is refused here too. */
async function ask<Data>(
  options: FeedsOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  { query, variables }: { query: string; variables: Record<string, unknown> },
): Promise<Data> {
  const { data, errors } = await executeInProcess<Data>(options.app(), {
    query,
    variables,
    context: Object.assign(await options.context(request), { reply }),
  })
  const [error] = errors ?? []
  if (error) {
    const { code, args, reference } = error.extensions
    throw refuse(code as RefusalCode, { ...(args as RefusalArgs), ...(reference ? { reference } : {}) })
  }
  return data!
}

/** Paths of all things that have pages. */
async function* thingPages(
  options: FeedsOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): AsyncGenerator<readonly string[]> {
  for (const { query, path } of thingsWithPages) {
    for (let after: string | null = null; ;) {
      const page: FeedPage<{ slug?: string; number?: string }> = await pageOf(options, request, reply, query, { after })
      yield page.nodes.map(path)
      if (!page.pageInfo?.hasNextPage) break
      after = page.pageInfo.endCursor
    }
  }
}

/**
 * Sets what caches need; true when the sender has the file already. What a stranger gets depends on the register, the language and the day of
 * the file's name alone; nobody else's is kept. [EX-1]
 */
async function isKnown(options: FeedsOptions, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  const { language, now, viewer } = await options.context(request)
  const revision = options.app().get(RegisterRevision).current
  reply.header('vary', 'Accept-Language, Cookie, Authorization')
  if (isSignedIn(viewer) || revision === null) {
    reply.header('cache-control', 'private, no-store')
    return false
  }
  const etag = `W/"${revision}-${language}-${now.toISOString().slice(0, 10)}"`
  reply.header('cache-control', 'public, no-cache').header('etag', etag)
  return request.headers['if-none-match']?.split(',').some((tag) => tag.trim() === etag) ?? false
}
