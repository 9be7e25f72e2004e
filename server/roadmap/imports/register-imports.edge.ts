import type { INestApplicationContext } from '@nestjs/common'
import type {} from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { IMPORT_LIMITS } from '#schema/vocabulary/imports.js'
import type { Confidence } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import './imports.access.js'
import { Imports } from './imports.service.js'

export interface ImportsOptions {
  /** The application, once it is initialised. */
  app: () => INestApplicationContext
  /** Makes the Ctx of a request: who is asking. Refuses what another site's page sends. */
  context: (request: FastifyRequest) => Promise<Ctx>
}

/** A table to begin with: the headings, and one row that shows how they are filled. */
const template = [
  'designation,formerly,title,title_fr,body,committee,type,stage,status,published,topics,lifecycleStages,impacts,url',
  'ISO/IEC 21031:2024,,Information technology - Software Carbon Intensity (SCI) specification,,ISO/IEC JTC 1,,International Standard,60.60,,2024-03,CARBON; SOFTWARE_EFFICIENCY,USE,GHG,https://www.iso.org/standard/86612.html',
  '',
].join('\r\n')

/** What surrounds the file in a form. */
const FORM_BYTES = 64 * 1024
/** Lists sent from one network address in a minute. */
const perMinute = 60

/**
 * `POST /admin/imports/new` takes a form (`multipart/form-data`) with the fields `file`, `source`, `confidence` and `asOf`. A browser is led to the page of
 * the import, a program gets its id. `GET /admin/imports/template.csv` is a table to begin with.
 */
export async function registerImports(fastify: FastifyInstance, options: ImportsOptions): Promise<void> {
  fastify.get('/admin/imports/template.csv', (_request, reply) =>
    reply
      .type('text/csv; charset=utf-8; header=present')
      .header('content-disposition', 'attachment; filename="rapporteur-import-template.csv"')
      .send(`\uFEFF${template}`),
  )
  // In a context of its own: here a form with a file is taken, elsewhere only what is expected.
  await fastify.register(async (own) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser('multipart/form-data', (_request, payload, done) => done(null, payload))
    own.post(
      '/admin/imports/new',
      {
        bodyLimit: IMPORT_LIMITS.bytes + FORM_BYTES,
        config: { rateLimit: { max: perMinute, timeWindow: 60_000, allowList: [] } },
      },
      (request, reply) => take(options, request, reply),
    )
  })
}

/** Asks first whether the sender may, and only then reads what they send. */
async function take(
  { app, context }: ImportsOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  app()
    .get(Access)
    .require(await context(request), 'import.run', null)
  const form = await formOf(request)
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) throw refuse('IMPORT_EMPTY', {}, { field: 'input.file' })
  const bytes = Buffer.from(await file.arrayBuffer())
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const { id } = await app()
    .get(UnitOfWork)
    .write(await context(request), (tx) =>
      app()
        .get(Imports)
        .take(tx, {
          name: file.name,
          bytes,
          source: text('source'),
          confidence: confidenceOf(text('confidence')),
          asOf: text('asOf'),
        }),
    )
  const address = `/admin/imports/${id}`
  reply.header('cache-control', 'no-store').header('location', address)
  if ((request.headers.accept ?? '').includes('text/html')) return reply.code(303).send()
  return reply.code(201).send({ id, url: address })
}

const confidenceOf = (text: string): Confidence => (text === 'VERIFIED' ? 'VERIFIED' : 'MEMORY')

async function formOf({ raw, headers }: FastifyRequest): Promise<FormData> {
  const limit = IMPORT_LIMITS.bytes + FORM_BYTES
  const tooLarge = () =>
    refuse('IMPORT_TOO_LARGE', { limit: `${IMPORT_LIMITS.bytes / 1024 ** 2} MB` }, { field: 'input.file' })
  const parts: Buffer[] = []
  let length = 0
  try {
    if (Number(headers['content-length']) > limit) throw tooLarge()
    for await (const part of raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += part.length
      if (length > limit) throw tooLarge()
      parts.push(part)
    }
  } catch (error) {
    // The rest is taken from the line and thrown away: a browser reads the answer only when all that it sends has gone.
    raw.resume()
    throw error
  }
  try {
    return await new Response(new Uint8Array(Buffer.concat(parts, length)), {
      headers: { 'content-type': String(headers['content-type']) },
    }).formData()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw Object.assign(refuse('BAD_INPUT', { detail: 'the form cannot be read' }, { field: 'input.file' }), {
      cause: error,
    })
  }
}
