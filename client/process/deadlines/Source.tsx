import type { KeyDateRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Unconfirmed, useWords } from '../../ui/index.js'

/** Rule, document and clause on which a date stands, and how well they are known. Empty for a date that only a person set. */
export function Source({ date: { ruleId, citation } }: { date: Pick<KeyDateRowFragment, 'ruleId' | 'citation'> }) {
  const words = useWords<Words>()
  if (!citation) return null
  const where = citation.clause
    ? words('meeting.clause', { document: citation.document, clause: citation.clause })
    : citation.document
  const text = ruleId ? words('meeting.rule', { ruleId, where }) : where
  return (
    <span className="soft">
      {citation.basis === 'MEMORY' ? (
        <Unconfirmed>{text}</Unconfirmed>
      ) : (
        <span title={words(`meeting.basis.${citation.basis}`)}>{text}</span>
      )}
      {citation.basis === 'PRODUCT' && ` (${words('meeting.ourOwn')})`}
    </span>
  )
}
