import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  NewPrinciplePageDocument,
  PrincipleToChangeDocument,
  RecordPrincipleDocument,
  RewordPrincipleDocument,
  WithdrawPrincipleDocument,
  type PrincipleToChangeQuery,
} from '#schema/generated/operations.js'
import { PRINCIPLE_ORIGINS } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import type { SentForm } from '../../../app/forms.js'
import { newKey } from '../../../app/new-key.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orRefuse, refuseWith } from '../../../api/index.js'
import type { FieldRefusal } from '../../../ui/index.js'
import { changeAction, missing, principleHref, sentSource } from '../../parts/index.js'
import { NewPrinciple, RewordPrinciple, WithdrawPrinciple } from './PrincipleForms.js'

export interface NewPrincipleData {
  readonly idempotencyKey: string
}

export interface ChangePrincipleData {
  readonly principle: NonNullable<PrincipleToChangeQuery['principle']>
  /** A day to begin with. */
  readonly today: string
}

/** What a form says a principle should say. */
const sentWording = (sent: SentForm) => ({
  title: sent.text('title'),
  statement: sent.text('statement'),
  rationale: sent.optional('rationale'),
  origin: PRINCIPLE_ORIGINS.find((origin) => origin === sent.text('origin')) ?? ('ROADMAP' as const),
  on: sent.optional('on'),
  source: sentSource(sent),
})

const wordsMissing = (sent: SentForm, words: Words): FieldRefusal[] => [
  ...missing(sent, words('principle.titleMissing'), 'title'),
  ...missing(sent, words('principle.statementMissing'), 'statement'),
]

/** `/principles/new` */
export const newPrincipleRoute = (tools: RouteTools): RouteObject => ({
  path: 'principles/new',
  Component: NewPrinciple,
  loader: async (): Promise<NewPrincipleData> => {
    const { viewer } = await orRefuse(tools.api(NewPrinciplePageDocument, {}))
    if (!viewer.viewerMay.includes('REGISTER_EDIT')) throw refuseWith('FORBIDDEN')
    return { idempotencyKey: newKey() }
  },
  action: changeAction(tools, {
    act(sent) {
      const wrong = wordsMissing(sent, tools.words)
      if (wrong.length > 0) return wrong
      const input = { ...sentWording(sent), idempotencyKey: sent.text('idempotencyKey') }
      return tools.api(RecordPrincipleDocument, { input })
    },
    leadsTo: ({ recordPrinciple }) => principleHref(recordPrinciple.number),
  }),
})

/** A page that changes one principle. */
const changeRoute = (
  tools: RouteTools,
  name: string,
  Component: RouteObject['Component'],
  act: (
    sent: SentForm,
    target: { number: string; expectedRevision: number },
  ) => Promise<unknown> | readonly FieldRefusal[],
): RouteObject => ({
  path: `principles/:number/${name}`,
  Component,
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<ChangePrincipleData> => {
    const { principle, now } = await orRefuse(tools.api(PrincipleToChangeDocument, { number: params['number'] ?? '' }))
    if (!found(principle).viewerMay.includes('EDIT')) throw refuseWith('FORBIDDEN')
    return { principle: found(principle), today: now.slice(0, 10) }
  },
  action: changeAction<unknown>(tools, {
    act: (sent, params) =>
      act(sent, { number: params['number'] ?? '', expectedRevision: Number(sent.text('expectedRevision')) }),
    leadsTo: (_done, params) => principleHref(params['number'] ?? ''),
  }),
})

/** `/principles/P-01/reword` */
export const rewordPrincipleRoute = (tools: RouteTools): RouteObject =>
  changeRoute(tools, 'reword', RewordPrinciple, (sent, target) => {
    const wrong = [
      ...wordsMissing(sent, tools.words),
      ...missing(sent, tools.words('relation.reasonMissing'), 'reason'),
    ]
    if (wrong.length > 0) return wrong
    const input = { ...target, ...sentWording(sent), reason: sent.text('reason') }
    return tools.api(RewordPrincipleDocument, { input })
  })

/** `/principles/P-01/withdraw` */
export const withdrawPrincipleRoute = (tools: RouteTools): RouteObject =>
  changeRoute(tools, 'withdraw', WithdrawPrinciple, (sent, target) => {
    const { words, api } = tools
    const wrong = [
      ...missing(sent, words('principle.dayMissing'), 'on'),
      ...missing(sent, words('relation.reasonMissing'), 'reason'),
    ]
    if (wrong.length > 0) return wrong
    return api(WithdrawPrincipleDocument, { input: { ...target, on: sent.text('on'), reason: sent.text('reason') } })
  })
