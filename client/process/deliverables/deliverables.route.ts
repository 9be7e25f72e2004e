import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  DeliverableListPageDocument,
  DeliverablePageDocument,
  DeliverableVersionPageDocument,
  type DeliverableListPageQuery,
  type DeliverablePageQuery,
  type DeliverableVersionPageQuery,
  type TransmissionRowFragment,
} from '#schema/generated/operations.js'
import { readDeliverableList, type DeliverableListView } from '#schema/vocabulary/deliverable-address.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse } from '../../api/index.js'
import { keyIn, numberIn } from './address.js'
import { CoverPage } from './CoverPage.js'
import { DeliverableList } from './DeliverableList.js'
import { DeliverablePage } from './DeliverablePage.js'
import { VersionPage } from './VersionPage.js'

export interface DeliverableListData {
  readonly group: NonNullable<DeliverableListPageQuery['group']>
  readonly deliverables: DeliverableListPageQuery['deliverables']
  readonly view: DeliverableListView
}

/** `/groups/<slug>/deliverables`: the whole view is its address. */
export const deliverableListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/deliverables',
  Component: DeliverableList,
  handle: { isExample: ({ group }: DeliverableListData) => group.isExample },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<DeliverableListData> => {
    const view = readDeliverableList(new URL(request.url).searchParams)
    const slug = found(params.slug)
    const filter = { ...view.filter, group: slug }
    const { group, deliverables } = await orRefuse(
      api(DeliverableListPageDocument, { group: slug, filter, after: view.after }),
    )
    return { group: found(group), deliverables, view }
  },
})

export type DeliverableOnPage = NonNullable<DeliverablePageQuery['deliverable']>

export interface DeliverableData {
  readonly deliverable: DeliverableOnPage
}

/** `/groups/<slug>/deliverables/<code or id>` */
export const deliverableRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/deliverables/:key',
  Component: DeliverablePage,
  handle: { isExample: ({ deliverable }: DeliverableData) => deliverable.group.isExample },
  loader: async ({ params }: LoaderFunctionArgs): Promise<DeliverableData> => {
    const { deliverable } = await orRefuse(api(DeliverablePageDocument, keyIn(params)))
    return { deliverable: found(deliverable) }
  },
})

export interface CoverData extends DeliverableData {
  readonly transmission: TransmissionRowFragment
}

/** The covering note of what was sent, to be printed. */
export const coverRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/deliverables/:key/transmissions/:number',
  Component: CoverPage,
  handle: { isExample: ({ deliverable }: CoverData) => deliverable.group.isExample },
  loader: async ({ params }: LoaderFunctionArgs): Promise<CoverData> => {
    const number = numberIn(params.number)
    const { deliverable } = await orRefuse(api(DeliverablePageDocument, keyIn(params)))
    return {
      deliverable: found(deliverable),
      transmission: found(found(deliverable).transmissions.find((one) => one.number === number)),
    }
  },
})

type VersionedDeliverable = NonNullable<DeliverableVersionPageQuery['deliverable']>

export interface VersionData {
  readonly deliverable: VersionedDeliverable
  readonly version: NonNullable<VersionedDeliverable['version']>
}

/** A frozen text, to be read and printed; its address stays. */
export const versionRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/deliverables/:key/versions/:number',
  Component: VersionPage,
  handle: { isExample: ({ deliverable }: VersionData) => deliverable.group.isExample },
  loader: async ({ params }: LoaderFunctionArgs): Promise<VersionData> => {
    const number = numberIn(params.number)
    const { deliverable } = await orRefuse(api(DeliverableVersionPageDocument, { ...keyIn(params), number }))
    return { deliverable: found(deliverable), version: found(found(deliverable).version) }
  },
})
