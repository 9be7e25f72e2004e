import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  CancelMeetingsOfSeriesDocument,
  SeriesPageDocument,
  type SeriesPageQuery,
} from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm } from '../../../app/forms.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orAnswer, orRefuse } from '../../../api/index.js'
import { meetingAddress, meetingHref } from '../meeting-address.js'
import { SeriesPage } from './SeriesPage.js'

type MeetingShown = NonNullable<SeriesPageQuery['meeting']>

export interface SeriesData {
  meeting: Omit<MeetingShown, 'placeInSeries'>
  place: NonNullable<MeetingShown['placeInSeries']>
}

/** A tick names the meeting and the revision that one has seen: `<id> 3`. */
const ticked = (value: string) => {
  const [id = '', revision] = value.split(' ')
  return { id, expectedRevision: Number(revision) }
}

export const seriesRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/series',
  Component: SeriesPage,
  handle: { isExample: ({ meeting }: SeriesData) => meeting.group.isExample },
  // Also after a refusal: what was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<SeriesData> => {
    const { meeting } = await orRefuse(tools.api(SeriesPageDocument, meetingAddress(params)))
    return { meeting: found(meeting), place: found(found(meeting).placeInSeries) }
  },
  action: async ({ params, request }: ActionFunctionArgs) => {
    const { api, words } = tools
    const { group, number } = meetingAddress(params)
    const sent = await sentForm(request)
    const reason = sent.text('reason')
    if (!reason) {
      return refuseForm('cancel-series', sent, [{ field: 'reason', sentence: words('meeting.reasonMissing') }])
    }
    const input = { id: sent.text('id'), meetings: sent.all('meetings').map(ticked), reason }
    const { refusals } = await orAnswer(api(CancelMeetingsOfSeriesDocument, { input }))
    if (!refusals) return redirect(`${meetingHref({ slug: group }, number)}/series`)
    const codes = refusals.map(({ code }) => code)
    return refuseForm('cancel-series', sent, fieldRefusals(refusals, words), { codes })
  },
})
