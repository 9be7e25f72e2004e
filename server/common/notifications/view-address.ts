import { ownAddress } from '#schema/vocabulary/own-address.js'

const LONGEST = 2000
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
  const url = ownAddress(text)
  if (!url || !lists.includes(url.pathname)) return null
  const { pathname, searchParams } = url
  for (const name of passing) searchParams.delete(name)
  const address = searchParams.size > 0 ? `${pathname}?${searchParams.toString()}` : pathname
  return address.length <= LONGEST ? address : null
}
