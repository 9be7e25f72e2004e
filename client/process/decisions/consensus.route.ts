import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  AnswerConsensusCallDocument,
  AnswerReservationDocument,
  ConsensusListPageDocument,
  ConsensusPageDocument,
  MoveReservationDocument,
  OpenConsensusCallDocument,
  OpenConsensusFormDocument,
  RatifyConsensusCallDocument,
  WithdrawConsensusCallDocument,
  type ConsensusListPageQuery,
  type ConsensusPageQuery,
  type OpenConsensusFormQuery,
} from '#schema/generated/operations.js'
import { decisionKinds } from '#schema/vocabulary/decisions.js'
import type { SentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse, refuseWith } from '../../api/index.js'
import { changeAction, missing } from '../../roadmap/parts/index.js'
import { dayIn } from '../deadlines/index.js'
import { ConsensusList, ConsensusPage, OpenConsensus } from './ConsensusPages.js'
import { consensusHref, numbered } from './parts/index.js'
import { subjectIn } from './subject-in.js'

export interface ConsensusListData {
  readonly group: NonNullable<ConsensusListPageQuery['group']>
}

/** `/groups/example/consensus` */
export const consensusListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/consensus',
  Component: ConsensusList,
  handle: { isExample: ({ group }: ConsensusListData) => group.isExample },
  loader: async ({ params }: LoaderFunctionArgs): Promise<ConsensusListData> => {
    const { group } = await orRefuse(api(ConsensusListPageDocument, { group: found(params['slug']) }))
    return { group: found(group) }
  },
})

export type CallOnPage = NonNullable<ConsensusPageQuery['consensusCall']>

export interface ConsensusPageData {
  readonly call: CallOnPage
  /** Id of the person who asks. */
  readonly me: string | null
}

/** What each form of the page does. */
function acting(sent: SentForm, { api, words }: RouteTools) {
  const seen = { id: sent.text('id'), expectedRevision: Number(sent.text('expectedRevision')) }
  if (sent.text('act') === 'answer') {
    const wrong = missing(sent, words('decision.answerMissing'), 'answer')
    return wrong.length > 0
      ? wrong
      : api(AnswerReservationDocument, { input: { ...seen, answer: sent.text('answer') } })
  }
  if (sent.text('act') === 'move') {
    const state = sent.text('state') === 'SUSTAINED' ? 'SUSTAINED' : 'WITHDRAWN'
    return api(MoveReservationDocument, { input: { ...seen, state } })
  }
  if (sent.text('form') === 'ratify') {
    const wrong = missing(sent, words('consensus.outcomeMissing'), 'outcome')
    if (wrong.length > 0) return wrong
    const kind = decisionKinds.find((one) => one === sent.text('kind')) ?? 'AGREED'
    const asReservations = sent.all('asReservations')
    return api(RatifyConsensusCallDocument, {
      input: { ...seen, kind, outcome: sent.text('outcome'), asReservations },
    })
  }
  if (sent.text('form') === 'withdraw') {
    const wrong = missing(sent, words('consensus.reasonMissing'), 'reason')
    return wrong.length > 0
      ? wrong
      : api(WithdrawConsensusCallDocument, { input: { ...seen, reason: sent.text('reason') } })
  }
  const isObjection = sent.isTicked('isObjection')
  const wrong = isObjection ? missing(sent, words('consensus.objectionMissing'), 'text') : []
  if (wrong.length > 0) return wrong
  return api(AnswerConsensusCallDocument, {
    input: { id: seen.id, isObjection, text: sent.optional('text'), organisation: sent.optional('organisation') },
  })
}

/** `/groups/example/consensus/3` */
export const consensusRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/consensus/:number',
  Component: ConsensusPage,
  handle: { isExample: ({ call }: ConsensusPageData) => call.group.isExample },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<ConsensusPageData> => {
    const { consensusCall, viewer } = await orRefuse(tools.api(ConsensusPageDocument, numbered(params)))
    return { call: found(consensusCall), me: viewer.person?.id ?? null }
  },
  action: changeAction<unknown>(tools, {
    act: (sent) => acting(sent, tools),
    leadsTo: (_done, params) => consensusHref({ slug: found(params['slug']) }, numbered(params).number),
  }),
})

export interface OpenConsensusData {
  readonly group: NonNullable<OpenConsensusFormQuery['group']>
  /** Those that were handed in and not taken back, the latest first. */
  readonly contributions: OpenConsensusFormQuery['contributions']['nodes']
  /** The earliest last day. */
  readonly earliest: string
  readonly idempotencyKey: string
}

/** `/groups/example/consensus/new` */
export const openConsensusRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/consensus/new',
  Component: OpenConsensus,
  handle: { isExample: ({ group }: OpenConsensusData) => group.isExample },
  loader: async ({ params }: LoaderFunctionArgs): Promise<OpenConsensusData> => {
    const { group, now, contributions } = await orRefuse(
      tools.api(OpenConsensusFormDocument, { group: found(params['slug']) }),
    )
    const { decisionsViewerMay, consensusCallDays, deadlineZone } = found(group)
    if (!decisionsViewerMay.includes('RECORD')) throw refuseWith('FORBIDDEN')
    const today = new Date(`${dayIn(now, deadlineZone)}T00:00:00Z`)
    const earliest = new Date(today.getTime() + consensusCallDays * 86_400_000).toISOString().slice(0, 10)
    return { group: found(group), contributions: contributions.nodes, earliest, idempotencyKey: newKey() }
  },
  action: changeAction(tools, {
    act: (sent, params) => {
      const { words } = tools
      const subject = subjectIn(sent)
      const wrong = [
        ...missing(sent, words('consensus.questionMissing'), 'question'),
        ...missing(sent, words('consensus.closesMissing'), 'closesOn'),
        ...(subject === 'TWO' ? [{ field: 'subject', sentence: words('decision.aboutOne') }] : []),
      ]
      if (wrong.length > 0 || subject === 'TWO') return wrong
      return tools.api(OpenConsensusCallDocument, {
        input: {
          group: found(params['slug']),
          question: sent.text('question'),
          subject,
          closesOn: sent.text('closesOn'),
          idempotencyKey: sent.text('idempotencyKey'),
        },
      })
    },
    leadsTo: ({ openConsensusCall: { number } }, params) => consensusHref({ slug: found(params['slug']) }, number),
  }),
})
