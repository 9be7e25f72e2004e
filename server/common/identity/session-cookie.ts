/** The session cookie: its name and how it is set. */
export interface SessionCookie {
  readonly name: string
  readonly options: {
    readonly path: '/'
    readonly httpOnly: true
    readonly sameSite: 'lax'
    readonly secure: boolean
    readonly maxAge: number
  }
}

/** As long as browsers keep any cookie. The server alone knows when a session ends; the cookie only has to outlast it. */
const DAYS_KEPT = 400

/**
 * Out of reach for scripts and for other sites' forms. Under https also `Secure` and with the prefix `__Host-`, by which a browser takes it from
 * this very host only, so that no neighbouring domain can plant a session. [ID-5; RFC 6265bis section 4.1.3.2]
 */
export function sessionCookie(publicUrl: string | null): SessionCookie {
  const secure = publicUrl?.startsWith('https:') ?? false
  return {
    name: secure ? '__Host-rapporteur' : 'rapporteur',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: DAYS_KEPT * 24 * 3600 },
  }
}
