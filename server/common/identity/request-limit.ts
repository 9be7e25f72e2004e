import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { refuse } from '#server/platform/errors/index.js'

/**
 * A generous limit on requests to `/graphql` by network address, against what runs wild rather than against people. Register it before the
 * application declares its routes. Refuses: TOO_MANY_REQUESTS. [ID-9]
 */
export async function limitRequests(
  fastify: FastifyInstance,
  { perMinute = 1200 }: { perMinute?: number } = {},
): Promise<void> {
  await fastify.register(rateLimit, {
    global: true,
    max: perMinute,
    timeWindow: 60_000,
    cache: 10_000,
    allowList: (request) => request.routeOptions.url !== '/graphql',
    errorResponseBuilder: (_request, context) =>
      refuse('TOO_MANY_REQUESTS', { seconds: Math.ceil(context.ttl / 1000) }),
  })
}
