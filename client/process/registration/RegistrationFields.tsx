import type { AttendanceMode, OfferFactsFragment, OwnRegistrationFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Checkbox, RadioGroup, TextArea, TextField, useWords } from '../../ui/index.js'

type Said = Partial<
  Pick<
    OwnRegistrationFragment,
    'mode' | 'affiliation' | 'country' | 'wantsVisaSupport' | 'visaNeeds' | 'consents' | 'remark'
  >
>

export interface OfferAsked extends OfferFactsFragment {
  offersVisaSupport: boolean
  consentText: string
  consentVersion: number
}

/** What somebody says when they register, for themselves or somebody else. The choice of consent is theirs: nothing is chosen beforehand. */
export function RegistrationFields({
  offer,
  said,
  organisations,
  isWithheld = false,
}: {
  offer: OfferAsked
  said: Said
  organisations: readonly { name: string }[]
  /** What a visa needs is not asked here. */
  isWithheld?: boolean
}) {
  const words = useWords<Words>()
  const { modes, placesLeft, waiting } = offer
  const hintOf = (mode: AttendanceMode) => {
    if (mode === 'REMOTE') return words('registration.modeHint.REMOTE')
    if (placesLeft === null || placesLeft === undefined) return words('registration.modeHint.ONSITE')
    return placesLeft > 0 && waiting === 0
      ? words('registration.placesLeftHint', { left: placesLeft })
      : words('registration.waitingHint', { count: waiting })
  }
  // A way that is no longer offered stays for whoever has chosen it.
  const offered = said.mode && !modes.includes(said.mode) ? [...modes, said.mode] : modes
  const consent = said.consents === undefined ? undefined : String(said.consents)
  return (
    <>
      <RadioGroup
        name="mode"
        label={words('registration.mode')}
        defaultValue={said.mode ?? offered[0]}
        choices={offered.map((value) => ({ value, label: words(`registration.modeIs.${value}`), hint: hintOf(value) }))}
      />
      <TextField
        name="affiliation"
        label={words('registration.affiliation')}
        hint={words('registration.affiliationHint')}
        defaultValue={said.affiliation ?? ''}
        list="organisations"
        autoComplete="organization"
        isRequired
      />
      <datalist id="organisations">
        {organisations.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextField
        name="country"
        label={words('registration.country')}
        hint={words('registration.optional')}
        defaultValue={said.country ?? ''}
        autoComplete="country-name"
      />
      {offer.offersVisaSupport && (
        <>
          <Checkbox
            name="wantsVisaSupport"
            label={words('registration.wantsVisaSupport')}
            defaultChecked={said.wantsVisaSupport ?? false}
          />
          {!isWithheld && (
            <TextArea
              name="visaNeeds"
              label={words('registration.visaNeeds')}
              hint={words('registration.visaNeedsHint')}
              defaultValue={said.visaNeeds ?? ''}
              rows={3}
            />
          )}
        </>
      )}
      <RadioGroup
        name="consents"
        label={<span dir="auto">{offer.consentText}</span>}
        hint={words('registration.consentHint')}
        {...(consent !== undefined && { defaultValue: consent })}
        choices={[
          { value: 'true', label: words('registration.consentYes') },
          { value: 'false', label: words('registration.consentNo') },
        ]}
        isRequired
      />
      <TextArea
        name="remark"
        label={words('registration.remark')}
        hint={words('registration.remarkHint')}
        defaultValue={said.remark ?? ''}
        rows={2}
      />
      <input type="hidden" name="consentVersion" value={offer.consentVersion} />
    </>
  )
}
