import fastifyStatic from '@fastify/static'
import type { INestApplication } from '@nestjs/common'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RegisterRevision } from '#server/common/activity/index.js'
import { Readings } from '#server/drafting/reading/index.js'
import { isSignedIn, type Ctx } from '#server/platform/context/index.js'
import { executeInProcess } from '#server/platform/graphql/index.js'
import { originOf } from '../origin.js'
import type { ClientBuild, Page } from './client-build.js'
import { PageCache, type KeptPage } from './page-cache.js'
import { showsAnyText, textShownAt } from './text-shown.js'

export interface PagesOptions {
  /** The application, once it is initialised. */
  app: () => INestApplication
  build: ClientBuild
  /** Makes the Ctx of one query of a request. */
  context: (request: FastifyRequest) => Promise<Ctx>
  /** Where people find the site, as pages cite it; null takes the host that was asked. */
  publicUrl: string | null
  cache?: PageCache
}

const HOUR_MS = 3_600_000

/** Addresses that are files of the product; everything else is a page. */
const longLived = { immutable: true, maxAge: '365d', preCompressed: true } as const

/** The pages of the product, made on the server from the very queries that the client uses. [PG-1, PG-2, RD-6] */
export async function registerPages(fastify: FastifyInstance, options: PagesOptions): Promise<void> {
  const cache = options.cache ?? new PageCache()

  await fastify.register(fastifyStatic, {
    root: options.build.folder,
    prefix: '/assets/',
    wildcard: true,
    ...longLived,
  })
  // Asked for anew each time: a new build takes over when the writing room is opened next. Whoever it is, it is the same.
  const { serviceWorker } = options.build
  fastify.get('/service-worker.js', (_request, reply) =>
    serviceWorker === null
      ? reply.code(404).send()
      : reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(serviceWorker),
  )
  // Forms work without script: what the browser sends becomes the body of the page's action.
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 256 * 1024 },
    (_r, body, done) => done(null, body),
  )

  const render = async (request: FastifyRequest, reply: FastifyReply, language: string, now: Date): Promise<Page> => {
    const abort = new AbortController()
    reply.raw.once('close', () => abort.abort())
    return options.build.renderPage({
      request: webRequest(request, originOf(options.publicUrl, request), abort.signal),
      language,
      assets: options.build.assets,
      // A context each: the framework writes on it, and an action may have changed who is asking.
      execute: async (query, variables) =>
        executeInProcess(options.app(), {
          query: query as never,
          variables,
          context: Object.assign(await options.context(request), { reply, now }),
        }),
    })
  }

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const revision = options.app().get(RegisterRevision).current
    const { language, now, viewer } = await options.context(request)
    reply.header('vary', 'Accept-Language, Cookie, Authorization').header('content-language', language)
    if (request.method === 'POST' || isSignedIn(viewer) || revision === null) {
      reply.header('cache-control', 'private, no-store')
      return send(reply, await render(request, reply, language, now))
    }
    // Dates on a page (days to go, passed or not) are told as of the full hour, so that every process makes the same page; whatever is in the
    // register is never old.
    const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)
    const key = `${language} ${hour.toISOString()} ${request.headers.host} ${request.url}`
    // Asked before the page is made: what is written meanwhile makes it anew the next time.
    const textId = textShownAt(request.url)
    const version = textId ? await options.app().get(Readings, { strict: false }).shown(textId) : ''
    let kept = cache.get(key, revision, version)
    if (!kept) {
      const page = await render(request, reply, language, hour)
      if ('response' in page || page.status !== 200 || showsAnyText(request.url)) {
        reply.header('cache-control', 'no-cache')
        return send(reply, page)
      }
      kept = cache.keep(key, revision, { status: page.status, html: page.html }, version)
    }
    return sendKept(request, reply, kept)
  }

  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    try {
      return await answer(request, reply)
    } catch (error) {
      // Whoever asked has left: nobody is there to be answered, and nothing is broken.
      if (reply.raw.destroyed && (error as { name?: unknown } | null)?.name === 'AbortError') return reply.hijack()
      throw error
    }
  }
  fastify.route({ method: ['GET', 'POST'], url: '/*', bodyLimit: 256 * 1024, handler })
}

function sendKept(request: FastifyRequest, reply: FastifyReply, page: KeptPage): FastifyReply {
  reply.header('etag', page.etag).header('cache-control', 'public, no-cache')
  if (request.headers['if-none-match']?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === page.etag)) {
    return reply.code(304).send()
  }
  return reply.code(page.status).type('text/html; charset=utf-8').send(page.html)
}

function send(reply: FastifyReply, page: Page): FastifyReply {
  if ('response' in page) {
    page.response.headers.forEach((value, name) => void reply.header(name, value))
    return reply.code(page.response.status).send(page.response.body ?? '')
  }
  page.headers.forEach((value, name) => void reply.header(name, value))
  return reply.code(page.status).type('text/html; charset=utf-8').send(page.html)
}

/** The request as the router sees it: its public address and the form, without cookies and other headers that loaders have no business with. */
function webRequest(request: FastifyRequest, origin: string, signal: AbortSignal): Request {
  // Put together, not resolved: whatever the path begins with, it is one of ours and names no other host.
  const url = new URL(origin + request.url.replace(/^[/\\]*/, '/'))
  const isPost = request.method === 'POST'
  return new Request(url, {
    method: isPost ? 'POST' : 'GET',
    signal,
    ...(isPost && {
      body: typeof request.body === 'string' ? request.body : '',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
  })
}
