import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { registerFeeds } from '#server/app/feeds/index.js'
import { loadClientBuild, problemPage, registerPages, type ClientBuild } from '#server/app/pages/index.js'
import { registerFiles } from '#server/common/files/index.js'
import { CtxFactory, limitRequests } from '#server/common/identity/index.js'
import { registerCollaboration } from '#server/drafting/collaboration/index.js'
import type { Settings } from '#server/platform/config/index.js'
import { guardHostAndOrigin, ProblemFilter, registerWebSockets } from '#server/platform/graphql/index.js'
import { nestLog, type Log } from '#server/platform/log/index.js'
import { SystemClock, type Clock } from '#server/platform/time/index.js'
import { registerImports } from '#server/roadmap/imports/index.js'
import { AppModule } from './app.module.js'

export interface AppOptions {
  settings: Settings
  databaseUrl: string
  log: Log
  /** Handed in, so that a test can say when it is. */
  clock?: Clock
  /** The built client; null serves the API without pages (tests of rooms). Absent: what `npm run build` made. */
  client?: ClientBuild | null
}

/**
 * The whole server, ready to listen. The database is there and migrated. `close()` stops accepting, waits for running requests, then closes
 * the connections to the database.
 */
export async function createApp(options: AppOptions): Promise<NestFastifyApplication> {
  const { settings, databaseUrl, log, clock = new SystemClock() } = options
  const client = options.client === undefined ? await loadClientBuild() : options.client
  const filter: ProblemFilter = new ProblemFilter((problem, request) => problemPage(client, problem, request))
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // On stopping, connections that wait for a next request are closed; those with a running one are waited for.
    forceCloseConnections: 'idle',
    bodyLimit: 256 * 1024,
    // For the whole of a request to arrive; a picture over a slow line is the longest. Sockets are not meant.
    requestTimeout: 5 * 60_000,
    routerOptions: { maxParamLength: 4096 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      void filter.answer(error, request, reply),
  })
  const fastify: FastifyInstance = adapter.getInstance()
  filter.covers(fastify)
  await fastify.register(cookie)
  await registerWebSockets(fastify)
  guardHostAndOrigin(fastify, {
    publicUrl: settings.publicUrl ? new URL(settings.publicUrl) : null,
    boundTo: settings.host,
  })
  await limitRequests(fastify, { perMinute: settings.requestsPerMinute })
  await protect(fastify, settings)
  logAnswers(fastify, log)

  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.from({ settings, databaseUrl, clock, filter }),
    adapter,
    {
      logger: nestLog(log),
      abortOnError: false,
      // Fastify reads JSON by itself; what pages post is read where pages are.
      bodyParser: false,
    },
  )
  const { publicUrl } = settings
  const context = (request: Parameters<CtxFactory['of']>[0]) => app.get(CtxFactory).of(request)
  registerCollaboration(fastify, { app: () => app })
  await registerFiles(fastify, { app: () => app, context })
  await registerImports(fastify, { app: () => app, context })
  await registerFeeds(fastify, { app: () => app, context, publicUrl })
  if (client) await registerPages(fastify, { app: () => app, build: client, context, publicUrl })
  await app.init()
  await fastify.ready()
  return app
}

/** No inline script, no framing, nothing from other origins; https is remembered where there is https. */
async function protect(fastify: FastifyInstance, settings: Settings): Promise<void> {
  const isHttps = settings.publicUrl?.startsWith('https:') ?? false
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        ...(isHttps && { 'upgrade-insecure-requests': [] }),
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  })
}

function logAnswers(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    // The path without its query: searches and tokens are nobody's business.
    const { method, url } = request
    const path = url.split('?')[0]
    log.debug({ method, path, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) }, 'Answered.')
    done()
  })
}
