const LONGEST = 2000
const own = 'https://own.invalid'
/** Pages whose address holds a view. */
const lists = [
  '/',
  '/roadmap',
  '/gaps',
  '/principles',
  '/bodies',
  '/overlaps',
  '/search',
  '/roadmap/to-check',
  '/activity',
  '/editions',
]
/** Where one stands in a list is no part of a view. */
const passing = ['after', 'before', 'lang']

/**
 * The address of a list as it is kept: path and query on this site, without the page of the list. Null for everything that is no list here, other
 * sites in disguise included. [NO-2]
 */
export function viewAddress(text: string): string | null {
  // eslint-disable-next-line no-control-regex -- these are what browsers drop from addresses
  if (!text.startsWith('/') || /[\u0000-\u0020\u007f\\]/.test(text) || !URL.canParse(text, own)) return null
  const { origin, pathname, searchParams } = new URL(text, own)
  if (origin !== own || !lists.includes(pathname)) return null
  for (const name of passing) searchParams.delete(name)
  const address = searchParams.size > 0 ? `${pathname}?${searchParams.toString()}` : pathname
  return address.length <= LONGEST ? address : null
}
