import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { MeetingPageDocument, type MeetingPageQuery } from '#schema/generated/operations.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse } from '../../api/index.js'
import { meetingAddress } from './meeting-address.js'
import { MeetingPage } from './MeetingPage.js'

export interface MeetingData {
  meeting: NonNullable<MeetingPageQuery['meeting']>
  /** The moment against which days left are counted. */
  now: string
}

export const meetingRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number',
  Component: MeetingPage,
  handle: { isExample: ({ meeting }: MeetingData) => meeting.group.isExample },
  loader: async ({ params }: LoaderFunctionArgs): Promise<MeetingData> => {
    const { meeting, now } = await orRefuse(api(MeetingPageDocument, meetingAddress(params)))
    return { meeting: found(meeting), now }
  },
})
