import type { Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import type { HttpCtx } from './ctx-factory.js'
import { bearerOf } from './identity.service.js'

/** The call as one that came over HTTP. In-process calls without a request cannot sign anybody in. */
export function overHttp(ctx: Ctx): HttpCtx {
  const http = ctx as HttpCtx
  if (!http.request) throw new Error('Signing in and out needs the request of a browser')
  return http
}

/** Only a session may make what outlives it: a token that leaked must not be able to make another. Refuses: SIGN_IN_REQUIRED. [ID-4] */
export function requireSession(ctx: Ctx): void {
  if (bearerOf(overHttp(ctx).request.headers) !== undefined) throw refuse('SIGN_IN_REQUIRED')
}
