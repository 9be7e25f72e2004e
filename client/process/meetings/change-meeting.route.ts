/** The pages that change a meeting. Each is a form that posts to its own address and comes back to the meeting when it is done. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  AnnounceMeetingDocument,
  CancelMeetingDocument,
  CloseMeetingDocument,
  MeetingMovePreviewDocument,
  MeetingToChangeDocument,
  PublishDateDocument,
  ReopenMeetingDocument,
  UpdateMeetingDocument,
  WithdrawPublishedDateDocument,
  type MeetingMovePreviewQuery,
  type MeetingPermission,
  type MeetingToChangeQuery,
  type Obligation,
} from '#schema/generated/operations.js'
import { obligations } from '#schema/vocabulary/process.js'
import { fieldRefusals, refuseForm, sentForm, type FormAnswer, type SentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import { isDay } from '../deadlines/index.js'
import { AnnounceMeeting } from './AnnounceMeeting.js'
import { CancelMeeting } from './CancelMeeting.js'
import { CloseMeeting } from './CloseMeeting.js'
import { EditMeeting } from './EditMeeting.js'
import { meetingAddress, meetingHref } from './meeting-address.js'
import { meetingDetails } from './meeting-form.js'
import { PublishDate } from './PublishDate.js'
import { ReopenMeeting } from './ReopenMeeting.js'

export type MeetingToChange = NonNullable<MeetingToChangeQuery['meeting']>

export interface ChangeData {
  meeting: MeetingToChange
  /** Meetings to come, beside which this one may be held. */
  others: MeetingToChangeQuery['upcomingMeetings']
  /** The moment against which days left are counted. */
  now: string
}

/** The meeting as it stands. A page that changes it is not shown to whoever may not: the server would refuse in the end anyway. */
export async function meetingToChange(
  { api }: RouteTools,
  params: LoaderFunctionArgs['params'],
  permission: MeetingPermission,
): Promise<ChangeData> {
  const { meeting, now, upcomingMeetings } = await orRefuse(
    api(MeetingToChangeDocument, { ...meetingAddress(params), isClosing: permission === 'CLOSE' }),
  )
  if (!found(meeting).viewerMay.includes(permission)) throw refuseWith('FORBIDDEN')
  return { meeting: found(meeting), now, others: upcomingMeetings.filter(({ id }) => id !== meeting?.id) }
}

type Act = (sent: SentForm, tools: RouteTools) => Promise<unknown> | readonly { field: string; sentence: string }[]

/** A page under the meeting's address, whose form is carried out by `act`, unless `first` has something to show before. */
const changeRoute = (
  tools: RouteTools,
  path: string,
  permission: MeetingPermission,
  Component: RouteObject['Component'],
  act: Act,
  first?: (sent: SentForm, tools: RouteTools) => Promise<unknown>,
): RouteObject => ({
  path: `groups/:slug/meetings/:number/${path}`,
  Component,
  handle: { isExample: ({ meeting }: ChangeData) => meeting.group.isExample },
  loader: ({ params }: LoaderFunctionArgs): Promise<ChangeData> => meetingToChange(tools, params, permission),
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  action: async ({ request, params }: ActionFunctionArgs) => {
    const { group, number } = meetingAddress(params)
    const sent = await sentForm(request)
    const shown = await first?.(sent, tools)
    if (shown) return shown
    const acting = act(sent, tools)
    if (!(acting instanceof Promise)) return refuseForm(path, sent, acting)
    const { refusals } = await orAnswer(acting)
    if (!refusals) return redirect(meetingHref({ slug: group }, number))
    const codes = refusals.map(({ code }) => code)
    return refuseForm(path, sent, fieldRefusals(refusals, tools.words), { codes })
  },
})

const target = (sent: SentForm) => ({ id: sent.text('id'), expectedRevision: Number(sent.text('expectedRevision')) })

/** What a form that changes a meeting shows before it is carried out. */
export interface MovesFirst extends FormAnswer {
  readonly move: MeetingMovePreviewQuery['meetingMove']
}

/** Another way of meeting or other clocks move dates: that is looked at first. Null when they stay, were looked at, or the meeting is over. [MT-15] */
async function movesFirst(sent: SentForm, { api, words }: RouteTools) {
  const { mode, zone } = meetingDetails(sent)
  const isSame = mode === sent.text('modeBefore') && zone === sent.text('zoneBefore')
  if (isSame || sent.text('seen') === `${mode} ${zone}` || !sent.text('startsOn')) return null
  const days = { startsOn: sent.text('startsOn'), endsOn: sent.text('endsOn') }
  const { done, refusals } = await orAnswer(
    api(MeetingMovePreviewDocument, { input: { id: sent.text('id'), ...days, mode, zone } }),
  )
  if (refusals) {
    const codes = refusals.map(({ code }) => code)
    return refuseForm('edit', sent, fieldRefusals(refusals, words), { codes })
  }
  const answer = { form: 'edit', refusals: [], codes: [], typed: sent.typedWithout(), move: done.meetingMove }
  return answer satisfies MovesFirst
}

