import type { INestApplication } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RefusalCode } from '#schema/vocabulary/refusals.js'
import { RegisterRevision } from '#server/common/activity/index.js'
import { isSignedIn, type Ctx } from '#server/platform/context/index.js'
import { refuse, type RefusalArgs } from '#server/platform/errors/index.js'
import { executeInProcess } from '#server/platform/graphql/index.js'
import { originOf } from '../origin.js'

const query = `query TextFile($id: UUID!) {
  document(id: $id) {
    id title kind isExample visibility schemaVersion textVersion textChangedAt wordCount
    form { type labels }
    group { slug name }
    deliverables { code title }
    clauses { id level number series kind status isInformative title text hash content }
  }
}`

interface TextRow {
  readonly id: string
  readonly visibility: string
  readonly textVersion: string
  readonly group: { readonly slug: string; readonly name: string } | null
  readonly clauses: readonly { readonly id: string }[]
}

export interface TextFileOptions {
  readonly app: () => INestApplication
  readonly context: (request: FastifyRequest) => Promise<Ctx>
  readonly publicUrl: string | null
}

/** A text for programs, beside its page: `/groups/<slug>/documents/<id>.json`. The same answer as long as register and text stay. [RD-6, EX-1] */
export async function textFile(
  { app, context, publicUrl }: TextFileOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { slug, id } = request.params as { slug: string; id: string }
  const { viewer } = await context(request)
  const revision = app().get(RegisterRevision).current
  const { data, errors } = await executeInProcess<{ document: TextRow | null }>(app(), {
    query,
    variables: { id },
    context: Object.assign(await context(request), { reply }),
  })
  const [error] = errors ?? []
  if (error) throw refuse(error.extensions.code as RefusalCode, (error.extensions.args ?? {}) as RefusalArgs)
  const text = data!.document
  if (text?.group?.slug !== slug) throw refuse('NOT_FOUND')

  reply.header('vary', 'Cookie, Authorization')
  if (isSignedIn(viewer) || revision === null) reply.header('cache-control', 'private, no-store')
  else {
    const etag = `W/"${revision}-${text.textVersion}"`
    reply.header('cache-control', 'public, no-cache').header('etag', etag)
    if (request.headers['if-none-match']?.split(',').some((tag) => tag.trim() === etag)) return reply.code(304).send()
  }
  const address = `${originOf(publicUrl, request)}/groups/${slug}/documents/${text.id}`
  const clauses = text.clauses.map((clause) => ({ ...clause, address: `${address}/clauses/${clause.id}` }))
  return reply
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ ...text, address: `${address}/read`, clauses }))
}
