import { readMoment } from '#schema/vocabulary/address.js'

/** Pages that can be read as of a past moment: lists and things of the register, and the page of all of them. */
const readable = /^\/(?:$|roadmap$|gaps$|principles$|bodies$|(?:gaps|items|bodies)\/(?!new$)[^/]+$)/

/**
 * Where a link of a page leads: whoever reads the register as of a past moment stays in it, from page to page, until they leave it. An empty `asOf`
 * leaves it. Pages that know no past, and addresses that name a moment of their own, are left alone. [ED-12]
 */
export function keepMoment(href: string, search: string): string {
  // A place on this very page: the router would leave out what the address holds besides.
  if (href.startsWith('#')) return readMoment(new URLSearchParams(search)).asOf === null ? href : search + href
  if (!href.startsWith('/')) return href
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(href) ?? []
  const params = new URLSearchParams(query)
  const own = params.get('asOf')
  if (own === '') params.delete('asOf')
  else {
    const { asOf } = readMoment(new URLSearchParams(search))
    if (own !== null || asOf === null || !readable.test(path)) return href
    params.set('asOf', new URLSearchParams(search).get('asOf')!.trim())
  }
  return `${path}${params.size > 0 ? `?${params.toString()}` : ''}${hash}`
}
