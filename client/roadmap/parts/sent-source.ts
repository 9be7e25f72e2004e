import type { SourceInput } from '#schema/generated/operations.js'
import type { SentForm } from '../../app/forms.js'

/** On what the facts of a form rest; null when nothing was said about it, which leaves a source as it is. */
export function sentSource(sent: SentForm): SourceInput | null {
  const confidence = sent.text('confidence') === 'VERIFIED' ? ('VERIFIED' as const) : ('MEMORY' as const)
  const source = sent.optional('source')
  const asOf = sent.optional('asOf')
  const checkAgainOn = sent.optional('checkAgainOn')
  if (confidence === 'MEMORY' && source === null && asOf === null && checkAgainOn === null) return null
  return { source, confidence, asOf, checkAgainOn }
}
