import type { INestApplication } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  deliverableByKey,
  DeliverableVersions,
  HandOvers,
  mayHavePackage,
  transmissionsByDeliverable,
  versionsByDeliverable,
} from '#server/process/deliverables/index.js'
import { groupsBySlug } from '#server/process/groups/index.js'
import { Meeting, meetingsById } from '#server/process/meetings/index.js'
import { FreezingMinutes, minutesByMeeting, versionsByMinutes } from '#server/process/minutes/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'

export interface DeliverableFilesOptions {
  readonly app: () => INestApplication
  readonly context: (request: FastifyRequest) => Promise<Ctx>
}

interface Asked {
  readonly slug: string
  readonly key: string
  readonly number: string
}

/** A frozen thing: it never changes, but who may see it does. */
const frozen = (reply: FastifyReply, hash: Buffer): string => {
  const etag = `"${hash.toString('hex')}"`
  reply.header('cache-control', 'private, no-cache').header('vary', 'Cookie, Authorization').header('etag', etag)
  return etag
}

const isKnown = (request: FastifyRequest, etag: string): boolean =>
  request.headers['if-none-match']?.split(',').some((tag) => tag.trim() === etag) ?? false

const fileName = (parts: readonly (string | number)[]): string => parts.join('-').replace(/[^A-Za-z0-9.-]/g, '_')

async function found(ctx: Ctx, request: FastifyRequest) {
  const { slug, key, number } = request.params as Asked
  const deliverable = await deliverableByKey(ctx, slug, key, null)
  if (!deliverable) throw refuse('NOT_FOUND')
  return { deliverable, number: Number(number), name: deliverable.code ?? deliverable.id }
}

/** `/groups/<slug>/deliverables/<code>/versions/<n>.json`: a frozen text, of which anybody can take the SHA-256. Refuses: NOT_FOUND. [DV-4] */
export async function versionFile(
  { app, context }: DeliverableFilesOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = await context(request)
  const { deliverable, number, name } = await found(ctx, request)
  const version = (await versionsByDeliverable(ctx).load(deliverable.id)).find((one) => one.number === number)
  if (!version) throw refuse('NOT_FOUND')
  if (isKnown(request, frozen(reply, version.hash))) return reply.code(304).send()
  return reply
    .type('application/json; charset=utf-8')
    .header('content-disposition', `inline; filename="${fileName([name, 'version', number])}.json"`)
    .send(await app().get(DeliverableVersions).file(ctx, version.id))
}

/** `/groups/<slug>/deliverables/<code>/transmissions/<n>.zip`: the package as it was sent to the parent. Refuses: NOT_FOUND. [DE-6, DV-6] */
export async function packageFile(
  { app, context }: DeliverableFilesOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = await context(request)
  const { deliverable, number, name } = await found(ctx, request)
  const sent = (await transmissionsByDeliverable(ctx).load(deliverable.id)).find((one) => one.number === number)
  if (!sent || !(await mayHavePackage(ctx, sent))) throw refuse('NOT_FOUND')
  if (isKnown(request, frozen(reply, sent.packageHash))) return reply.code(304).send()
  return reply
    .type('application/zip')
    .header('content-disposition', `attachment; filename="${fileName([name, 'to-parent', number])}.zip"`)
    .send(await app().get(HandOvers).package(ctx, sent.id))
}

/** A meeting that the viewer sees, by its address. */
async function meetingOf(ctx: Ctx, slug: string, number: number): Promise<Meeting | null> {
  const group = await groupsBySlug(ctx).load(slug)
  const meeting = group && (await ctx.db.findOneBy(Meeting, { groupId: group.id, number }))
  return meeting && meetingsById(ctx).load(meeting.id)
}

/** `/groups/<slug>/meetings/<n>/minutes/versions/<n>.json`: minutes as they were frozen. Refuses: NOT_FOUND. [RC-8] */
export async function minutesFile(
  { app, context }: DeliverableFilesOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = await context(request)
  const { slug, meeting, number } = request.params as { slug: string; meeting: string; number: string }
  const held = await meetingOf(ctx, slug, Number(meeting))
  const minutes = held && (await minutesByMeeting(ctx).load(held.id))
  const versions = minutes ? await versionsByMinutes(ctx).load(minutes.meetingId) : []
  const version = versions.find((one) => one.number === Number(number))
  if (!version) throw refuse('NOT_FOUND')
  if (isKnown(request, frozen(reply, version.hash))) return reply.code(304).send()
  return reply
    .type('application/json; charset=utf-8')
    .header('content-disposition', `inline; filename="${fileName([slug, meeting, 'minutes', number])}.json"`)
    .send(await app().get(FreezingMinutes).file(ctx, version.id))
}
