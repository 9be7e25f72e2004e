import type { HeldLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Link, useWords } from '../../../ui/index.js'
import { decisionHref } from './hrefs.js'
import { HeldChips } from './marks.js'
import { holderOf } from './ReservationCard.js'

/** What is held against a decision, where another page names the decision: who, their words, the answer. Nothing where nobody holds anything. */
export function HeldLines({
  decision: { number, reservations },
  group,
}: {
  decision: { number: number; reservations: readonly HeldLineFragment[] }
  group: { slug: string }
}) {
  const words = useWords<Words>()
  if (reservations.length === 0) return null
  return (
    <ul className="lines" aria-label={words('decision.heldOn', { number })}>
      {reservations.map((held) => (
        <li key={held.id}>
          <span className="cluster gap-2 align-center">
            <Link href={`${decisionHref(group, number)}#r-${held.id}`} dir="auto">
              {holderOf(words, held)}
            </Link>
            <HeldChips held={held} />
          </span>
          <span className="block held-text" dir="auto">
            {held.text}
          </span>
          {held.answer && (
            <span className="block held-answer soft">
              {words('decision.answerTitle')}: <bdi>{held.answer}</bdi>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
