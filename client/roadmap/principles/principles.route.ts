import { redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  PrincipleListDocument,
  PrincipleMatrixDocument,
  PrinciplePageDocument,
  type PrincipleListQuery,
  type PrincipleMatrixQuery,
  type PrinciplePageQuery,
} from '#schema/generated/operations.js'
import { orderOf, readItemList, readMoment, type ItemListView, type Unread } from '#schema/vocabulary/address.js'
import { ASSESSMENTS, type Assessment } from '#schema/vocabulary/register.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse } from '../../api/index.js'
import { originOf, principleHref } from '../parts/index.js'
import { PrinciplePage } from './PrinciplePage.js'
import { PrinciplesPlace } from './PrinciplesPlace.js'

/** Rows of a page of the matrix, and of what stands against one principle. */
const ROWS = 40

export interface PrincipleListData {
  readonly principles: PrincipleListQuery['principles']
  readonly mayEdit: boolean
  readonly asOf: string | null
  readonly unread: readonly Unread[]
  readonly origin: string
}

export interface PrincipleMatrixData {
  readonly view: ItemListView
  readonly matrix: PrincipleMatrixQuery
  /** Which of the twins is shown. */
  readonly twin: 'matrix' | 'table'
}

/** `/principles`, where each principle is `/principles#P-01` too; `/principles?view=matrix&topic=WATER` holds items against them. */
export const principleListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'principles',
  Component: PrinciplesPlace,
  loader: async ({ request }: LoaderFunctionArgs): Promise<PrincipleListData | PrincipleMatrixData> => {
    const { searchParams } = new URL(request.url)
    if (searchParams.get('view') === 'matrix') {
      const view = readItemList(searchParams)
      const { filter, after, before, asOf } = view
      const place = before ? { last: ROWS, before } : { first: ROWS, after }
      const matrix = await orRefuse(
        api(PrincipleMatrixDocument, { ...place, filter, asOf, sort: orderOf(view) ?? undefined }),
      )
      return { view, matrix, twin: searchParams.get('as') === 'table' ? 'table' : 'matrix' }
    }
    const { asOf, unread } = readMoment(searchParams)
    const { principles, viewer } = await orRefuse(
      api(PrincipleListDocument, { after: searchParams.get('after'), asOf }),
    )
    const mayEdit = viewer.viewerMay.includes('REGISTER_EDIT')
    return { principles, mayEdit, asOf, unread, origin: originOf(request) }
  },
})

export type PrincipleOnPage = NonNullable<PrinciplePageQuery['principle']>

export interface PrinciplePageData {
  readonly principle: PrincipleOnPage
  readonly assessment: Assessment | null
  /** Versions of the wordings that are compared; null when they are not. */
  readonly compared: { readonly from: number; readonly to: number } | null
  readonly asOf: string | null
  readonly unread: readonly Unread[]
  readonly href: string
  readonly readAt: string
}

/** `/principles/P-01`; `?from=1&to=2` compares two of its wordings. */
export const principleRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'principles/:number',
  Component: PrinciplePage,
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<PrinciplePageData> => {
    const { search, searchParams } = new URL(request.url)
    const { asOf, unread } = readMoment(searchParams)
    const assessment = ASSESSMENTS.find((one) => one === searchParams.get('assessment')) ?? null
    const before = searchParams.get('before')
    const place = before ? { last: ROWS, before } : { first: ROWS, after: searchParams.get('after') }
    const answer = await orRefuse(
      api(PrinciplePageDocument, {
        number: params['number'] ?? '',
        ...place,
        assessment: assessment ? [assessment] : null,
        asOf,
      }),
    )
    const principle = found(answer.principle)
    // However it was typed (p1, P-1), it has one address.
    if (principle.number !== params['number']) throw redirect(principleHref(principle.number) + search)
    return {
      principle,
      assessment,
      compared: comparedIn(searchParams, principle),
      asOf,
      unread,
      href: originOf(request) + principleHref(principle.number),
      readAt: asOf ?? answer.now,
    }
  },
})

/** Two versions that there are, the earlier one first. What is no such pair compares nothing. */
function comparedIn(params: URLSearchParams, { version: newest }: PrincipleOnPage): PrinciplePageData['compared'] {
  const [from, to] = ['from', 'to'].map((name) => Number(params.get(name))) as [number, number]
  const isThere = (version: number) => Number.isInteger(version) && version >= 1 && version <= newest
  if (!isThere(from) || !isThere(to) || from === to) return null
  return { from: Math.min(from, to), to: Math.max(from, to) }
}
