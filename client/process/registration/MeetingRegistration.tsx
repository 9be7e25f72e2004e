import type { MeetingRegistrationFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { LinkButton, Section, useWords } from '../../ui/index.js'
import { CheckIn } from './CheckIn.js'
import { OfferFacts } from './OfferFacts.js'
import { Standing } from './Standing.js'

/** Registration and the call, as the page of a meeting shows them: how one stands, what is offered, and the way on. Knows no page of meetings, which shows it. */
export function MeetingRegistration({ meeting, href }: { meeting: MeetingRegistrationFragment; href: string }) {
  const words = useWords<Words>()
  const { registration: offer, registrationMay: may, conveningLetter: letter, isMeetingDay, zone } = meeting
  const keepsList = may.includes('SEE_LIST')
  const takesPart = may.includes('CHECK_IN') && isMeetingDay
  if (!offer && !keepsList && !takesPart && !letter) return null
  const mine = offer?.mine
  const isHeld = mine && mine.state !== 'WITHDRAWN'
  return (
    <Section
      id="registration"
      title={words('registration.title')}
      actions={
        <>
          {letter && (
            <LinkButton href={`${href}/call`} size="small">
              {words('call.toLetter')}
            </LinkButton>
          )}
          {offer && (
            <LinkButton href={`${href}/registration`} size="small" kind={isHeld || !takesPart ? 'primary' : 'plain'}>
              {words(
                isHeld
                  ? 'registration.toMine'
                  : offer.phase === 'OPEN'
                    ? 'registration.register'
                    : 'registration.toRegistration',
              )}
            </LinkButton>
          )}
          {offer && keepsList && (
            <LinkButton href={`${href}/registration/list`} size="small">
              {words('registration.list')}
            </LinkButton>
          )}
          {(keepsList || takesPart) && (
            <LinkButton href={`${href}/attendance`} size="small">
              {words('registration.attendance')}
            </LinkButton>
          )}
          {may.includes('OFFER') && (
            <LinkButton href={`${href}/registration/offer`} size="small">
              {words(offer ? 'registration.changeOffer' : 'registration.offer')}
            </LinkButton>
          )}
        </>
      }
    >
      <CheckIn meeting={meeting} returnTo="meeting" />
      {mine && (
        <div className="spaced">
          <Standing registration={mine} zone={zone} />
        </div>
      )}
      {offer ? <OfferFacts offer={offer} /> : <p className="soft">{words('registration.notOffered')}</p>}
    </Section>
  )
}
