import { renderPage } from '../entry-server.js'
import type { Language } from '#schema/words/index.js'

/** What the API answers, by the name of the operation: data, or the codes of a refusal. */
export type Canned = Readonly<Record<string, unknown>>

/** An answer of the API that refuses. */
export const refusedWith = (code: string, { args = {}, field }: { args?: object; field?: string } = {}) => ({
  errors: [{ message: code, extensions: { code, args, ...(field && { field }) } }],
})

/** The instant of every answer that names none. */
const NOW = '2026-06-01T12:00:00.000Z'

const stranger = {
  viewer: { isSignedIn: false, isAdministrator: false, isDemo: false, language: 'en', person: null, roles: [] },
}

/** A page as the server renders it, from answers kept in the test instead of an API. `sent` posts a form to it. */
export async function aPage(
  path: string,
  canned: Canned,
  { sent, language = 'en' }: { sent?: Record<string, string | string[]>; language?: Language } = {},
): Promise<{ status: number; html: string; location: string | null; asked: { name: string; variables: unknown }[] }> {
  const asked: { name: string; variables: unknown }[] = []
  const execute = async (query: string, variables: Record<string, unknown>) => {
    const name = /(?:query|mutation) (\w+)/.exec(query)![1]!
    asked.push({ name, variables })
    const answer = name === 'Shell' ? (canned[name] ?? stranger) : canned[name]
    if (answer === undefined) throw new Error(`The test has no answer to ${name}.`)
    return typeof answer === 'object' && answer !== null && 'errors' in answer
      ? (answer as object)
      : { data: { now: NOW, ...(answer as object) } }
  }
  const body = new URLSearchParams()
  for (const [name, values] of Object.entries(sent ?? {})) for (const value of [values].flat()) body.append(name, value)
  const request = new Request(`http://localhost${path}`, {
    ...(sent && {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
  })
  const page = await renderPage({
    request,
    execute,
    language,
    assets: { theme: '/t.js', entry: '/e.js', styles: [], preload: [], rooms: {} },
  })
  if ('response' in page) {
    return { status: page.response.status, html: '', location: page.response.headers.get('location'), asked }
  }
  // The state for the browser repeats the data; what people see is before it.
  return { status: page.status, html: page.html.split('<script type="application/json"')[0]!, location: null, asked }
}

/** What people read: no tags, no comments of React, spaces drawn together. */
export const textOf = (html: string): string =>
  html
    .replace(/<!--.*?-->/g, '')
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
