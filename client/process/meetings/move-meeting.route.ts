import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  MeetingMovePreviewDocument,
  MoveMeetingDocument,
  type MeetingMovePreviewQuery,
} from '#schema/generated/operations.js'
import { obligations } from '#schema/vocabulary/process.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { orAnswer } from '../../api/index.js'
import type { FieldRefusal } from '../../ui/index.js'
import { isDay } from '../deadlines/index.js'
import { meetingToChange, type MeetingToChange } from './change-meeting.route.js'
import { meetingAddress, meetingHref } from './meeting-address.js'
import { MoveMeeting } from './MoveMeeting.js'

export interface MoveData {
  meeting: MeetingToChange
  /** The days asked for in the address; empty before any were chosen. */
  startsOn: string
  endsOn: string
  /** What would move; null before days were chosen, or when they were refused. */
  move: MeetingMovePreviewQuery['meetingMove'] | null
  refusals: readonly FieldRefusal[]
}

/** In two steps: the address holds the new days and shows what moves with them; only then the form that moves. */
export const moveMeetingRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/move',
  Component: MoveMeeting,
  handle: { isExample: ({ meeting }: MoveData) => meeting.group.isExample },
  // Also after a refusal: a move that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<MoveData> => {
    const { api, words } = tools
    const { meeting } = await meetingToChange(tools, params, 'MOVE')
    const asked = new URL(request.url).searchParams
    const startsOn = asked.get('startsOn') ?? ''
    const endsOn = asked.get('endsOn') || startsOn
    const data = { meeting, startsOn, endsOn, move: null, refusals: [] }
    if (!startsOn && !endsOn) return data
    const wrong = [
      ...(isDay(startsOn) ? [] : [{ field: 'startsOn', sentence: words('meeting.dayMissing') }]),
      ...(!isDay(startsOn) || isDay(endsOn) ? [] : [{ field: 'endsOn', sentence: words('meeting.dayMissing') }]),
    ]
    if (wrong.length > 0) return { ...data, refusals: wrong }
    const { done, refusals } = await orAnswer(
      api(MeetingMovePreviewDocument, { input: { id: meeting.id, startsOn, endsOn } }),
    )
    return refusals ? { ...data, refusals: fieldRefusals(refusals, words) } : { ...data, move: done.meetingMove }
  },
  action: async ({ params, request }: ActionFunctionArgs) => {
    const { api, words } = tools
    const { group, number } = meetingAddress(params)
    const sent = await sentForm(request)
    const released = sent.all('release')
    const { refusals } = await orAnswer(
      api(MoveMeetingDocument, {
        input: {
          id: sent.text('id'),
          expectedRevision: Number(sent.text('expectedRevision')),
          startsOn: sent.text('startsOn'),
          endsOn: sent.text('endsOn'),
          reason: sent.optional('reason'),
          release: obligations.filter((obligation) => released.includes(obligation)),
        },
      }),
    )
    if (!refusals) return redirect(meetingHref({ slug: group }, number))
    const codes = refusals.map(({ code }) => code)
    return refuseForm('move', sent, fieldRefusals(refusals, words), { codes })
  },
})
