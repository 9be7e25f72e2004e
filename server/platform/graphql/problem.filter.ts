import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '#server/platform/errors/index.js'
import { bytesInWords, problemOf, refusalOf, statusOf, type Problem } from './problems.js'

/** Makes a page of a problem for somebody with a browser; null when this address has no pages. */
export type ProblemPage = (problem: Problem & { status: number }, request: FastifyRequest) => Promise<string | null>

/**
 * Answers whatever went wrong outside GraphQL: in a controller, a route, a hook, the router itself. Browsers get a page, programs
 * `{code, message, args}`. In a resolver it lets the error pass to where GraphQL errors are formatted.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly page: ProblemPage = async () => null) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() !== 'http') throw error
    const http = host.switchToHttp()
    return this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())
  }

  /**
   * Covers the routes that are put on Fastify itself. Nest sets its error handler only when it starts, and a route keeps the one it was declared
   * with; so call this before the first route.
   */
  covers(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', (route) => {
      route.errorHandler ??= (error, request, reply) => this.answer(error, request, reply)
    })
  }

  /** Answers an error; also for Fastify's own `frameworkErrors`, such as an address that cannot be decoded. */
  async answer(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const where = `${request.method} ${request.routeOptions?.url ?? 'an unknown address'}`
    const problem = problemOf(precisely(error, request), `answering ${where}`)
    const status = statusOf(problem.code)
    // A download that breaks off half-way cannot be answered any more; it was reported above.
    if (reply.sent || reply.raw.headersSent) return
    reply.code(status).header('cache-control', 'no-store')
    const page = wantsPage(request) ? await this.render({ ...problem, status }, request) : null
    // Not awaited: `send` would reject when the client hangs up, and nobody is left to be told.
    if (page === null) void reply.header('content-type', 'application/json; charset=utf-8').send(problem)
    else void reply.header('content-type', 'text/html; charset=utf-8').send(page)
  }

  private async render(problem: Problem & { status: number }, request: FastifyRequest): Promise<string | null> {
    try {
      return await this.page(problem, request)
    } catch (error) {
      // The page that tells of a problem is itself broken: the person still gets the plain answer.
      problemOf(error, 'making the page of a problem')
      return null
    }
  }
}

/** Fills in what only the request knows. */
function precisely(error: unknown, request: FastifyRequest): unknown {
  switch (refusalOf(error)?.code) {
    case 'TOO_LARGE':
      return isRefusal(error) ? error : refuse('TOO_LARGE', { limit: bytesInWords(request.routeOptions.bodyLimit) })
    case 'BAD_CONTENT_TYPE':
      return isRefusal(error)
        ? error
        : refuse('BAD_CONTENT_TYPE', {
            type: (request.headers['content-type'] ?? 'nothing').slice(0, 100),
            expected: 'application/json',
          })
    default:
      return error
  }
}

const isRefusal = (error: unknown): boolean => refusalOf(error) === error

const wantsPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD' || request.method === 'POST') &&
  (request.headers.accept ?? '').includes('text/html')
