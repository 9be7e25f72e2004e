import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { HomeDocument, type HomeQuery } from '#schema/generated/operations.js'
import { readMoment, type Unread } from '#schema/vocabulary/address.js'
import type { RouteTools } from '../../routes.js'
import { orRefuse } from '../../../api/index.js'
import { Home } from './Home.js'

export interface HomeData {
  readonly answer: HomeQuery
  readonly view: 'matrix' | 'table'
  /** The moment that is read; null: now. */
  readonly asOf: string | null
  readonly unread: readonly Unread[]
}

/** `/`: the roadmap at a glance. */
export const homeRoute = ({ api }: RouteTools): RouteObject => ({
  index: true,
  Component: Home,
  loader: async ({ request }: LoaderFunctionArgs): Promise<HomeData> => {
    const { searchParams } = new URL(request.url)
    const { asOf, unread } = readMoment(searchParams)
    const view = searchParams.get('view') === 'table' ? 'table' : 'matrix'
    return { view, asOf, unread, answer: await orRefuse(api(HomeDocument, { asOf })) }
  },
})
