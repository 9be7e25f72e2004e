import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  BodyPageDocument,
  BodyTreeDocument,
  type BodyBranchFragment,
  type BodyPageQuery,
  type BodyTreeQuery,
} from '#schema/generated/operations.js'
import { readBodyList, readMoment, type BodyListView, type Unread } from '#schema/vocabulary/address.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse } from '../../api/index.js'
import { originOf } from '../parts/index.js'
import { BodyList } from './BodyList.js'
import { BodyPage } from './BodyPage.js'

export interface BodyListData {
  readonly view: BodyListView
  readonly bodies: readonly BodyBranchFragment[]
  readonly mayEdit: boolean
}

/** A tree needs all of its branches: pages of the API until there are no more. */
async function allBodies(
  api: RouteTools['api'],
  { filter, asOf }: BodyListView,
): Promise<Pick<BodyListData, 'bodies' | 'mayEdit'>> {
  const all: BodyBranchFragment[] = []
  for (let after: string | null = null; ;) {
    const { bodies, viewer }: BodyTreeQuery = await api(BodyTreeDocument, { after, filter, asOf })
    all.push(...bodies.nodes)
    if (!bodies.pageInfo.hasNextPage) return { bodies: all, mayEdit: viewer.viewerMay.includes('REGISTER_EDIT') }
    after = bodies.pageInfo.endCursor
  }
}

/** `/bodies` */
export const bodyListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'bodies',
  Component: BodyList,
  loader: async ({ request }: LoaderFunctionArgs): Promise<BodyListData> => {
    const view = readBodyList(new URL(request.url).searchParams)
    return { view, ...(await orRefuse(allBodies(api, view))) }
  },
})

export type BodyOnPage = NonNullable<BodyPageQuery['body']>

export interface BodyPageData {
  readonly body: BodyOnPage
  readonly asOf: string | null
  readonly unread: readonly Unread[]
  readonly href: string
  readonly readAt: string
  readonly follow: BodyPageQuery['follow']
}

/** `/bodies/itu-t-sg5` */
export const bodyRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'bodies/:id',
  Component: BodyPage,
  handle: { isExample: (data: BodyPageData | undefined) => data?.body.isExample === true },
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<BodyPageData> => {
    const { searchParams } = new URL(request.url)
    const { asOf, unread } = readMoment(searchParams)
    const {
      body: answer,
      now,
      follow,
    } = await orRefuse(api(BodyPageDocument, { id: params['id'] ?? '', after: searchParams.get('after'), asOf }))
    const body = found(answer)
    const href = `${originOf(request)}/bodies/${encodeURIComponent(body.slug)}`
    return { body, asOf, unread, href, readAt: asOf ?? now, follow }
  },
})
