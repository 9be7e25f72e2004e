import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  CreateMeetingDocument,
  MeetingDatesPreviewDocument,
  NewMeetingPageDocument,
  type MeetingDatesPreviewQuery,
  type NewMeetingPageQuery,
} from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm, SentForm, type Typed } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import type { FieldRefusal } from '../../ui/index.js'
import { isDay } from '../deadlines/index.js'
import { meetingHref } from './meeting-address.js'
import { meetingDetails } from './meeting-form.js'
import { proposedDays, type ProposedDays } from './new-meeting.js'
import { NewMeeting } from './NewMeeting.js'

/** The key dates for the days in the address; null while there are none to compute with. */
export interface DatesPreview {
  days: ProposedDays
  dates: MeetingDatesPreviewQuery['meetingDates']
  refusals: readonly FieldRefusal[]
}

export interface NewMeetingData {
  group: NonNullable<NewMeetingPageQuery['group']>
  /** Meetings to come, beside which it may be held. */
  others: NewMeetingPageQuery['upcomingMeetings']
  /** Which of its meetings it would be, those that prepare the first one left out. [ME-9] */
  number: number
  preview: DatesPreview | null
  /** What the address brings along: without scripts "Show the dates" sends the whole form there. */
  typed: Typed
  idempotencyKey: string
  now: string
}

/** Days that are refused (a zone that does not exist) leave the form usable: the sentence stands where the dates would. */
async function previewOf({ api, words }: RouteTools, group: string, days: ProposedDays): Promise<DatesPreview> {
  const { done, refusals } = await orAnswer(api(MeetingDatesPreviewDocument, { input: { group, ...days } }))
  return { days, dates: done?.meetingDates ?? [], refusals: refusals ? fieldRefusals(refusals, words) : [] }
}

export const newMeetingRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/new',
  Component: NewMeeting,
  handle: { isExample: ({ group }: NewMeetingData) => group.isExample },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<NewMeetingData> => {
    const { api } = tools
    const asked = new SentForm(new URL(request.url).searchParams)
    const answer = await orRefuse(api(NewMeetingPageDocument, { group: found(params.slug) }))
    const group = found(answer.group)
    if (!group.viewerMay.includes('CALL_MEETING')) throw refuseWith('FORBIDDEN')
    const days = proposedDays((name) => asked.text(name), { zone: group.deadlineZone })
    return {
      group,
      others: answer.upcomingMeetings,
      number: group.meetings.totalCount + 1,
      preview: days && (await previewOf(tools, group.slug, days)),
      typed: asked.typedWithout(),
      idempotencyKey: asked.text('idempotencyKey') || newKey(),
      now: answer.now,
    }
  },
  action: async ({ params, request }: ActionFunctionArgs) => {
    const { api, words } = tools
    const sent = await sentForm(request)
    const slug = found(params.slug)
    const startsOn = sent.text('startsOn')
    const endsOn = sent.text('endsOn') || startsOn
    const wrong = [
      ...(sent.text('title') ? [] : [{ field: 'title', sentence: words('meeting.titleMissing') }]),
      ...(isDay(startsOn) ? [] : [{ field: 'startsOn', sentence: words('meeting.dayMissing') }]),
      ...(!isDay(startsOn) || isDay(endsOn) ? [] : [{ field: 'endsOn', sentence: words('meeting.dayMissing') }]),
    ]
    if (wrong.length > 0) return refuseForm('new', sent, wrong)
    const { done, refusals } = await orAnswer(
      api(CreateMeetingDocument, {
        input: {
          group: slug,
          startsOn,
          endsOn,
          ...meetingDetails(sent),
          idempotencyKey: sent.text('idempotencyKey'),
        },
      }),
    )
    return refusals
      ? refuseForm('new', sent, fieldRefusals(refusals, words))
      : redirect(meetingHref({ slug }, done.createMeeting.number))
  },
})
