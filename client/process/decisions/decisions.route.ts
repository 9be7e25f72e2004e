import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  DecisionListPageDocument,
  DecisionPageDocument,
  type DecisionListPageQuery,
  type DecisionPageQuery,
} from '#schema/generated/operations.js'
import { decisionFilter, readDecisions, type DecisionsView } from '#schema/vocabulary/decision-address.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse } from '../../api/index.js'
import { originOf } from '../../roadmap/parts/index.js'
import { DecisionList } from './DecisionList.js'
import { DecisionPage } from './DecisionPage.js'
import { decisionHref, numbered } from './parts/index.js'
import { reservationAction } from './reservation-action.js'

const PAGE = 50

export interface DecisionListData {
  readonly view: DecisionsView
  readonly group: NonNullable<DecisionListPageQuery['group']>
  readonly decisions: DecisionListPageQuery['decisions']
}

/** `/groups/example/decisions` */
export const decisionListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/decisions',
  Component: DecisionList,
  handle: { isExample: ({ group }: DecisionListData) => group.isExample },
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<DecisionListData> => {
    const view = readDecisions(new URL(request.url).searchParams)
    const slug = found(params['slug'])
    const { after, before } = view
    const { group, decisions } = await orRefuse(
      api(DecisionListPageDocument, {
        group: slug,
        filter: decisionFilter(slug, view),
        ...(before ? { last: PAGE, before } : { first: PAGE, after }),
      }),
    )
    return { view, group: found(group), decisions }
  },
})

export type DecisionOnPage = NonNullable<DecisionPageQuery['decision']>

export interface DecisionPageData {
  readonly decision: DecisionOnPage
  readonly href: string
  /** Instant that a citation names. */
  readonly readAt: string
  readonly mayEditRegister: boolean
}

/** `/groups/example/decisions/7` */
export const decisionRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/decisions/:number',
  Component: DecisionPage,
  handle: { isExample: ({ decision }: DecisionPageData) => decision.group.isExample },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<DecisionPageData> => {
    const { decision, viewer, now } = await orRefuse(tools.api(DecisionPageDocument, numbered(params)))
    const one = found(decision)
    return {
      decision: one,
      href: `${originOf(request)}${decisionHref(one.group, one.number)}`,
      readAt: now,
      mayEditRegister: viewer.viewerMay.includes('REGISTER_EDIT'),
    }
  },
  action: reservationAction(tools, (id, { group, number }) => `${decisionHref({ slug: group }, number ?? 1)}#r-${id}`),
})
