import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { ActivityPageDocument } from '#schema/generated/operations.js'
import type { RouteTools } from '../../app/routes.js'
import { orRefuse } from '../../api/index.js'
import { ActivityPage } from './ActivityPage.js'

/** `/activity` */
export const activityRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'activity',
  Component: ActivityPage,
  loader: ({ request }: LoaderFunctionArgs) =>
    orRefuse(api(ActivityPageDocument, { after: new URL(request.url).searchParams.get('after') })),
})
