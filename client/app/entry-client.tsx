/** Takes the server's page over: same routes, same document, the data that the server had already fetched. */
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { createBrowserRouter, createPath, UNSAFE_ErrorResponseImpl as ErrorResponse } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { wordsFor } from '#schema/words/index.js'
import { apiBy, overHttp } from '../api/index.js'
import '../ui/styles.css'
import './app.css'
import '../roadmap/register.css'
import { Application } from './Application.js'
import { Document, STATE_ID, type PageState } from './Document.js'
import { openMatched } from './open-matched.js'
import { makeRoutes } from './routes.js'

const state = JSON.parse(document.getElementById(STATE_ID)!.textContent) as PageState
const { language, hydration } = state
const routes = makeRoutes(apiBy(overHttp(language)), wordsFor(language))

// The page that is there already is taken over as it is: its room must be here before the router starts.
await openMatched(routes, window.location)

const router = createBrowserRouter(routes, {
  hydrationData: {
    loaderData: hydration.loaderData,
    actionData: hydration.actionData,
    errors:
      hydration.errors &&
      Object.fromEntries(
        Object.entries(hydration.errors).map(([id, { status, data }]) => [
          id,
          new ErrorResponse(status, undefined, data),
        ]),
      ),
  },
})

// After an upgrade of the server the files that this page knows are gone. Then the page one walks to is loaded whole, with the new ones.
addEventListener('vite:preloadError', () => {
  const { location: goal } = router.state.navigation
  if (goal) location.assign(createPath(goal))
})

startTransition(() => {
  hydrateRoot(
    document,
    <Document state={state}>
      <Application language={language} navigate={(href) => void router.navigate(href)}>
        <RouterProvider router={router} />
      </Application>
    </Document>,
  )
})
