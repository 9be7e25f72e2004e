import { data, redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  ItemListDocument,
  ItemPageDocument,
  ItemsNamedDocument,
  type ItemListQuery,
  type ItemPageQuery,
  type ItemsNamedQuery,
} from '#schema/generated/operations.js'
import { orderOf, readItemList, readMoment, type ItemListView, type Unread } from '#schema/vocabulary/address.js'
import type { RouteTools } from '../../app/routes.js'
import { orRefuse } from '../../api/index.js'
import { originOf, topicOf } from '../parts/index.js'
import { ItemList } from './ItemList.js'
import { ItemPlace } from './ItemPlace.js'

/** Rows of a page. */
export const PAGE = 50

export interface ItemListData {
  readonly view: ItemListView
  readonly answer: ItemListQuery
  /** How the items of the page are shown. */
  readonly shown: ItemListShown
}

export type ItemListShown = 'list' | 'timeline' | 'timeline-table'

const shownIn = (params: URLSearchParams): ItemListShown => {
  const view = params.get('view')
  return view === 'timeline' || view === 'timeline-table' ? view : 'list'
}

/** `/roadmap`: the list whose whole view is its address. */
export const itemListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'roadmap',
  Component: ItemList,
  loader: async ({ request }: LoaderFunctionArgs): Promise<ItemListData> => {
    const { searchParams } = new URL(request.url)
    const view = readItemList(searchParams)
    const shown = shownIn(searchParams)
    const { filter, after, before, asOf } = view
    const { topic, lifecycleStage } = filter
    const answer = await orRefuse(
      api(ItemListDocument, {
        filter,
        asOf,
        ...(before ? { last: PAGE, before } : { first: PAGE, after }),
        sort: orderOf(view) ?? undefined,
        ...topicOf(filter),
        withTimeline: shown !== 'list',
        withGaps: topic !== undefined || lifecycleStage !== undefined,
        openGaps: { topic, lifecycleStage, isOpen: true },
      }),
    )
    return { view, answer, shown }
  },
})

export type ItemOnPage = NonNullable<ItemPageQuery['item']>
export type ItemNamed = ItemsNamedQuery['itemsNamed'][number]

/** One item; or those that a name may mean; or none, with what was looked for. */
export type ItemPlaceData =
  | {
      readonly item: ItemOnPage
      readonly principles: ItemPageQuery['principles']['nodes']
      readonly asOf: string | null
      readonly unread: readonly Unread[]
      readonly href: string
      readonly readAt: string
      readonly follow: ItemPageQuery['follow']
    }
  | { readonly item: null; readonly sought: string; readonly named: readonly ItemNamed[] }

/** `/items/<slug>`. Any name that an item has or had leads to its slug; names may hold slashes, so the rest of the path is the name. */
export const itemRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'items/*',
  Component: ItemPlace,
  loader: async ({ request, params }: LoaderFunctionArgs) => {
    const { search, searchParams } = new URL(request.url)
    const designation = (params['*'] ?? '').trim()
    const { asOf, unread } = readMoment(searchParams)
    const { item, principles, now, follow } = await orRefuse(api(ItemPageDocument, { designation, asOf }))
    if (item) {
      const path = `/items/${encodeURIComponent(item.slug)}`
      if (item.slug !== designation) throw redirect(path + search)
      const page = { href: originOf(request) + path, readAt: asOf ?? now }
      return { item, principles: principles.nodes, asOf, unread, follow, ...page }
    }
    const { itemsNamed: named } = await orRefuse(api(ItemsNamedDocument, { designation, asOf }))
    const nothing: ItemPlaceData = { item: null, sought: designation.slice(0, 200), named }
    return named.length > 0 ? nothing : data(nothing, { status: 404 })
  },
})
