import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { SearchDocument, type SearchQuery } from '#schema/generated/operations.js'
import type { RouteTools } from '../../routes.js'
import { orRefuse } from '../../../api/index.js'
import { SearchPage } from './SearchPage.js'
import { readSearch, type SearchView } from './search-address.js'

export interface SearchData {
  readonly view: SearchView
  /** Null where nothing is looked for yet. */
  readonly answer: SearchQuery['search'] | null
}

/** Hits of each kind beside others, and of one kind alone. */
const FEW = 5
const MANY = 50

/** `/search?q=`: everything that the viewer may see. */
export const searchRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'search',
  Component: SearchPage,
  loader: async ({ request }: LoaderFunctionArgs): Promise<SearchData> => {
    const view = readSearch(new URL(request.url).searchParams)
    const { query, kind, asOf } = view
    if (query === '') return { view, answer: null }
    const kinds = kind && [kind]
    const { search } = await orRefuse(api(SearchDocument, { query, kinds, first: kind ? MANY : FEW, asOf }))
    return { view, answer: search }
  },
})
