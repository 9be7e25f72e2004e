import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  AttendancePageDocument,
  CheckInDocument,
  CheckOutDocument,
  CorrectPresenceDocument,
  type AttendancePageQuery,
} from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm, type SentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse } from '../../api/index.js'
import { meetingAddress, meetingHref } from '../meetings/index.js'
import { AttendancePage } from './AttendancePage.js'
import { instantIn } from './wall-clock.js'
import { modeIn } from './sent-registration.js'

export interface AttendanceData {
  meeting: NonNullable<AttendancePageQuery['meeting']>
  viewer: AttendancePageQuery['viewer']
  now: string
  /** The row of the agenda that is asked for; null: the whole meeting. */
  item: string | null
}

/** `/groups/:slug/meetings/:number/attendance`: who is or was there, with `?item=` at a row of the agenda; one checks in and out here, also from the page of the meeting. */
export const attendanceRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/attendance',
  Component: AttendancePage,
  handle: { isExample: ({ meeting }: AttendanceData) => meeting.group.isExample },
  shouldRevalidate: () => true,
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<AttendanceData> => {
    const item = new URL(request.url).searchParams.get('item') || null
    const asked = { ...meetingAddress(params), item }
    const { meeting, viewer, now } = await orRefuse(tools.api(AttendancePageDocument, asked))
    return { meeting: found(meeting), viewer, now, item }
  },
  action: async ({ params, request }: ActionFunctionArgs) => {
    const { group: slug, number } = meetingAddress(params)
    const sent = await sentForm(request)
    const { refusals } = await orAnswer<unknown>(doing(tools, sent))
    if (refusals) return refuseForm('attendance', sent, fieldRefusals(refusals, tools.words))
    const href = meetingHref({ slug }, number)
    return redirect(sent.text('returnTo') === 'meeting' ? href : `${href}/attendance${new URL(request.url).search}`)
  },
})

/** `act` says what is done: `in:ONSITE`, `out`, `correct`, `remove`. Times are those of the clocks at the place. */
function doing({ api }: RouteTools, sent: SentForm) {
  const [act, mode = ''] = sent.text('act').split(':')
  const who = { meetingId: sent.text('id'), personId: sent.optional('personId') }
  if (act === 'in') return api(CheckInDocument, { input: { ...who, mode: modeIn(mode) } })
  if (act === 'out') return api(CheckOutDocument, { input: who })
  const zone = sent.text('zone')
  return api(CorrectPresenceDocument, {
    input: {
      id: sent.text('id'),
      expectedRevision: Number(sent.text('expectedRevision')),
      mode: modeIn(sent.text('mode')),
      from: instantIn(sent.text('from'), zone) ?? sent.text('fromWas'),
      to: sent.text('to') ? instantIn(sent.text('to'), zone) : null,
      isRemoved: act === 'remove',
    },
  })
}
