import { useLoaderData, useLocation } from 'react-router'
import { isOver } from '#schema/vocabulary/meetings.js'
import type { Words } from '#schema/words/index.js'
import { Seen } from '../../app/Seen.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { LiveNotice } from '../../common/activity/index.js'
import { Disclosure, EmptyState, Form, FormElement, LinkButton, Section, useWords } from '../../ui/index.js'
import { meetingHref, StaleNotice } from '../meetings/index.js'
import { DeskHead } from './DeskHead.js'
import { OfferFacts } from './OfferFacts.js'
import { Participants } from './Participants.js'
import type { RegistrationData } from './registration.route.js'
import { RegistrationFields } from './RegistrationFields.js'
import { Standing } from './Standing.js'

/** Registering for a meeting: what is offered, how one stands, the form, and who comes as far as they agreed to be printed. */
export function RegistrationPage() {
  const words = useWords<Words>()
  const { meeting, viewer, organisations, idempotencyKey } = useLoaderData<RegistrationData>()
  const { registration: offer, registrationMay: may } = meeting
  const href = meetingHref(meeting.group, meeting.number)
  return (
    <>
      <DeskHead
        meeting={meeting}
        title={words('registration.title')}
        actions={
          <>
            {offer && may.includes('SEE_LIST') && (
              <LinkButton href={`${href}/registration/list`}>{words('registration.list')}</LinkButton>
            )}
            {may.includes('OFFER') && (
              <LinkButton href={`${href}/registration/offer`}>
                {words(offer ? 'registration.changeOffer' : 'registration.offer')}
              </LinkButton>
            )}
          </>
        }
      />
      <LiveNotice objectId={meeting.id} />
      {offer ? (
        <>
          {offer.mine && (
            <div className="spaced">
              <Standing registration={offer.mine} zone={meeting.zone} />
            </div>
          )}
          <OfferFacts offer={offer} />
          <YourPart {...{ meeting, viewer, organisations, idempotencyKey }} />
          <Participants list={offer.participants} />
        </>
      ) : (
        <EmptyState title={words('registration.none')}>{words('registration.noneText')}</EmptyState>
      )}
    </>
  )
}

/** The form; or why there is none. */
function YourPart({ meeting, viewer, organisations, idempotencyKey }: RegistrationData) {
  const words = useWords<Words>()
  const { pathname } = useLocation()
  const { refusals, codes, typed } = useFormAnswer('registration')
  const offer = meeting.registration!
  const mine = offer.mine && offer.mine.state !== 'WITHDRAWN' ? offer.mine : null
  const isBehind = isOver(meeting.state) || meeting.state === 'CANCELLED'
  if (!viewer.isSignedIn) {
    return (
      <EmptyState
        title={words('registration.signIn')}
        action={
          <LinkButton href={`/sign-in?to=${encodeURIComponent(pathname)}`} kind="primary">
            {words('registration.signInButton')}
          </LinkButton>
        }
      >
        {words('registration.signInText')}
      </EmptyState>
    )
  }
  if (isBehind) return <p className="soft">{words('registration.over')}</p>
  if (!mine && !meeting.registrationMay.includes('REGISTER')) {
    return <EmptyState title={words('registration.notForYou')}>{words('registration.notForYouText')}</EmptyState>
  }
  if (!mine && offer.phase !== 'OPEN') {
    return (
      <EmptyState title={words(`registration.phaseIs.${offer.phase}`)}>
        {words(`registration.phaseText.${offer.phase}`)}
      </EmptyState>
    )
  }
  const now = viewer.person?.affiliations.find(({ to }) => !to)
  const said = mine ?? { affiliation: now?.label ?? '', country: now?.country ?? '' }
  const form = (seen?: number) => (
    <>
      <StaleNotice codes={codes} />
      <Form
        id="registration-form"
        method="post"
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        values={typed}
        actions={
          <SubmitButton kind="primary" name="act" value={mine ? 'change' : 'register'}>
            {words(mine ? 'registration.save' : 'registration.register')}
          </SubmitButton>
        }
      >
        <RegistrationFields offer={offer} said={said} organisations={organisations} />
        {mine ? (
          <>
            <input type="hidden" name="id" value={mine.id} />
            <input type="hidden" name="expectedRevision" value={seen} />
          </>
        ) : (
          <>
            <input type="hidden" name="meetingId" value={meeting.id} />
            <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          </>
        )}
      </Form>
    </>
  )
  return (
    <Section id="your-registration" title={words(mine ? 'registration.yours' : 'registration.register')}>
      {mine ? (
        <>
          <div className="spaced">
            <Disclosure summary={words('registration.change')} isOpen={refusals.length > 0}>
              <Seen id={mine.id} revision={mine.revision}>
                {form}
              </Seen>
            </Disclosure>
          </div>
          <FormElement method="post" className="spaced">
            <input type="hidden" name="id" value={mine.id} />
            <input type="hidden" name="expectedRevision" value={mine.revision} />
            <SubmitButton kind="danger" name="act" value="withdraw">
              {words('registration.withdraw')}
            </SubmitButton>{' '}
            <span className="soft">{words('registration.withdrawHint')}</span>
          </FormElement>
        </>
      ) : (
        form()
      )}
    </Section>
  )
}
