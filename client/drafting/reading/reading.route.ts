import { data, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  ClausePageDocument,
  ReadingPageDocument,
  type ClauseHeadFragment,
  type ClausePageQuery,
  type ReadingPageQuery,
  type TextHeadFragment,
  type TextSurroundingsFragment,
} from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse } from '../../api/index.js'
import { clauseHref, textIdIn } from './addresses.js'
import { ClausePage } from './ClausePage.js'
import { ReadingPage } from './ReadingPage.js'
import { runningOf } from './running.js'

type InGroup<Text extends TextHeadFragment> = Text & { group: NonNullable<Text['group']> }

/** The head of a text whose group the viewer sees. */
export type PlacedTextHead = InGroup<TextHeadFragment>

/** A text is found below its own group only. */
function below<Text extends TextHeadFragment>(slug: string | undefined, text: Text | null): InGroup<Text> {
  const there = found(text)
  return found(there.group?.slug === slug ? (there as InGroup<Text>) : null)
}

export interface ReadingData {
  text: InGroup<NonNullable<ReadingPageQuery['document']>>
  find: string | null
  found: readonly ClauseHeadFragment[]
}

export const readingRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/documents/:id/read',
  Component: ReadingPage,
  handle: {
    isExample: ({ text }: ReadingData) => text.isExample,
    running: ({ text }: ReadingData, words: Words) => runningOf(text, words),
  },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<ReadingData> => {
    const find = new URL(request.url).searchParams.get('q')?.trim() || null
    const id = textIdIn(params)
    const { document } = await orRefuse(api(ReadingPageDocument, { id, find: find ?? '', isFinding: find !== null }))
    const text = below(params.slug, document)
    return { text, find, found: text.found ?? [] }
  },
})

export interface ClauseData {
  text: PlacedTextHead & TextSurroundingsFragment
  place: NonNullable<NonNullable<ClausePageQuery['document']>['clause']>
  address: string
  now: string
}

export const clauseRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/documents/:id/clauses/:clauseId',
  Component: ClausePage,
  handle: {
    isExample: ({ text }: ClauseData) => text.isExample,
    running: ({ text }: ClauseData, words: Words) => runningOf(text, words),
  },
  loader: async ({ params, request }: LoaderFunctionArgs) => {
    const asked = { id: textIdIn(params), clause: found(params.clauseId) }
    const { document, now } = await orRefuse(api(ClausePageDocument, asked))
    const text = below(params.slug, document)
    const place = found(text.clause)
    const address = new URL(clauseHref(text, place.id), request.url).href
    const shown: ClauseData = { text, place, address, now }
    // Gone: programs that keep addresses should know, and what is here may come back.
    return data(shown, { status: place.deletion ? 410 : 200 })
  },
})
