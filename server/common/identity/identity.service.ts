import type { IncomingHttpHeaders } from 'node:http'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Settings } from '#server/platform/config/index.js'
import { stranger, together, type Standing, type Viewer } from '#server/platform/context/index.js'
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

/** Loads the roles that people hold at an instant, by person. The room that gives roles hands it in. */
export type StandingSource = (
  db: EntityManager,
  personIds: readonly string[],
  now: Date,
) => Promise<ReadonlyMap<string, readonly Standing[]>>

/** A viewer, and the language that their account has chosen (null: none). */
export interface Recognised {
  readonly viewer: Viewer
  readonly language: string | null
}

/** Says who is asking. */
@Injectable()
export class Identity {
  private standings: StandingSource = async () => new Map()
  private readonly cookieName: string
  // A hundred people who come back at once are a few questions, not hundreds.
  private readonly holderOfToken = together<string, Holder>((secrets) =>
    this.tokens.holders(this.dataSource.manager, secrets, this.clock.now()),
  )
  private readonly holderOfSession = together<string, Holder>((secrets) =>
    this.sessions.holders(this.dataSource.manager, secrets, this.clock.now()),
  )
  private readonly standingsOf = together<string, readonly Standing[]>((personIds) =>
    this.standings(this.dataSource.manager, personIds, this.clock.now()),
  )

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
    if (bearer !== undefined) {
      const holder = await this.holderOfToken(bearer)
      if (!holder) throw refuse('SIGN_IN_REQUIRED')
      return this.recognised(holder)
    }
    const holder = session === undefined ? null : await this.holderOfSession(session)
    return holder ? this.recognised(holder) : { viewer: stranger, language: null }
  }

  /** The viewer that an account makes, now. */
  async viewerOf(account: {
    id: string
    personId: string
    isAdministrator: boolean
    language: string | null
  }): Promise<Recognised> {
    return this.recognised({ ...account, accountId: account.id })
  }

  /** Secret of the session cookie; undefined without one. */
  sessionOf(request: Credentials): string | undefined {
    return request.cookies?.[this.cookieName] || undefined
  }

  private async recognised({ accountId, personId, isAdministrator, language }: Holder): Promise<Recognised> {
    const standings = (await this.standingsOf(personId)) ?? []
    return { viewer: { accountId, personId, isAdministrator, isSystem: false, standings }, language }
  }
}

/** The token of `Authorization: Bearer`; undefined when there is none. Another scheme is not ours to judge. */
export function bearerOf(headers: IncomingHttpHeaders): string | undefined {
  return /^bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1]
}
