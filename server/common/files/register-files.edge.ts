import { Readable } from 'node:stream'
import type { INestApplicationContext } from '@nestjs/common'
import type {} from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Settings } from '#server/platform/config/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { FileScopes } from './file-scopes.service.js'
import { addressOfFile } from './file-address.js'
import { Files, type ReadableFile } from './files.service.js'
import { Senders } from './senders.js'
import type { StoredFile } from './file.entity.js'

export interface FilesOptions {
  /** The application, once it is initialised. */
  app: () => INestApplicationContext
  /** Makes the Ctx of a request: who is asking. Refuses what another site's page sends. */
  context: (request: FastifyRequest) => Promise<Ctx>
}

/** Files sent from one network address in a minute. [FI-6] */
const perMinute = 120
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * `PUT /files?document=<id>&name=<name>` takes a file as it is; `POST` with the same address takes a form with the field `file`, for browsers without
 * script, and leads them to the page of this site that `back` names. `GET /files/<id>/<name>` gives it. The name at the end is for people.
 */
export async function registerFiles(fastify: FastifyInstance, options: FilesOptions): Promise<void> {
  const senders = new Senders({ each: 4, together: 16 })
  const give = (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) =>
    answerWith(options, request, reply)
  // In a context of its own: here any content type is taken and left unread, elsewhere only what is expected.
  await fastify.register(async (own) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    const limited = { config: { rateLimit: { max: perMinute, timeWindow: 60_000, allowList: [] } } }
    own.put('/files', limited, async (request, reply) => {
      const file = await take(options, senders, request, (body) => ({ name: nameIn(request), bytes: body }))
      const { id, width, height } = file
      return reply
        .code(201)
        .header('location', addressOfFile(file))
        .header('cache-control', 'no-store')
        .send({ id, url: addressOfFile(file), name: file.name, width, height })
    })
    own.post('/files', limited, async (request, reply) => {
      let back = '/'
      await take(options, senders, request, async (body) => {
        const form = await formIn(request, body)
        back = pathIn(form.get('back'))
        const file = form.get('file')
        if (!(file instanceof File)) throw refuse('BAD_INPUT', { detail: 'the form has no file' })
        return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }
      })
      return reply.code(303).header('cache-control', 'no-store').header('location', back).send()
    })
    own.get('/files/:id', give)
    own.get('/files/:id/:name', give)
  })
}

interface Named {
  readonly name: string
  readonly bytes: Buffer
}

/** Asks first whether the sender may, then how much it is, and only then reads it; then asks again, because a slow line takes minutes. [FI-1] */
async function take(
  { app, context }: FilesOptions,
  senders: Senders,
  request: FastifyRequest,
  named: (body: Buffer) => Named | Promise<Named>,
): Promise<StoredFile> {
  const scopes = app().get(FileScopes)
  const query = request.query as Record<string, unknown>
  const scopeType = scopes.types.find((type) => query[type] !== undefined)
  const scopeId = scopeType === undefined ? undefined : query[scopeType]
  if (scopeType === undefined || typeof scopeId !== 'string' || !uuid.test(scopeId)) {
    throw refuse('BAD_INPUT', { detail: `the address must say what the file belongs to (${scopes.types.join(', ')})` })
  }
  const before = await context(request)
  await scopes.requireAdd(before, scopeType, scopeId)
  const { name, bytes } = await senders.during(before.viewer.accountId ?? 'system', async () =>
    named(await received(request, app().get(Settings).largestFileMb)),
  )
  return app()
    .get(UnitOfWork)
    .write(await context(request), (tx) => app().get(Files).add(tx, { scopeType, scopeId, name, bytes }))
}

const nameIn = ({ query }: FastifyRequest): string => {
  const { name } = query as Record<string, unknown>
  return typeof name === 'string' ? name : ''
}

/** A form as a browser sends it. Refuses: BAD_INPUT. */
async function formIn({ headers }: FastifyRequest, body: Buffer): Promise<FormData> {
  try {
    const type = { headers: { 'content-type': String(headers['content-type']) } }
    return await new Response(new Uint8Array(body), type).formData()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw Object.assign(refuse('BAD_INPUT', { detail: 'the form cannot be read' }), { cause: error })
  }
}

/** A path of this site, and no other place. */
const pathIn = (given: unknown): string => (typeof given === 'string' && /^\/(?![\\/])/.test(given) ? given : '/')

/** The whole body. Refuses: FILE_TOO_LARGE, by what is announced and by what comes; FILE_DAMAGED when the sender hangs up. [FI-4] */
async function received({ raw, headers }: FastifyRequest, limitMb: number): Promise<Buffer> {
  const limit = limitMb * 1024 * 1024
  const tooLarge = () => refuse('FILE_TOO_LARGE', { limit: `${limitMb} MB` })
  if (Number(headers['content-length']) > limit) throw tooLarge()
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += part.length
      if (length > limit) throw tooLarge()
      parts.push(part)
    }
  } catch (error) {
    // The rest is taken from the line and thrown away: a browser reads the answer only when all that it sends has gone.
    raw.resume()
    if (raw.readableAborted || (error as { code?: unknown }).code === 'ECONNRESET') throw refuse('FILE_DAMAGED')
    throw error
  }
  return Buffer.concat(parts, length)
}

/** Whoever may not see it gets NOT_FOUND, as if there were none. [FI-2, FI-7] */
async function answerWith(
  { app, context }: FilesOptions,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id } = request.params
  if (!uuid.test(id)) throw refuse('NOT_FOUND')
  const files = app().get(Files)
  const ctx = await context(request)
  const readable = await files.readable(ctx, id)
  const { file } = readable
  const etag = `"${file.sha256.toString('hex')}"`
  reply.headers({
    etag,
    'cache-control': cachingOf(readable),
    vary: 'Cookie, Authorization',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply
    .headers({
      'content-type': file.mediaType,
      'content-length': file.sizeBytes,
      'content-disposition': readable.disposition,
    })
    .send(Readable.from(files.bytes(ctx, file)))
}

/** Bytes never change, but who may see them does: whoever keeps them asks each time whether that still holds, which costs no bytes. */
const cachingOf = ({ file, owner }: ReadableFile): string =>
  owner.visibility === 'PUBLIC' && !file.withdrawnAt ? 'public, no-cache' : 'private, no-cache'

/** Whether the sender has these bytes already. [RFC 9110, 13.1.2: weak comparison] */
const isKnown = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false
