import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { HomeDocument, type HomeQuery } from '#schema/generated/operations.js'
import type { RouteTools } from '../../routes.js'
import { orRefuse } from '../../../api/index.js'
import { Home } from './Home.js'

export interface HomeData {
  readonly answer: HomeQuery
  readonly view: 'matrix' | 'table'
}

/** `/`: the roadmap at a glance. */
export const homeRoute = ({ api }: RouteTools): RouteObject => ({
  index: true,
  Component: Home,
  loader: async ({ request }: LoaderFunctionArgs): Promise<HomeData> => ({
    view: new URL(request.url).searchParams.get('view') === 'table' ? 'table' : 'matrix',
    answer: await orRefuse(api(HomeDocument, {})),
  }),
})
