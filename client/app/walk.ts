/** A place on this site, as the router knows it. */
export interface Place {
  readonly pathname: string
  readonly search: string
}

/** Parameters that turn the pages of a list. */
const PAGING = ['after', 'before']

/**
 * Whether going from one address to the other is walking to another page, which is read from its top: another path, or another page of a list.
 * Another filter, order or view of the same list is not; whoever chooses stays where they are.
 */
export function isOtherPage(from: Place, to: Place): boolean {
  if (from.pathname !== to.pathname) return true
  const [before, after] = [new URLSearchParams(from.search), new URLSearchParams(to.search)]
  return PAGING.some((name) => after.has(name) && after.get(name) !== before.get(name))
}
