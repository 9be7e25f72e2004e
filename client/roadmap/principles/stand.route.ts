import { redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import { AssessItemDocument, StandPageDocument, type StandPageQuery } from '#schema/generated/operations.js'
import { readMoment, type Unread } from '#schema/vocabulary/address.js'
import { ASSESSMENTS } from '#schema/vocabulary/register.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse } from '../../api/index.js'
import { changeAction, sentSource, standHref } from '../parts/index.js'
import { StandPage } from './StandPage.js'

export interface StandPageData {
  readonly principle: NonNullable<StandPageQuery['principle']>
  readonly item: NonNullable<StandPageQuery['item']>
  /** Null when nobody has ever said anything. */
  readonly stand: StandPageQuery['principleStand']
  readonly asOf: string | null
  readonly unread: readonly Unread[]
}

/** `/principles/P-01/items/iso-iec-21031-2024`: how one item stands against one principle; editors say so there. */
export const standRoute = (tools: RouteTools): RouteObject => ({
  path: 'principles/:number/items/:slug',
  Component: StandPage,
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<StandPageData> => {
    const { search, searchParams } = new URL(request.url)
    const { asOf, unread } = readMoment(searchParams)
    const asked = { principle: params['number'] ?? '', item: params['slug'] ?? '' }
    const answer = await orRefuse(tools.api(StandPageDocument, { ...asked, asOf }))
    const [principle, item] = [found(answer.principle), found(answer.item)]
    // Any number as typed and any name of the item lead to the one address.
    if (principle.number !== asked.principle || item.slug !== asked.item) {
      throw redirect(standHref(principle.number, item.slug) + search)
    }
    return { principle, item, stand: answer.principleStand, asOf, unread }
  },
  action: changeAction<unknown>(tools, {
    act(sent, params) {
      const assessment = ASSESSMENTS.find((one) => one === sent.text('assessment'))
      if (!assessment) return [{ field: 'assessment', sentence: tools.words('principle.assessmentMissing') }]
      return tools.api(AssessItemDocument, {
        input: {
          principle: params['number'] ?? '',
          item: params['slug'] ?? '',
          expectedRevision: sent.optional('expectedRevision') === null ? null : Number(sent.text('expectedRevision')),
          assessment,
          clause: sent.optional('clause'),
          evidence: sent.optional('evidence'),
          note: sent.optional('note'),
          source: sentSource(sent),
        },
      })
    },
    leadsTo: (_done, params) => standHref(params['number'] ?? '', params['slug'] ?? ''),
  }),
})
