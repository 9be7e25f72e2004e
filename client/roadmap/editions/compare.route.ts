import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  CompareEditionsDocument,
  EditionChangePageDocument,
  EditionChoicesDocument,
  type CompareEditionsQuery,
  type EditionChangePageQuery,
  type EditionLineFragment,
} from '#schema/generated/operations.js'
import { readCompare, type CompareView } from '#schema/vocabulary/compare-address.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, type RefusalSeen } from '../../api/index.js'
import { originOf } from '../parts/index.js'
import { ChangePage } from './ChangePage.js'
import { Compare } from './Compare.js'

const PAGE = 50

export interface CompareData {
  readonly view: CompareView
  /** Editions that can be one of the sides. */
  readonly choices: readonly EditionLineFragment[]
  /** Null while no side is chosen, or one cannot be compared. */
  readonly diff: CompareEditionsQuery['editionDiff'] | null
  /** Why not: a side that is none, or of which nothing was kept. */
  readonly refusals: readonly RefusalSeen[]
}

/** `/editions/compare?from=…&to=…`; a side that cannot be compared is said on the page, where another can be chosen. */
export const compareRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'editions/compare',
  Component: Compare,
  loader: async ({ request }: LoaderFunctionArgs): Promise<CompareData> => {
    const view = readCompare(new URL(request.url).searchParams)
    const { editions } = await orRefuse(api(EditionChoicesDocument, {}))
    const choices = editions.nodes.filter(({ registerAt }) => registerAt !== null)
    const { from, to, filter, after, before } = view
    if (from === null) return { view, choices, diff: null, refusals: [] }
    const place = before ? { last: PAGE, before } : { first: PAGE, after }
    const { done, refusals } = await orAnswer(api(CompareEditionsDocument, { from, to, filter, ...place }))
    return { view, choices, diff: done?.editionDiff ?? null, refusals: refusals ?? [] }
  },
})

export interface ChangePageData {
  readonly change: NonNullable<EditionChangePageQuery['editionChange']>
  readonly href: string
}

/** `/editions/compare/gap-closed.g-02?from=…&to=…`: one change. */
export const changeRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'editions/compare/:key',
  Component: ChangePage,
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<ChangePageData> => {
    const { searchParams, pathname, search } = new URL(request.url)
    const { from, to } = readCompare(searchParams)
    const { editionChange } = await orRefuse(
      api(EditionChangePageDocument, { from: from ?? '', to, key: params['key'] ?? '' }),
    )
    return { change: found(editionChange), href: originOf(request) + pathname + search }
  },
})
