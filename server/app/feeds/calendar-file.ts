import { createHash } from 'node:crypto'
import type { INestApplication } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { wordsFor } from '#schema/words/index.js'
import type { RefusalCode } from '#schema/vocabulary/refusals.js'
import { isSignedIn, type Ctx } from '#server/platform/context/index.js'
import { refuse, type RefusalArgs } from '#server/platform/errors/index.js'
import { executeInProcess } from '#server/platform/graphql/index.js'
import { CalendarAddresses } from '#server/process/meetings/index.js'
import { originOf } from '../origin.js'
import { calendarEntries, calendarFields, meetingPath, type CalendarMeeting } from './calendar.js'
import { calendarText } from './icalendar.js'

export interface CalendarFileOptions {
  readonly app: () => INestApplication
  readonly context: (request: FastifyRequest) => Promise<Ctx>
  readonly publicUrl: string | null
}

/** Meetings asked for at once. */
const PAGE = 200

interface MeetingPage {
  readonly nodes: readonly CalendarMeeting[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

const list = `meetings(first: ${PAGE}, after: $after, when: ANY) { nodes { ${calendarFields} } pageInfo { hasNextPage endCursor } }`

interface GroupAnswer {
  readonly group: {
    readonly slug: string
    readonly name: string
    readonly acronym: string | null
    readonly meetings: MeetingPage
  } | null
}
const ofGroup = `query GroupCalendar($slug: String!, $after: String) { group(slug: $slug) { slug name acronym ${list} } }`

interface MeetingAnswer {
  readonly meeting: CalendarMeeting | null
}
const ofMeeting = `query MeetingCalendar($slug: String!, $number: Int!) {
  meeting(group: $slug, number: $number) { ${calendarFields} }
}`

interface OwnAnswer {
  readonly viewer: { readonly meetings: MeetingPage }
}
const ofPerson = `query OwnCalendar($after: String) { viewer { ${list} } }`

/** Asks as somebody. What is refused is refused here too. */
async function ask<Data>(
  options: CalendarFileOptions,
  ctx: Ctx,
  query: string,
  variables: Record<string, unknown>,
): Promise<Data> {
  // A fresh context for each query: the framework writes on it.
  const { data, errors } = await executeInProcess<Data>(options.app(), { query, variables, context: { ...ctx } })
  const [error] = errors ?? []
  if (error) throw refuse(error.extensions.code as RefusalCode, (error.extensions.args ?? {}) as RefusalArgs)
  return data!
}

async function all(next: (after: string | null) => Promise<MeetingPage>): Promise<CalendarMeeting[]> {
  const meetings: CalendarMeeting[] = []
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo }: MeetingPage = await next(after)
    meetings.push(...nodes)
    if (!pageInfo.hasNextPage) return meetings
    after = pageInfo.endCursor
  }
}

/** `/groups/<slug>/calendar.ics`: the meetings of a group with their key dates, as far as the sender may see them. Refuses: NOT_FOUND. [IC-4] */
export async function groupCalendar(
  options: CalendarFileOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { slug } = request.params as { slug: string }
  const ctx = await options.context(request)
  let name = slug
  const meetings = await all(async (after) => {
    const { group } = await ask<GroupAnswer>(options, ctx, ofGroup, { slug, after })
    if (!group) throw refuse('NOT_FOUND')
    name = group.acronym ?? group.name
    return group.meetings
  })
  const words = wordsFor(ctx.language)
  const path = `/groups/${encodeURIComponent(slug)}/calendar.ics`
  return send(options, { ctx, request, reply }, { meetings, name: words('calendar.ofGroup', { group: name }), path })
}

/** `/groups/<slug>/meetings/<number>.ics`: one meeting. Refuses: NOT_FOUND. [IC-4] */
export async function meetingCalendar(
  options: CalendarFileOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { slug, number } = request.params as { slug: string; number: string }
  const ctx = await options.context(request)
  const { meeting } = await ask<MeetingAnswer>(options, ctx, ofMeeting, { slug, number: Number(number) })
  if (!meeting) throw refuse('NOT_FOUND')
  const path = `${meetingPath(meeting)}.ics`
  return send(options, { ctx, request, reply }, { meetings: [meeting], name: meeting.title, path })
}

/**
 * `/calendar/<secret>.ics`: the meetings of all groups in which the owner of the secret takes part, as far as they may see them now. A calendar cannot
 * sign in, so the address alone opens it, until its owner withdraws it. Refuses: NOT_FOUND. [IC-5]
 */
export async function ownCalendar(
  options: CalendarFileOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { secret } = request.params as { secret: string }
  const asked = await options.context(request)
  const owner = await options.app().get(CalendarAddresses).ownerOf(asked, secret)
  if (!owner) throw refuse('NOT_FOUND')
  const ctx: Ctx = { ...asked, ...owner }
  const meetings = await all(async (after) => (await ask<OwnAnswer>(options, ctx, ofPerson, { after })).viewer.meetings)
  const name = wordsFor(ctx.language)('calendar.ofPerson')
  // The address is not written into the file: whoever is given the file is not given the secret.
  return send(options, { ctx, request, reply }, { meetings, name, path: null })
}

interface Call {
  readonly ctx: Ctx
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** The tag is made of the file itself, because dates pass without anything being written. */
function send(
  { publicUrl }: CalendarFileOptions,
  { ctx, request, reply }: Call,
  { meetings, name, path }: { meetings: readonly CalendarMeeting[]; name: string; path: string | null },
): FastifyReply {
  const origin = originOf(publicUrl, request)
  const words = wordsFor(ctx.language)
  const entries = calendarEntries(meetings, origin, words)
  const text = calendarText({ name, source: path && origin + path, language: words.locale, entries })
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  reply
    .header('vary', 'Accept-Language, Cookie, Authorization')
    .header('cache-control', isSignedIn(ctx.viewer) ? 'private, no-cache' : 'public, no-cache')
    .header('etag', etag)
  if (request.headers['if-none-match']?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
    return reply.code(304).send()
  }
  const file = `rapporteur${(path ?? '/meetings.ics').replaceAll('/', '-')}`
  return reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', `inline; filename="${file}"`)
    .send(text)
}
