import { useLoaderData } from 'react-router'
import { registrationAudiences } from '#schema/vocabulary/registration.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Checkbox,
  DateField,
  Form,
  Link,
  LinkButton,
  Notice,
  RadioGroup,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.js'
import { ClosingTime } from '../deadlines/index.js'
import { meetingHref, StaleNotice } from '../meetings/index.js'
import { DeskHead } from './DeskHead.js'
import type { OfferData } from './offer.route.js'

/** Says how one can register for a meeting. Until when is a key date, set where all of them are. */
export function OfferPage() {
  const words = useWords<Words>()
  const { meeting } = useLoaderData<OfferData>()
  const { refusals, codes, typed } = useFormAnswer('offer')
  const { registration: offer } = meeting
  const href = meetingHref(meeting.group, meeting.number)
  const title = words(offer ? 'registration.changeOffer' : 'registration.offer')
  return (
    <>
      <DeskHead meeting={meeting} title={title} lead={words('registration.offerLead')} />
      <StaleNotice codes={codes} />
      <div className="spaced">
        <Notice
          title={words('registration.dates')}
          actions={
            <>
              <Link href={`${href}/dates?obligation=REGISTRATION`}>{words('registration.setClosing')}</Link>
              <Link href={`${href}/dates?obligation=VISA`}>{words('registration.setVisa')}</Link>
            </>
          }
        >
          {offer ? <ClosingTime closesAt={offer.closesAt} zone={offer.zone} /> : words('registration.datesText')}
        </Notice>
      </div>
      <Form
        id="offer-form"
        method="post"
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        values={typed}
        actions={
          <>
            <SubmitButton kind="primary">{title}</SubmitButton>
            <LinkButton href={href} kind="quiet">
              {words('meeting.back')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="meetingId" value={meeting.id} />
        <input type="hidden" name="expectedRevision" value={offer?.revision ?? ''} />
        <RadioGroup
          name="audience"
          label={words('registration.audience')}
          defaultValue={offer?.audience ?? 'ACCOUNT'}
          choices={registrationAudiences.map((value) => ({ value, label: words(`registration.audienceIs.${value}`) }))}
        />
        <DateField
          name="opensOn"
          label={words('registration.opensOn')}
          hint={words('registration.opensOnHint')}
          defaultValue={offer?.opensOn ?? ''}
        />
        {meeting.mode !== 'REMOTE' && (
          <TextField
            name="placesOnsite"
            label={words('registration.placesOnsite')}
            hint={words('registration.placesOnsiteHint')}
            defaultValue={offer?.placesOnsite ?? ''}
            inputMode="numeric"
            className="field-short"
          />
        )}
        {meeting.mode === 'HYBRID' && (
          <Checkbox
            name="offersRemote"
            label={words('registration.offersRemote')}
            defaultChecked={offer?.offersRemote ?? true}
          />
        )}
        {meeting.mode === 'REMOTE' && <input type="hidden" name="offersRemote" value="true" />}
        {meeting.mode !== 'REMOTE' && (
          <Checkbox
            name="offersVisaSupport"
            label={words('registration.offersVisaSupport')}
            hint={words('registration.offersVisaSupportHint')}
            defaultChecked={offer?.offersVisaSupport ?? false}
          />
        )}
        <TextArea
          name="consentText"
          label={words('registration.consentText')}
          hint={words('registration.consentTextHint')}
          defaultValue={offer?.consentText ?? words('registration.consentDefault')}
          maxLength={2000}
          isRequired
        />
      </Form>
    </>
  )
}
