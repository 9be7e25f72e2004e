const ownOrigin = 'https://own.invalid'

/**
 * Where to go after signing in, from `?to=`: a path of this site, else the start page. An address of another site, also one in disguise
 * (`//other`, `/\\other`, control characters that browsers drop), and the sign-in pages themselves are not followed.
 */
export function returnAddress(to: string | null | undefined): string {
  // eslint-disable-next-line no-control-regex -- these are what browsers drop from addresses
  if (!to || !to.startsWith('/') || /[\u0000-\u0020\u007f\\]/.test(to)) return '/'
  if (!URL.canParse(to, ownOrigin)) return '/'
  const { origin, pathname, search, hash } = new URL(to, ownOrigin)
  if (origin !== ownOrigin || pathname.startsWith('//')) return '/'
  if (/^\/(sign-in|register)(\/|$)/.test(pathname)) return '/'
  return pathname + search + hash
}
