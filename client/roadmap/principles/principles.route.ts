import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { PrincipleListDocument, type PrincipleListQuery } from '#schema/generated/operations.js'
import { readMoment, type Unread } from '#schema/vocabulary/address.js'
import type { RouteTools } from '../../app/routes.js'
import { orRefuse } from '../../api/index.js'
import { originOf } from '../parts/index.js'
import { PrincipleList } from './PrincipleList.js'

export interface PrincipleListData {
  readonly principles: PrincipleListQuery['principles']
  readonly asOf: string | null
  readonly unread: readonly Unread[]
  readonly origin: string
}

/** `/principles`; each principle is `/principles#P-01`. */
export const principleListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'principles',
  Component: PrincipleList,
  loader: async ({ request }: LoaderFunctionArgs): Promise<PrincipleListData> => {
    const { searchParams } = new URL(request.url)
    const { asOf, unread } = readMoment(searchParams)
    const { principles } = await orRefuse(api(PrincipleListDocument, { after: searchParams.get('after'), asOf }))
    return { principles, asOf, unread, origin: originOf(request) }
  },
})
