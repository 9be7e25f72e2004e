import type { RouteObject } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { refuseWith, type Api } from '../api/index.js'
import { makePageRoutes } from './pages/index.js'
import { RefusedPage } from './RefusedPage.js'
import { Shell } from './Shell.js'
import { shellLoader, shouldRevalidateShell } from './shell.route.js'

/** What every route factory gets: the API of this call or browser, and the words of the reader's language. */
export interface RouteTools {
  api: Api
  words: Words
}

/** Every other address: refused inside the shell, so that the ways on are there. */
const nowhere: RouteObject = {
  path: '*',
  loader: () => {
    throw refuseWith('NOT_FOUND')
  },
}

/** All addresses of the product. Made anew for each request on the server, once in the browser. */
export function makeRoutes(api: Api, words: Words): RouteObject[] {
  const tools: RouteTools = { api, words }
  return [
    {
      id: 'shell',
      path: '/',
      Component: Shell,
      ErrorBoundary: RefusedPage,
      loader: shellLoader(tools),
      shouldRevalidate: shouldRevalidateShell,
      children: [
        // A page that is refused keeps the shell around it.
        { ErrorBoundary: RefusedPage, children: [...makePageRoutes(tools), nowhere] },
      ],
    },
  ]
}
