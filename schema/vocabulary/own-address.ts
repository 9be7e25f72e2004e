const origin = 'https://own.invalid'

/**
 * An address of this site that came from outside, taken apart; null for one of another site, also in disguise (`//other`, `/\\other`, control
 * characters that browsers drop).
 */
export function ownAddress(text: string | null | undefined): URL | null {
  // eslint-disable-next-line no-control-regex -- these are what browsers drop from addresses
  if (!text?.startsWith('/') || /[\u0000-\u0020\u007f\\]/.test(text) || !URL.canParse(text, origin)) return null
  const url = new URL(text, origin)
  return url.origin === origin && !url.pathname.startsWith('//') ? url : null
}
