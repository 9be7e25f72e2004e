/** What is looked at of a request to tell whether a page of our own made it. */
export interface OriginFacts {
  readonly method: string
  /** A WebSocket is being opened. */
  readonly isUpgrade: boolean
  /** It carries a session cookie, which browsers add whoever made the page. */
  readonly hasCookie: boolean
  /** It carries a token, which no other site's page can know. */
  readonly hasBearer: boolean
  /** Header `Origin`. */
  readonly origin: string | undefined
  /** Header `Sec-Fetch-Site`, which only browsers write. */
  readonly secFetchSite: string | undefined
  /** Header `Host`. */
  readonly host: string | undefined
  /** Where people find the site; null when nobody said. */
  readonly publicUrl: string | null
}

const harmless: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether a request may act for the account that its cookie names. What changes something, and every socket, must show that it comes from a page
 * of this site; what bears a token need not. Without a cookie only a foreign `Origin` is refused (nobody is to be signed in by another
 * site's form). [ID-8; OWASP CSRF prevention, "verifying origin with standard headers"]
 */
export function comesFromOwnPage(facts: OriginFacts): boolean {
  if (facts.hasBearer) return true
  if (harmless.includes(facts.method) && !facts.isUpgrade) return true
  if (facts.origin !== undefined) return isOwnOrigin(facts.origin, facts)
  if (!facts.hasCookie) return facts.secFetchSite !== 'cross-site'
  // A socket always has an Origin when a browser opens it.
  return !facts.isUpgrade && facts.secFetchSite === 'same-origin'
}

function isOwnOrigin(origin: string, { host, publicUrl }: OriginFacts): boolean {
  if (publicUrl !== null) return origin === publicUrl
  if (!URL.canParse(origin) || host === undefined || !URL.canParse(`http://${host}`)) return false
  const page = new URL(origin)
  // `localhost:80` and `localhost` are one host; the URL drops the port that its scheme implies.
  return ['http:', 'https:'].includes(page.protocol) && page.host === new URL(`${page.protocol}//${host}`).host
}
