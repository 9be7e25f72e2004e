import { ownAddress } from '#schema/vocabulary/own-address.js'

/**
 * Where to go after signing in, from `?to=`: a path of this site, else the start page. An address of another site, also one in disguise, and the
 * sign-in pages themselves are not followed.
 */
export function returnAddress(to: string | null | undefined): string {
  const url = ownAddress(to)
  if (!url || /^\/(sign-in|register)(\/|$)/.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}
