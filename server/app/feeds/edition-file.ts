import type { FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import type { Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Editions, Snapshots } from '#server/roadmap/editions/index.js'
import type { FeedsOptions } from './feeds.js'

/**
 * `/editions/<slug>/register.jsonl.gz`: the register as a frozen edition keeps it, of which anybody can take the SHA-256. It never changes, so it may be
 * kept for good; it is read part by part as the sender takes it. Refuses: NOT_FOUND, NOTHING_KEPT. [ED-7]
 */
export async function editionFile(
  { app, context }: Pick<FeedsOptions, 'app' | 'context'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { slug } = request.params as { slug: string }
  const ctx: Ctx = await context(request)
  const edition = await app().get(Editions).find(ctx, slug)
  if (edition.hash === null) {
    throw edition.state === 'FROZEN' ? refuse('NOTHING_KEPT', { label: edition.label }) : refuse('NOT_FOUND')
  }
  const etag = `"${edition.hash.toString('hex')}"`
  reply.header('cache-control', 'public, max-age=31536000, immutable').header('etag', etag)
  if (request.headers['if-none-match']?.split(',').some((tag) => tag.trim() === etag)) return reply.code(304).send()
  return reply
    .type('application/gzip')
    .header('content-disposition', `attachment; filename="rapporteur-${edition.slug}.jsonl.gz"`)
    .send(Readable.from(app().get(Snapshots).parts(ctx.db, edition.id)))
}
