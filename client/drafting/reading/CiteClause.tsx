import type { ClauseHeadFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { formatInstant, Section, useWords } from '../../ui/index.js'
import { clauseNameOf } from './clause-name.js'
import type { PlacedTextHead } from './reading.route.js'

/** A line to copy: what it is, of when, where. The address stays, whatever becomes of the clause; number and words may change. */
export function CiteClause({
  text,
  clause,
  address,
  now,
}: {
  text: PlacedTextHead
  clause: ClauseHeadFragment
  /** With scheme and host. */
  address: string
  now: string
}) {
  const words = useWords<Words>()
  const { group, title } = text
  const day = formatInstant(now, group.deadlineZone, words.locale, 'date')
  return (
    <Section id="cite" title={words('reading.cite')} note={words('reading.citeNote')}>
      <p className="cite" dir="auto">
        {words('reading.citation', {
          group: group.name,
          title,
          clause: clauseNameOf(clause, words),
          day,
          address,
        })}
      </p>
    </Section>
  )
}
