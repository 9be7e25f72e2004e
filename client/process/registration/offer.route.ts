import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  OfferRegistrationDocument,
  RegistrationOfferPageDocument,
  type RegistrationOfferPageQuery,
} from '#schema/generated/operations.js'
import { registrationAudiences } from '#schema/vocabulary/registration.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import { isDay } from '../deadlines/index.js'
import { meetingAddress, meetingHref } from '../meetings/index.js'
import { OfferPage } from './OfferPage.js'

export interface OfferData {
  meeting: NonNullable<RegistrationOfferPageQuery['meeting']>
}

/** `/groups/:slug/meetings/:number/registration/offer`: what is offered to those who want to come. */
export const offerRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/registration/offer',
  Component: OfferPage,
  handle: { isExample: ({ meeting }: OfferData) => meeting.group.isExample },
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<OfferData> => {
    const { meeting } = await orRefuse(api(RegistrationOfferPageDocument, meetingAddress(params)))
    if (!found(meeting).registrationMay.includes('OFFER')) throw refuseWith('FORBIDDEN')
    return { meeting: found(meeting) }
  },
  action: async ({ params, request }: ActionFunctionArgs) => {
    const { group: slug, number } = meetingAddress(params)
    const sent = await sentForm(request)
    const opensOn = sent.optional('opensOn')
    const places = sent.text('placesOnsite')
    const wrong = [
      ...(opensOn === null || isDay(opensOn) ? [] : [{ field: 'opensOn', sentence: words('meeting.dayMissing') }]),
      ...(/^\d{0,6}$/.test(places) ? [] : [{ field: 'placesOnsite', sentence: words('registration.placesWrong') }]),
    ]
    if (wrong.length > 0) return refuseForm('offer', sent, wrong)
    const { refusals } = await orAnswer(
      api(OfferRegistrationDocument, {
        input: {
          meetingId: sent.text('meetingId'),
          expectedRevision: sent.text('expectedRevision') ? Number(sent.text('expectedRevision')) : null,
          opensOn,
          placesOnsite: places === '' ? null : Number(places),
          offersRemote: sent.isTicked('offersRemote'),
          offersVisaSupport: sent.isTicked('offersVisaSupport'),
          audience: registrationAudiences.find((one) => one === sent.text('audience')) ?? 'ACCOUNT',
          consentText: sent.text('consentText'),
        },
      }),
    )
    if (!refusals) return redirect(`${meetingHref({ slug }, number)}/registration`)
    const codes = refusals.map(({ code }) => code)
    return refuseForm('offer', sent, fieldRefusals(refusals, words), { codes })
  },
})
