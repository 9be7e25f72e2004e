/** What the server calls to make a page: the same routes, loaders and components as in the browser, the API in process. */
import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router'
import { wordsFor, type Language, type Words } from '#schema/words/index.js'
import { apiBy, type Execute } from '../api/index.js'
import { Application } from './Application.js'
import { Document, type Assets, type PageState, type Running } from './Document.js'
import { roomFileOf } from './pages/index.js'
import { refusalSeen } from './refusal-seen.js'
import { makeRoutes } from './routes.js'

/** The files of the build: those of every page, and those of each room, by its source file. */
export interface SiteAssets extends Assets {
  rooms: Readonly<Record<string, readonly string[]>>
}

export interface PageRequest {
  request: Request
  execute: Execute
  language: Language
  assets: SiteAssets
}

/** A redirect or other bare response of a loader, or a whole HTML document. */
export type Page = { response: Response } | { status: number; headers: Headers; html: string }

export async function renderPage({ request, execute, language, assets }: PageRequest): Promise<Page> {
  const words = wordsFor(language)
  const handler = createStaticHandler(makeRoutes(apiBy(execute), words))
  const context = await handler.query(request)
  if (context instanceof Response) return { response: context }

  const router = createStaticRouter(handler.dataRoutes, context)
  const { rooms, ...common } = assets
  const room = roomFileOf(context.matches.at(-1)?.route.path)
  const place = context.matches.at(-1)?.route
  const { running } = (place?.handle ?? {}) as { running?: (data: unknown, said: Words) => Running }
  const data: unknown = place && context.loaderData[place.id]
  const state: PageState = {
    language,
    running: (data !== undefined && running?.(data, words)) || null,
    assets: { ...common, preload: [...new Set([...common.preload, ...((room && rooms[room]) || [])])] },
    hydration: {
      loaderData: context.loaderData,
      actionData: context.actionData,
      errors: serializedErrors(context.errors),
    },
  }
  const html = renderToString(
    <Document state={state}>
      <Application language={language}>
        <StaticRouterProvider router={router} context={context} hydrate={false} />
      </Application>
    </Document>,
  )
  const headers = new Headers()
  for (const from of [...Object.values(context.loaderHeaders), ...Object.values(context.actionHeaders)]) {
    from.forEach((value, name) => headers.append(name, value))
  }
  return { status: context.statusCode, headers, html: `<!DOCTYPE html>${html}` }
}

/** Errors cross to the browser as what people may know: a refusal with its status, never a stack or a message of the router. */
function serializedErrors(errors: Record<string, unknown> | null): PageState['hydration']['errors'] {
  if (!errors) return null
  return Object.fromEntries(
    Object.entries(errors).map(([id, error]) => {
      const { status = 500 } = (error ?? {}) as { status?: number }
      return [id, { status, data: refusalSeen(error) }]
    }),
  )
}