export const editMeetingRoute = (tools: RouteTools): RouteObject =>
  changeRoute(
    tools,
    'edit',
    'EDIT',
    EditMeeting,
    (sent, { api, words }) =>
      sent.text('title')
        ? api(UpdateMeetingDocument, { input: { ...target(sent), ...meetingDetails(sent) } })
        : [{ field: 'title', sentence: words('meeting.titleMissing') }],
    movesFirst,
  )

export const announceMeetingRoute = (tools: RouteTools): RouteObject =>
  changeRoute(tools, 'announce', 'ANNOUNCE', AnnounceMeeting, (sent, { api, words }) => {
    const on = sent.text('on')
    return isDay(on)
      ? api(AnnounceMeetingDocument, { input: { ...target(sent), on, by: sent.optional('by') } })
      : [{ field: 'on', sentence: words('meeting.dayMissing') }]
  })

export const cancelMeetingRoute = (tools: RouteTools): RouteObject =>
  changeRoute(tools, 'cancel', 'CANCEL', CancelMeeting, (sent, { api, words }) => {
    const reason = sent.text('reason')
    return reason
      ? api(CancelMeetingDocument, { input: { ...target(sent), reason } })
      : [{ field: 'reason', sentence: words('meeting.reasonMissing') }]
  })

export const closeMeetingRoute = (tools: RouteTools): RouteObject =>
  changeRoute(tools, 'close', 'CLOSE', CloseMeeting, (sent, { api }) =>
    api(CloseMeetingDocument, { input: target(sent) }),
  )

export const reopenMeetingRoute = (tools: RouteTools): RouteObject =>
  changeRoute(tools, 'reopen', 'REOPEN', ReopenMeeting, (sent, { api, words }) => {
    const decision = sent.text('decision')
    const reason = sent.text('reason')
    const wrong = [
      ...(decision ? [] : [{ field: 'decision', sentence: words('meeting.decisionMissing') }]),
      ...(reason ? [] : [{ field: 'reason', sentence: words('meeting.reasonMissing') }]),
    ]
    return wrong.length > 0 ? wrong : api(ReopenMeetingDocument, { input: { ...target(sent), decision, reason } })
  })

/** What would be judged otherwise by a new date, or could no longer be kept, is looked at first. Null when there is nothing of the kind, or it was seen. [MT-16] */
async function dateFirst(sent: SentForm, { api, words }: RouteTools) {
  const obligation = obligations.find((known) => known === sent.text('obligation'))
  const on = sent.isTicked('withdraw') ? null : sent.text('on')
  if (!obligation || (on !== null && !isDay(on)) || sent.text('seen') === `${obligation} ${on}`) return null
  const days = { startsOn: sent.text('startsOn'), endsOn: sent.text('endsOn') }
  const { done, refusals } = await orAnswer(
    api(MeetingMovePreviewDocument, { input: { id: sent.text('id'), ...days, date: { obligation, on } } }),
  )
  if (refusals) {
    const codes = refusals.map(({ code }) => code)
    return refuseForm('dates', sent, fieldRefusals(refusals, words), { codes })
  }
  const move = done.meetingMove
  if (move.warnings.length === 0 && move.alsoMoves.every(({ code }) => code === 'REMINDERS')) return null
  const rows = move.rows.filter(({ before, after }) => before !== after)
  const answer = { form: 'dates', refusals: [], codes: [], typed: sent.typedWithout(), move: { ...move, rows } }
  return answer satisfies MovesFirst
}

function setDate(sent: SentForm, { api, words }: RouteTools): ReturnType<Act> {
  const { id: meetingId, expectedRevision } = target(sent)
  const obligation: Obligation | undefined = obligations.find((known) => known === sent.text('obligation'))
  if (!obligation) return [{ field: 'obligation', sentence: words('meeting.obligationMissing') }]
  if (sent.isTicked('withdraw'))
    return api(WithdrawPublishedDateDocument, { input: { meetingId, expectedRevision, obligation } })
  const on = sent.text('on')
  if (!isDay(on)) return [{ field: 'on', sentence: words('meeting.dayMissing') }]
  const input = { meetingId, expectedRevision, obligation, on, reason: sent.optional('reason') }
  return api(PublishDateDocument, { input })
}

/** Sets a date by hand, or (`withdraw`) takes one back. Which, the address says: `?obligation=CONTRIBUTIONS`. */
export const publishDateRoute = (tools: RouteTools): RouteObject =>
  changeRoute(tools, 'dates', 'PUBLISH_DATES', PublishDate, setDate, dateFirst)
