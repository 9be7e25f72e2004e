import type { IncomingHttpHeaders } from 'node:http'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Settings } from '#server/platform/config/index.js'
import { stranger, type Standing, type Viewer } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Clock } from '#server/platform/time/index.js'
import { comesFromOwnPage } from './origin-check.js'
import { sessionCookie } from './session-cookie.js'
import { Sessions, type Holder } from './sessions.service.js'
import { Tokens } from './tokens.service.js'

/** A request, or the request that opened a socket, as far as it says who asks. */
export interface Credentials {
  readonly method?: string
  readonly headers: IncomingHttpHeaders
  readonly cookies?: Readonly<Record<string, string | undefined>>
}

/** Loads the roles that a person holds at an instant. The room that gives roles hands it in. */
export type StandingSource = (db: EntityManager, personId: string, now: Date) => Promise<readonly Standing[]>

/** A viewer, and the language that their account has chosen (null: none). */
export interface Recognised {
  readonly viewer: Viewer
  readonly language: string | null
}

/** Says who is asking. */
@Injectable()
export class Identity {
  private standings: StandingSource = async () => []
  private readonly cookieName: string

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
  ) {
    this.cookieName = sessionCookie(settings.publicUrl).name
  }

  /** Hands in the room that knows roles. Without one nobody holds any. */
  loadStandingsWith(source: StandingSource): void {
    this.standings = source
  }

  /**
   * The viewer behind a request: of its token, else of its session cookie, else a stranger. A session that has ended is no reason to refuse; a
   * token that does not work is, because a program would take the answer for all there is.
   * Refuses: SIGN_IN_REQUIRED (such a token), BAD_ORIGIN.
   */
  async authenticate(request: Credentials): Promise<Viewer> {
    return (await this.recognise(request)).viewer
  }

  /** The same with the language of the account. */
  async recognise(request: Credentials): Promise<Recognised> {
    const { headers } = request
    const bearer = bearerOf(headers)
    const session = this.sessionOf(request)
    const mayAct = comesFromOwnPage({
      method: request.method ?? 'GET',
      isUpgrade: headers.upgrade !== undefined,
      hasCookie: session !== undefined,
      hasBearer: bearer !== undefined,
      origin: headers.origin,
      secFetchSite: headers['sec-fetch-site'] as string | undefined,
      host: headers.host,
      publicUrl: this.settings.publicUrl,
    })
    if (!mayAct) throw refuse('BAD_ORIGIN')
    const now = this.clock.now()
    const db = this.dataSource.manager
    if (bearer !== undefined) {
      const holder = await this.tokens.holder(db, bearer, now)
      if (!holder) throw refuse('SIGN_IN_REQUIRED')
      return this.recognised(db, holder, now)
    }
    const holder = session === undefined ? null : await this.sessions.holder(db, session, now)
    return holder ? this.recognised(db, holder, now) : { viewer: stranger, language: null }
  }

  /** The viewer that an account makes, now. */
  async viewerOf(account: {
    id: string
    personId: string
    isAdministrator: boolean
    language: string | null
  }): Promise<Recognised> {
    return this.recognised(this.dataSource.manager, { ...account, accountId: account.id }, this.clock.now())
  }

  /** Secret of the session cookie; undefined without one. */
  sessionOf(request: Credentials): string | undefined {
    return request.cookies?.[this.cookieName] || undefined
  }

  private async recognised(db: EntityManager, holder: Holder, now: Date): Promise<Recognised> {
    const { accountId, personId, isAdministrator, language } = holder
    const standings = await this.standings(db, personId, now)
    return { viewer: { accountId, personId, isAdministrator, isSystem: false, standings }, language }
  }
}

/** The token of `Authorization: Bearer`; undefined when there is none. Another scheme is not ours to judge. */
export function bearerOf(headers: IncomingHttpHeaders): string | undefined {
  return /^bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1]
}
