import type { PresenceNowFragment } from '#schema/generated/operations.js'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { Cluster, FormElement, LinkButton, Notice, Time, useWords } from '../../ui/index.js'

/** Says that one is here, on the days of the meeting; says that one leaves. Posts to the page of the attendance, whatever page it is on. */
export function CheckIn({ meeting, returnTo }: { meeting: PresenceNowFragment; returnTo?: string }) {
  const words = useWords<Words>()
  const { ownPresence, isMeetingDay, registrationMay, registration: offer, zone } = meeting
  if (!isMeetingDay || !registrationMay.includes('CHECK_IN')) return null
  const isRegistered = offer === null || (offer.mine !== null && offer.mine.state !== 'WITHDRAWN')
  if (!ownPresence && !isRegistered) return <RegisterFirst meeting={meeting} />
  const action = `/groups/${meeting.group.slug}/meetings/${meeting.number}/attendance`
  const other = ownPresence?.mode === 'ONSITE' ? 'REMOTE' : 'ONSITE'
  return (
    <FormElement method="post" action={action} className="spaced">
      <input type="hidden" name="id" value={meeting.id} />
      {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
      {ownPresence ? (
        <Notice
          kind="good"
          title={words(`registration.youAreHere.${ownPresence.mode}`)}
          actions={
            <>
              <SubmitButton size="small" name="act" value={`in:${other}`}>
                {words(`registration.changeTo.${other}`)}
              </SubmitButton>
              <SubmitButton size="small" name="act" value="out">
                {words('registration.checkOut')}
              </SubmitButton>
            </>
          }
        >
          {words('registration.since')} <Time at={ownPresence.from} zone={zone} place={zoneLabel(zone, words)} />
        </Notice>
      ) : (
        <Cluster>
          <SubmitButton kind="primary" name="act" value="in:ONSITE">
            {words('registration.checkIn.ONSITE')}
          </SubmitButton>
          <SubmitButton name="act" value="in:REMOTE">
            {words('registration.checkIn.REMOTE')}
          </SubmitButton>
        </Cluster>
      )}
    </FormElement>
  )
}

/** Where registration is kept, only who is registered checks in: said beforehand, with the way there. */
function RegisterFirst({ meeting: { group, number, registrationMay } }: { meeting: PresenceNowFragment }) {
  const words = useWords<Words>()
  const href = `/groups/${group.slug}/meetings/${number}/registration`
  const keepsList = registrationMay.includes('SEE_LIST')
  return (
    <div className="spaced">
      <Notice
        kind="attention"
        title={words('registration.notRegistered')}
        actions={
          <LinkButton size="small" href={keepsList ? `${href}/new` : href}>
            {words(keepsList ? 'registration.byHand' : 'registration.toRegistration')}
          </LinkButton>
        }
      >
        {words(keepsList ? 'registration.notRegisteredKeeper' : 'registration.notRegisteredText')}
      </Notice>
    </div>
  )
}
