import { redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import { GapListDocument, GapPageDocument, type GapListQuery, type GapPageQuery } from '#schema/generated/operations.js'
import { orderOf, readGapList, readMoment, type GapListView, type Unread } from '#schema/vocabulary/address.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse } from '../../api/index.js'
import { originOf, topicOf } from '../parts/index.js'
import { GapList } from './GapList.js'
import { GapPage } from './GapPage.js'

/** Rows of a page. */
export const PAGE = 50

export interface GapListData {
  readonly view: GapListView
  readonly answer: GapListQuery
}

/** `/gaps`: the gap register, whose whole view is its address. */
export const gapListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'gaps',
  Component: GapList,
  loader: async ({ request }: LoaderFunctionArgs): Promise<GapListData> => {
    const view = readGapList(new URL(request.url).searchParams)
    const { filter, after, before, asOf } = view
    const answer = await orRefuse(
      api(GapListDocument, {
        filter,
        asOf,
        ...(before ? { last: PAGE, before } : { first: PAGE, after }),
        sort: orderOf(view) ?? undefined,
        ...topicOf(filter),
        whenAny: { ...filter, isOpen: undefined },
        whenOpen: { ...filter, isOpen: true },
        whenClosed: { ...filter, isOpen: false },
      }),
    )
    return { view, answer }
  },
})

export type GapOnPage = NonNullable<GapPageQuery['gap']>

export interface GapPageData {
  readonly gap: GapOnPage
  /** The old number by which somebody was led here; null otherwise. */
  readonly was: string | null
  readonly asOf: string | null
  readonly unread: readonly Unread[]
  readonly href: string
  /** Instant that a citation names. */
  readonly readAt: string
  readonly follow: GapPageQuery['follow']
}

/**
 * `/gaps/G-01`. The number of a gap that was merged leads to the other for good, unless `?own=true` asks for what was recorded under it; that of one
 * that was split has a page that names the parts. [GA-13]
 */
export const gapRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'gaps/:id',
  Component: GapPage,
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<GapPageData> => {
    const { searchParams } = new URL(request.url)
    const { asOf, unread } = readMoment(searchParams)
    const { gap: answer, now, follow } = await orRefuse(api(GapPageDocument, { id: params['id'] ?? '', asOf }))
    const gap = found(answer)
    const href = `${originOf(request)}/gaps/${gap.number}`
    const into = gap.replacement?.kind === 'MERGE' ? gap.replacement.into : []
    if (into.length === 1 && searchParams.get('own') !== 'true') {
      const carried = new URLSearchParams({ was: gap.number, ...(asOf && { asOf }) })
      throw redirect(`/gaps/${into[0]!.number}?${carried.toString()}`, 301)
    }
    return { gap, was: searchParams.get('was'), asOf, unread, href, readAt: asOf ?? now, follow }
  },
})
