import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  ChangeRegistrationDocument,
  RegisterForMeetingDocument,
  RegistrationPageDocument,
  WithdrawRegistrationDocument,
  type RegistrationPageQuery,
} from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse } from '../../api/index.js'
import { meetingAddress, meetingHref } from '../meetings/index.js'
import { RegistrationPage } from './RegistrationPage.js'
import { missingIn, saidIn } from './sent-registration.js'

const PAGE = 100

export interface RegistrationData {
  meeting: NonNullable<RegistrationPageQuery['meeting']>
  viewer: RegistrationPageQuery['viewer']
  organisations: RegistrationPageQuery['organisations']['nodes']
  idempotencyKey: string
}

/** `/groups/:slug/meetings/:number/registration`: one registers, changes what one said, withdraws; and who comes. */
export const registrationRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/registration',
  Component: RegistrationPage,
  handle: { isExample: ({ meeting }: RegistrationData) => meeting.group.isExample },
  shouldRevalidate: () => true,
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<RegistrationData> => {
    const after = new URL(request.url).searchParams.get('after') || null
    const { meeting, viewer, organisations } = await orRefuse(
      api(RegistrationPageDocument, { ...meetingAddress(params), first: PAGE, after }),
    )
    return { meeting: found(meeting), viewer, organisations: organisations.nodes, idempotencyKey: newKey() }
  },
  action: async ({ params, request }: ActionFunctionArgs) => {
    const { group: slug, number } = meetingAddress(params)
    const sent = await sentForm(request)
    const act = sent.text('act')
    const target = { id: sent.text('id'), expectedRevision: Number(sent.text('expectedRevision')) }
    const missing = act === 'withdraw' ? [] : missingIn(sent, words)
    if (missing.length > 0) return refuseForm('registration', sent, missing)
    const doing =
      act === 'withdraw'
        ? api(WithdrawRegistrationDocument, { input: target })
        : act === 'change'
          ? api(ChangeRegistrationDocument, { input: { ...target, ...saidIn(sent) } })
          : api(RegisterForMeetingDocument, {
              input: {
                ...saidIn(sent),
                meetingId: sent.text('meetingId'),
                idempotencyKey: sent.text('idempotencyKey'),
              },
            })
    const { refusals } = await orAnswer<unknown>(doing)
    if (!refusals) return redirect(`${meetingHref({ slug }, number)}/registration`)
    const codes = refusals.map(({ code }) => code)
    return refuseForm('registration', sent, fieldRefusals(refusals, words), { codes })
  },
})
