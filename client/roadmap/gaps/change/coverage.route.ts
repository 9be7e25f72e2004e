/** The pages on which it is said, changed, reviewed and taken back how far an item answers a gap. */
import type { RouteObject } from 'react-router'
import {
  AssertCoverageDocument,
  ChangeCoverageDocument,
  GapCoverageFormDocument,
  ReviewCoverageDocument,
  WithdrawCoverageDocument,
  type EdgeOnFormFragment,
  type GapOnFormFragment,
} from '#schema/generated/operations.js'
import { COVERAGE_DEGREES } from '#schema/vocabulary/register.js'
import type { SentForm } from '../../../app/forms.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orRefuse } from '../../../api/index.js'
import { AddCoverage, ChangeCoverage } from './CoverageForms.js'
import { missing } from '../../parts/index.js'
import { gapRoute } from './gap-route.js'
import { newKey } from '../../../app/new-key.js'

export interface AddCoverageData {
  readonly gap: GapOnFormFragment
  readonly idempotencyKey: string
  /** The item that a link brought along; empty otherwise. */
  readonly item: string
}

export interface ChangeCoverageData {
  readonly gap: GapOnFormFragment
  readonly edge: EdgeOnFormFragment
}

const edgeWords = (sent: SentForm) => ({
  degree: COVERAGE_DEGREES.find((degree) => degree === sent.text('degree')) ?? 'UNKNOWN',
  clause: sent.optional('clause'),
  quote: sent.optional('quote'),
  source: sent.optional('source'),
  evidenceOn: sent.optional('evidenceOn'),
})

/** `/gaps/G-01/coverage/new`, with `?item=` for an item that is known already. */
export const addCoverageRoute = (tools: RouteTools): RouteObject =>
  gapRoute<AddCoverageData>(tools, {
    path: 'coverage/new',
    permission: 'EDIT',
    part: 'coverage',
    Component: AddCoverage,
    load: async ({ api }, id, _params, request) => {
      const { gap } = await orRefuse(api(GapCoverageFormDocument, { id }))
      return { gap: found(gap), idempotencyKey: newKey(), item: new URL(request.url).searchParams.get('item') ?? '' }
    },
    act: (sent, { api, words }, gap) => {
      const wrong = missing(sent, words('gap.itemMissing'), 'item')
      if (wrong.length > 0) return wrong
      const idempotencyKey = sent.text('idempotencyKey')
      return api(AssertCoverageDocument, {
        input: { gap, idempotencyKey, item: sent.text('item'), ...edgeWords(sent) },
      })
    },
  })

/** `/gaps/G-01/coverage/<id>` */
export const changeCoverageRoute = (tools: RouteTools): RouteObject =>
  gapRoute<ChangeCoverageData>(tools, {
    path: 'coverage/:edge',
    permission: 'EDIT',
    part: 'coverage',
    Component: ChangeCoverage,
    load: async ({ api }, id, params) => {
      const { gap } = await orRefuse(api(GapCoverageFormDocument, { id }))
      return { gap: found(gap), edge: found(gap?.coverageEdges.find((edge) => edge.id === params['edge'])) }
    },
    act: (sent, { api, words }, _gap, params) => {
      const target = { id: params['edge'] ?? '', expectedRevision: Number(sent.text('expectedRevision')) }
      if (sent.text('form') === 'review') return api(ReviewCoverageDocument, { input: target })
      if (sent.text('form') === 'change')
        return api(ChangeCoverageDocument, { input: { ...target, ...edgeWords(sent) } })
      const wrong = missing(sent, words('gap.reasonMissing'), 'reason')
      return wrong.length > 0
        ? wrong
        : api(WithdrawCoverageDocument, { input: { ...target, reason: sent.text('reason') } })
    },
  })
