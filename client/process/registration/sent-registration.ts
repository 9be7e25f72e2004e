import type { AttendanceMode } from '#schema/generated/operations.js'
import { attendanceModes } from '#schema/vocabulary/registration.js'
import type { Words } from '#schema/words/index.js'
import type { SentForm } from '../../app/forms.js'
import type { FieldRefusal } from '../../ui/index.js'

/** What the fields of a registration say. Help with a visa is read only where it was asked. */
export const saidIn = (sent: SentForm) => ({
  mode: modeIn(sent.text('mode')),
  affiliation: sent.text('affiliation'),
  country: sent.optional('country'),
  wantsVisaSupport: sent.isTicked('wantsVisaSupport'),
  visaNeeds: sent.optional('visaNeeds'),
  consents: sent.isTicked('consents'),
  consentVersion: Number(sent.text('consentVersion')),
  remark: sent.optional('remark'),
})

export const modeIn = (text: string): AttendanceMode => attendanceModes.find((mode) => mode === text) ?? 'ONSITE'

/** What is missing before it is worth sending. */
export const missingIn = (sent: SentForm, words: Words): FieldRefusal[] => [
  ...(sent.text('affiliation') ? [] : [{ field: 'affiliation', sentence: words('registration.affiliationMissing') }]),
  ...(sent.text('consents') ? [] : [{ field: 'consents', sentence: words('registration.consentMissing') }]),
]
