import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  GroupListDocument,
  GroupPageDocument,
  type GroupListQuery,
  type GroupPageQuery,
} from '#schema/generated/operations.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse } from '../../api/index.js'
import { GroupList } from './GroupList.js'
import { GroupPage } from './GroupPage.js'

export interface GroupListData {
  groups: GroupListQuery['groups']
  viewer: GroupListQuery['viewer']
}

export const groupListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups',
  Component: GroupList,
  loader: ({ request }: LoaderFunctionArgs): Promise<GroupListData> =>
    orRefuse(api(GroupListDocument, { after: new URL(request.url).searchParams.get('after') })),
})

export interface GroupData {
  group: NonNullable<GroupPageQuery['group']>
  /** The moment against which days left are counted. */
  now: string
}

export const groupRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug',
  Component: GroupPage,
  handle: { isExample: ({ group }: GroupData) => group.isExample },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<GroupData> => {
    const asked = new URL(request.url).searchParams
    const page = { upcoming: asked.get('upcoming'), past: asked.get('past') }
    const { group, now } = await orRefuse(api(GroupPageDocument, { slug: found(params.slug), ...page }))
    return { group: found(group), now }
  },
})
