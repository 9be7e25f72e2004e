import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  RegisterByHandDocument,
  RegisterByHandPageDocument,
  RegistrationListPageDocument,
  WithdrawRegistrationDocument,
  type RegisterByHandPageQuery,
  type RegistrationListPageQuery,
} from '#schema/generated/operations.js'
import { attendanceModes, registrationStates } from '#schema/vocabulary/registration.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import { meetingAddress, meetingHref } from '../meetings/index.js'
import { ByHandPage } from './ByHandPage.js'
import { ListPage } from './ListPage.js'
import { missingIn, saidIn } from './sent-registration.js'

const PAGE = 100

type ListedMeeting = NonNullable<RegistrationListPageQuery['meeting']>
export interface ListData {
  meeting: ListedMeeting
  offer: NonNullable<ListedMeeting['registration']>
}

/** `/groups/:slug/meetings/:number/registration/list`: everybody who registered, for those who keep the list. */
export const listRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/registration/list',
  Component: ListPage,
  handle: { isExample: ({ meeting }: ListData) => meeting.group.isExample },
  shouldRevalidate: () => true,
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<ListData> => {
    const { searchParams } = new URL(request.url)
    const [after, before] = [searchParams.get('after') || null, searchParams.get('before') || null]
    const place = before && !after ? { last: PAGE, before } : { first: PAGE, after }
    const filter = {
      state: registrationStates.find((state) => state === searchParams.get('state')) ?? null,
      mode: attendanceModes.find((mode) => mode === searchParams.get('mode')) ?? null,
    }
    const answer = await orRefuse(api(RegistrationListPageDocument, { ...meetingAddress(params), ...place, filter }))
    const meeting = found(answer.meeting)
    if (!meeting.registrationMay.includes('SEE_LIST')) throw refuseWith('FORBIDDEN')
    return { meeting, offer: found(meeting.registration) }
  },
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const input = { id: sent.text('id'), expectedRevision: Number(sent.text('expectedRevision')) }
    const { refusals } = await orAnswer(api(WithdrawRegistrationDocument, { input }))
    if (refusals) return refuseForm('list', sent, fieldRefusals(refusals, words))
    const { pathname, search } = new URL(request.url)
    return redirect(pathname + search)
  },
})

type MeetingByHand = NonNullable<RegisterByHandPageQuery['meeting']>
export interface ByHandData {
  meeting: MeetingByHand
  offer: NonNullable<MeetingByHand['registration']>
  organisations: RegisterByHandPageQuery['organisations']['nodes']
  idempotencyKey: string
}

/** `/groups/:slug/meetings/:number/registration/new`: registers somebody by hand. */
export const byHandRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/registration/new',
  Component: ByHandPage,
  handle: { isExample: ({ meeting }: ByHandData) => meeting.group.isExample },
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<ByHandData> => {
    const answer = await orRefuse(api(RegisterByHandPageDocument, meetingAddress(params)))
    const meeting = found(answer.meeting)
    if (!meeting.registrationMay.includes('REGISTER_OTHERS')) throw refuseWith('FORBIDDEN')
    const offer = found(meeting.registration)
    return { meeting, offer, organisations: answer.organisations.nodes, idempotencyKey: newKey() }
  },
  action: async ({ params, request }: ActionFunctionArgs) => {
    const { group: slug, number } = meetingAddress(params)
    const sent = await sentForm(request)
    const personId = sent.optional('personId')
    const missing = [
      ...(personId || sent.text('name') ? [] : [{ field: 'name', sentence: words('registration.whoMissing') }]),
      ...missingIn(sent, words),
      ...(sent.text('reason') ? [] : [{ field: 'reason', sentence: words('registration.reasonMissing') }]),
    ]
    if (missing.length > 0) return refuseForm('by-hand', sent, missing)
    const { refusals } = await orAnswer(
      api(RegisterByHandDocument, {
        input: {
          ...saidIn(sent),
          meetingId: sent.text('meetingId'),
          personId,
          name: sent.optional('name'),
          reason: sent.text('reason'),
          idempotencyKey: sent.text('idempotencyKey'),
        },
      }),
    )
    if (refusals) return refuseForm('by-hand', sent, fieldRefusals(refusals, words))
    return redirect(`${meetingHref({ slug }, number)}/registration/list`)
  },
})
