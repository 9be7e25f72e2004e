import type { FastifyRequest } from 'fastify'
import { chooseLanguage } from '#schema/words/index.js'
import type { Problem } from '#server/platform/graphql/index.js'
import type { ClientBuild } from './client-build.js'

/**
 * The page of a problem that arose before any route could be asked: a forged Host, a body too large, a fault. Made by the same renderer, whose
 * queries are all answered with the problem, so that it looks like the product and asks nothing more of it.
 */
export async function problemPage(
  client: ClientBuild | null,
  problem: Problem & { status: number },
  request: FastifyRequest,
): Promise<string | null> {
  if (!client) return null
  const { code, args, reference } = problem
  const page = await client.renderPage({
    // The address as it was sent may be what is wrong with the request.
    request: new Request('http://localhost/'),
    language: chooseLanguage(request.headers['accept-language']),
    assets: client.assets,
    execute: async () => ({
      errors: [{ message: problem.message, extensions: { code, args: { ...args, ...(reference && { reference }) } } }],
    }),
  })
  return 'html' in page ? page.html : null
}
