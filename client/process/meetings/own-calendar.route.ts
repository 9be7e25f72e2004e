import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  MakeCalendarAddressDocument,
  OwnCalendarPageDocument,
  WithdrawCalendarAddressDocument,
  type OwnCalendarPageQuery,
} from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { orAnswer, orRefuse } from '../../api/index.js'
import { OwnCalendar } from './OwnCalendar.js'

export interface OwnCalendarData {
  viewer: OwnCalendarPageQuery['viewer']
  /** Scheme and host of this site, as the reader's calendar must know them. */
  origin: string
}

/** An address just made: it is in this answer and nowhere else. */
export interface AddressMade {
  made: string
}

/** The secret address of one's own calendar. */
export const ownCalendarRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'me/calendar',
  Component: OwnCalendar,
  loader: async ({ request }: LoaderFunctionArgs): Promise<OwnCalendarData> => {
    const { viewer } = await orRefuse(api(OwnCalendarPageDocument, {}))
    if (!viewer.isSignedIn) throw redirect('/sign-in?to=/me/calendar')
    return { viewer, origin: new URL(request.url).origin }
  },
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    if (sent.text('form') === 'withdraw') {
      const { refusals } = await orAnswer(api(WithdrawCalendarAddressDocument, {}))
      return refusals ? refuseForm('withdraw', sent, fieldRefusals(refusals, words)) : redirect('/me/calendar')
    }
    const { done, refusals } = await orAnswer(api(MakeCalendarAddressDocument, {}))
    if (refusals) return refuseForm('make', sent, fieldRefusals(refusals, words))
    return { made: new URL(done.makeCalendarAddress.path, request.url).href } satisfies AddressMade
  },
})
