import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  CheckFactDocument,
  FactPageDocument,
  FactsToCheckDocument,
  SettleCheckDocument,
  type FactPageQuery,
  type FactsToCheckQuery,
} from '#schema/generated/operations.js'
import { readFact, readQueue, type QueueView } from '#schema/vocabulary/queue-address.js'
import { CHECK_OUTCOMES } from '#schema/vocabulary/register.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse } from '../../api/index.js'
import { factHref } from '../parts/index.js'
import { CheckFact } from './CheckFact.js'
import { ToCheck } from './ToCheck.js'

const PAGE = 25

export interface ToCheckData {
  readonly view: QueueView
  readonly answer: FactsToCheckQuery
}

/** `/roadmap/to-check`: what waits to be looked at. */
export const toCheckRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'roadmap/to-check',
  Component: ToCheck,
  loader: async ({ request }: LoaderFunctionArgs): Promise<ToCheckData> => {
    const view = readQueue(new URL(request.url).searchParams)
    const { kind, body, why, isReported, after, before } = view
    const filter = {
      kind: kind ? [kind] : null,
      body: body ? [body] : null,
      why: why ? [why] : null,
      isReported: isReported || null,
    }
    const place = before ? { last: PAGE, before } : { first: PAGE, after }
    return { view, answer: await orRefuse(api(FactsToCheckDocument, { ...place, filter })) }
  },
})

export interface CheckFactData {
  readonly fact: NonNullable<FactPageQuery['fact']>
  /** Today, as the day on which one looks. */
  readonly today: string
}

/** `/roadmap/to-check/<kind>/<id>`: one fact, what others found, and the form in which one says what one found oneself. */
export const checkFactRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'roadmap/to-check/:kind/:id',
  Component: CheckFact,
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<CheckFactData> => {
    const { fact, now } = await orRefuse(api(FactPageDocument, found(readFact(params))))
    return { fact: found(fact), today: now.slice(0, 10) }
  },
  action: async ({ params, request }: ActionFunctionArgs) => {
    const { kind, id } = found(readFact(params))
    const sent = await sentForm(request)
    const settled = sent.optional('settle')
    const name = settled ? `settle-${settled}` : 'check'
    const acting = settled
      ? api(SettleCheckDocument, { input: { id: settled, isTaken: sent.text('isTaken') === 'true' } })
      : api(CheckFactDocument, {
          input: {
            kind,
            id,
            expectedRevision: Number(sent.text('expectedRevision')),
            outcome: CHECK_OUTCOMES.find((outcome) => outcome === sent.text('outcome')) ?? 'STILL_SO',
            source: sent.text('source'),
            on: sent.optional('on'),
            checkAgainOn: sent.optional('checkAgainOn'),
            note: sent.optional('note'),
          },
        })
    const { refusals } = await orAnswer<unknown>(acting)
    if (!refusals) return redirect(factHref(kind, id))
    const codes = refusals.map(({ code }) => code)
    return refuseForm(name, sent, fieldRefusals(refusals, words), { codes })
  },
})
