import type {} from '@fastify/cookie'
import { Injectable } from '@nestjs/common'
import { Settings } from '#server/platform/config/index.js'
import { stranger, type Ctx, type Viewer } from '#server/platform/context/index.js'
import { chooseLanguage, type Language } from '#schema/words/index.js'
import { accountsById } from './accounts.service.js'
import { overHttp } from './asker.js'
import { Identity } from './identity.service.js'
import { sessionCookie } from './session-cookie.js'
import type { Asker, Opened } from './sign-in.service.js'

/** The browser at the other end of a call: who asks, and the cookie that it is given. */
@Injectable()
export class Browser {
  constructor(
    private readonly settings: Settings,
    private readonly identity: Identity,
  ) {}

  asker(ctx: Ctx): Asker {
    const { request } = overHttp(ctx)
    return { ip: request.ip, host: request.headers.host, session: this.identity.sessionOf(request) }
  }

  /** What `isDemoRequest` looks at. */
  facts(ctx: Ctx): { host: string | undefined; headers: Readonly<Record<string, unknown>> } {
    const { headers } = overHttp(ctx).request
    return { host: headers.host, headers }
  }

  /** Sets the cookie of a session that was opened; the rest of the call is answered to its viewer. */
  async enter(ctx: Ctx, opened: Opened): Promise<Viewer> {
    const { name, options } = sessionCookie(this.settings.publicUrl)
    const account = await accountsById({ ...ctx }).load(opened.accountId)
    const { viewer, language } = await this.identity.viewerOf(account!)
    void overHttp(ctx).reply!.setCookie(name, opened.secret, options)
    return become(ctx, viewer, chooseLanguage(language, ctx.language))
  }

  /** Takes the cookie away; the rest of the call is answered to a stranger. */
  leave(ctx: Ctx): Viewer {
    const { name, options } = sessionCookie(this.settings.publicUrl)
    void overHttp(ctx).reply!.clearCookie(name, { ...options, maxAge: undefined })
    return become(ctx, stranger, ctx.language)
  }

  /** The rest of the call is answered in this language. */
  speak(ctx: Ctx, language: string): Viewer {
    return become(ctx, ctx.viewer, chooseLanguage(language))
  }
}

/** A mutation is answered by the fields under it, and they ask the Ctx who is looking: from here on, somebody else. */
function become(ctx: Ctx, viewer: Viewer, language: Language): Viewer {
  Object.assign(ctx, { viewer, language })
  return viewer
}
