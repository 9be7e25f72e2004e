import type {} from '@fastify/cookie'
import { Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DataSource } from 'typeorm'
import { system, type Ctx } from '#server/platform/context/index.js'
import { Clock } from '#server/platform/time/index.js'
import { chooseLanguage } from '#schema/words/index.js'
import { Identity, type Credentials } from './identity.service.js'

/** The Ctx of a call that came over HTTP or a socket. */
export interface HttpCtx extends Ctx {
  readonly request: FastifyRequest
  /** Written by the GraphQL server for calls by POST; absent for pages made on the server and for sockets. */
  readonly reply?: FastifyReply
}

/** Makes the Ctx of a request: a fresh object each time, because the GraphQL server writes on it. */
@Injectable()
export class CtxFactory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly identity: Identity,
  ) {}

  /** The Ctx of what the house asks on behalf of many at once, before it judges for each. */
  ofHouse(): Ctx {
    const { clock, dataSource } = this
    return { viewer: system, now: clock.now(), language: 'en', db: dataSource.manager, requestId: 'house' }
  }

  /**
   * Language: `?lang=`, account, `Accept-Language`. A browser cannot put a header on a socket, so a token may also come as the connection
   * parameter `authorization`. Refuses: SIGN_IN_REQUIRED for a token that does not work, BAD_ORIGIN.
   */
  async of(request: FastifyRequest, connectionParams: Readonly<Record<string, unknown>> = {}): Promise<HttpCtx> {
    const { authorization } = connectionParams
    const credentials: Credentials = {
      method: request.method,
      headers: typeof authorization === 'string' ? { ...request.headers, authorization } : request.headers,
      cookies: request.cookies,
    }
    const { viewer, language } = await this.identity.recognise(credentials)
    const { lang } = (request.query ?? {}) as { lang?: unknown }
    return {
      viewer,
      now: this.clock.now(),
      language: chooseLanguage(typeof lang === 'string' ? lang : null, language, request.headers['accept-language']),
      db: this.dataSource.manager,
      requestId: String(request.id),
      viewerNow: () => this.identity.authenticate(credentials),
      request,
    }
  }
}
