import type { MeetingDecisionsFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { EmptyState, Link, LinkButton, Section, useWords } from '../../../ui/index.js'
import { DecisionTable } from './DecisionTable.js'
import { decisionsHref, reservationsHref } from './hrefs.js'
import { HeldChips } from './marks.js'
import { holderOf } from './ReservationCard.js'

interface OfMeeting extends MeetingDecisionsFragment {
  readonly number: number
  readonly state: string
  readonly group: { readonly slug: string; readonly decisionsViewerMay: readonly string[] }
}

/** On the page of a meeting: what it decided, and what is held against what is still to be decided. */
export function MeetingDecisions({ meeting }: { meeting: OfMeeting }) {
  const words = useWords<Words>()
  const { group, number, decisions, reservations, state } = meeting
  const may = group.decisionsViewerMay
  const open = reservations.filter((held) => !held.decision && held.state !== 'WITHDRAWN')
  const takesPlace = state !== 'CANCELLED'
  return (
    <Section
      id="decisions"
      title={words('decision.onMeeting')}
      note={words('decision.onMeetingNote')}
      actions={
        takesPlace && (
          <>
            {may.includes('RESERVE') && (
              <LinkButton size="small" href={`${reservationsHref(group)}/new?meeting=${number}`}>
                {words('decision.enter')}
              </LinkButton>
            )}
            {may.includes('RECORD') && (
              <LinkButton size="small" href={`${decisionsHref(group)}/new?meeting=${number}`}>
                {words('decision.record')}
              </LinkButton>
            )}
          </>
        )
      }
    >
      <DecisionTable
        group={group}
        decisions={decisions}
        caption={words('decision.count', { count: decisions.length })}
        isOfMeeting
        empty={<EmptyState title={words('decision.onMeetingNone')}>{words('decision.noneText')}</EmptyState>}
      />
      {open.length > 0 && (
        <section aria-labelledby="open-held" className="spaced">
          <h3 id="open-held">{words('decision.heldOpen')}</h3>
          <p className="soft">{words('decision.heldOpenNote')}</p>
          <ul className="lines">
            {open.map((held) => (
              <li key={held.id}>
                <Link href={`${reservationsHref(group)}#r-${held.id}`} dir="auto">
                  {words('decision.objectionOf', { holder: holderOf(words, held), text: held.text })}
                </Link>{' '}
                <HeldChips held={held} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Section>
  )
}
