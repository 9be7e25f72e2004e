import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  EnterReservationDocument,
  EnterReservationFormDocument,
  ReservationListPageDocument,
  type EnterReservationFormQuery,
  type ReservationListPageQuery,
} from '#schema/generated/operations.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse, refuseWith } from '../../api/index.js'
import { changeAction, missing } from '../../roadmap/parts/index.js'
import { EnterReservation } from './EnterReservation.js'
import { decisionHref, numberIn, reservationsHref } from './parts/index.js'
import { reservationAction } from './reservation-action.js'
import { ReservationList } from './ReservationList.js'
import { ORGANISATION, subjectIn } from './subject-in.js'

export interface ReservationListData {
  readonly group: NonNullable<ReservationListPageQuery['group']>
}

/** `/groups/example/reservations` */
export const reservationListRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/reservations',
  Component: ReservationList,
  handle: { isExample: ({ group }: ReservationListData) => group.isExample },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<ReservationListData> => {
    const { group } = await orRefuse(tools.api(ReservationListPageDocument, { group: found(params['slug']) }))
    return { group: found(group) }
  },
  action: reservationAction(tools, (id, { group }) => `${reservationsHref({ slug: group })}#r-${id}`),
})

export interface EnterReservationData {
  readonly group: NonNullable<EnterReservationFormQuery['group']>
  readonly meeting: EnterReservationFormQuery['meeting']
  /** Number of the decision it is on. */
  readonly decision: number | null
  /** Id of the person who asks. */
  readonly me: string | null
  readonly idempotencyKey: string
}

/** `/groups/example/reservations/new?decision=7` or `?meeting=2` */
export const enterReservationRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/reservations/new',
  Component: EnterReservation,
  handle: { isExample: ({ group }: EnterReservationData) => group.isExample },
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<EnterReservationData> => {
    const { searchParams } = new URL(request.url)
    const meeting = numberIn(searchParams.get('meeting'))
    const answer = await orRefuse(
      tools.api(EnterReservationFormDocument, {
        group: found(params['slug']),
        meeting: meeting ?? 0,
        hasMeeting: meeting !== null,
      }),
    )
    const group = found(answer.group)
    if (!group.decisionsViewerMay.includes('RESERVE')) throw refuseWith('FORBIDDEN')
    return {
      group,
      meeting: meeting === null ? null : found(answer.meeting),
      decision: numberIn(searchParams.get('decision')),
      me: answer.viewer.person?.id ?? null,
      idempotencyKey: newKey(),
    }
  },
  action: changeAction(tools, {
    act: (sent, params) => {
      const wrong = missing(sent, tools.words('decision.enterTextMissing'), 'text')
      if (wrong.length > 0) return wrong
      const subject = subjectIn(sent)
      const holder = sent.optional('holder')
      return tools.api(EnterReservationDocument, {
        input: {
          group: found(params['slug']),
          kind: sent.text('kind') === 'OBJECTION' ? 'OBJECTION' : 'RESERVATION',
          text: sent.text('text'),
          decision: numberIn(sent.text('decision')),
          meeting: numberIn(sent.text('meeting')),
          agendaItem: sent.optional('agendaItem'),
          subject: subject === 'TWO' ? null : subject,
          holder: holder === ORGANISATION ? null : holder,
          isOfOrganisation: holder === ORGANISATION,
          organisation: sent.optional('organisation'),
          idempotencyKey: sent.text('idempotencyKey'),
        },
      })
    },
    leadsTo: ({ enterReservation: { id, decision } }, params) => {
      const group = { slug: found(params['slug']) }
      return `${decision ? decisionHref(group, decision.number) : reservationsHref(group)}#r-${id}`
    },
  }),
})
