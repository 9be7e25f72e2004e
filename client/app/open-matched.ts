import { matchRoutes, type RouteObject } from 'react-router'

/** Fetches the code of the pages that an address matches and puts it into the routes. Without it the router would first draw nothing. */
export async function openMatched(routes: RouteObject[], address: { pathname: string }): Promise<void> {
  const matched = matchRoutes(routes, address) ?? []
  await Promise.all(
    matched.map(async ({ route }) => {
      if (typeof route.lazy !== 'function') return
      Object.assign(route, await route.lazy())
      delete route.lazy
    }),
  )
}
