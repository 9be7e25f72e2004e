import type { SentForm } from '../../app/forms.js'
import type { FieldRefusal } from '../../ui/index.js'

/** What is missing, as refusals beside the fields: `missing(sent, words('…'), 'reason')`. */
export const missing = (sent: SentForm, sentence: string, ...fields: readonly string[]): FieldRefusal[] =>
  fields.filter((field) => !sent.text(field)).map((field) => ({ field, sentence }))
