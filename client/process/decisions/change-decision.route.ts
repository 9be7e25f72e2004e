/** The pages on which decisions are recorded and mended: forms that work without scripts. */
import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  CorrectDecisionDocument,
  DecisionPageDocument,
  RecordDecisionDocument,
  RecordDecisionFormDocument,
  type RecordDecisionFormQuery,
} from '#schema/generated/operations.js'
import { approvingKinds, decisionKinds } from '#schema/vocabulary/decisions.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse, refuseWith } from '../../api/index.js'
import { changeAction, missing } from '../../roadmap/parts/index.js'
import { dayIn } from '../deadlines/index.js'
import { CorrectDecision } from './CorrectDecision.js'
import type { DecisionOnPage } from './decisions.route.js'
import { decisionHref, meetingPage, numbered, numberIn } from './parts/index.js'
import { RecordDecision } from './RecordDecision.js'
import { subjectIn } from './subject-in.js'

export interface RecordDecisionData {
  readonly group: NonNullable<RecordDecisionFormQuery['group']>
  readonly meeting: RecordDecisionFormQuery['meeting']
  /** The row of the agenda that the address names: whoever records from the room goes back to the room. */
  readonly item: string | null
  /** Number of the decision that is to be reversed. */
  readonly reverses: number | null
  /** The deliverable that the address names: what is decided is about it. */
  readonly deliverable: { readonly id: string } | null
  readonly today: string
  readonly idempotencyKey: string
}

/** `/groups/example/decisions/new?meeting=2&item=…&reverses=7`, or `?deliverable=<id>` */
export const recordDecisionRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/decisions/new',
  Component: RecordDecision,
  handle: { isExample: ({ group }: RecordDecisionData) => group.isExample },
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<RecordDecisionData> => {
    const { searchParams } = new URL(request.url)
    const meeting = numberIn(searchParams.get('meeting'))
    const answer = await orRefuse(
      tools.api(RecordDecisionFormDocument, {
        group: found(params['slug']),
        meeting: meeting ?? 0,
        hasMeeting: meeting !== null,
      }),
    )
    const group = found(answer.group)
    if (!group.decisionsViewerMay.includes('RECORD')) throw refuseWith('FORBIDDEN')
    return {
      group,
      meeting: meeting === null ? null : found(answer.meeting),
      item: answer.meeting?.agenda.find(({ id }) => id === searchParams.get('item'))?.id ?? null,
      reverses: numberIn(searchParams.get('reverses')),
      deliverable: group.deliverables.find(({ id }) => id === searchParams.get('deliverable')) ?? null,
      today: dayIn(answer.now, answer.meeting?.zone ?? group.deadlineZone),
      idempotencyKey: newKey(),
    }
  },
  action: changeAction(tools, {
    act: (sent, params) => {
      const { words } = tools
      const subject = subjectIn(sent)
      const wrong = [
        ...missing(sent, words('decision.textMissing'), 'text'),
        ...(subject === 'TWO' ? [{ field: 'subject', sentence: words('decision.aboutOne') }] : []),
      ]
      if (wrong.length > 0 || subject === 'TWO') return wrong
      return tools.api(RecordDecisionDocument, {
        input: {
          group: found(params['slug']),
          meeting: numberIn(sent.text('meeting')),
          agendaItem: sent.optional('agendaItem'),
          kind: decisionKinds.find((kind) => kind === sent.text('kind')) ?? 'AGREED',
          text: sent.text('text'),
          subject,
          reverses: numberIn(sent.text('reverses')),
          decidedOn: sent.optional('decidedOn'),
          challengeBy: sent.optional('challengeBy'),
          asReservations: sent.all('asReservations'),
          idempotencyKey: sent.text('idempotencyKey'),
        },
      })
    },
    leadsTo: ({ recordDecision: { number } }, params, sent) => {
      const group = { slug: found(params['slug']) }
      const meeting = numberIn(sent.text('meeting'))
      if (meeting !== null && sent.isTicked('fromRoom')) return `${meetingPage(group, meeting)}/room`
      const deliverable = sent.text('deliverable')
      const kind = decisionKinds.find((one) => one === sent.text('kind')) ?? 'AGREED'
      // Whoever came from a deliverable goes on with its approval.
      if (sent.text('about') === `DELIVERABLE ${deliverable}` && approvingKinds.includes(kind)) {
        return `/groups/${encodeURIComponent(group.slug)}/deliverables/${encodeURIComponent(deliverable)}/approve`
      }
      // Whoever records at a meeting goes on with the meeting.
      return meeting === null ? decisionHref(group, number) : `${meetingPage(group, meeting)}#decisions`
    },
  }),
})

export interface CorrectDecisionData {
  readonly decision: DecisionOnPage
}

/** `/groups/example/decisions/7/correct` */
export const correctDecisionRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/decisions/:number/correct',
  Component: CorrectDecision,
  handle: { isExample: ({ decision }: CorrectDecisionData) => decision.group.isExample },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<CorrectDecisionData> => {
    const { decision } = await orRefuse(tools.api(DecisionPageDocument, numbered(params)))
    if (!found(decision).viewerMay.includes('RECORD')) throw refuseWith('FORBIDDEN')
    return { decision: found(decision) }
  },
  action: changeAction(tools, {
    act: (sent) => {
      const { words } = tools
      const wrong = [
        ...missing(sent, words('decision.textMissing'), 'text'),
        ...missing(sent, words('decision.correctReasonMissing'), 'reason'),
      ]
      if (wrong.length > 0) return wrong
      return tools.api(CorrectDecisionDocument, {
        input: {
          id: sent.text('id'),
          expectedRevision: Number(sent.text('expectedRevision')),
          text: sent.text('text'),
          reason: sent.text('reason'),
        },
      })
    },
    leadsTo: ({ correctDecision: { number } }, params) => decisionHref({ slug: found(params['slug']) }, number),
  }),
})
