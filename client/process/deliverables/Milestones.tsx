import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Day, EmptyState, LinkButton, Section, Timeline, useWords } from '../../ui/index.js'
import { deliverableHref } from './address.js'
import type { DeliverableOnPage } from './deliverables.route.js'
import { milestoneName, Overdue, slipSaid } from './parts.js'

/** By when what is to be done, and how far it has slipped. */
export function Milestones({ deliverable }: { deliverable: DeliverableOnPage }) {
  const words = useWords<Words>()
  const { milestones, viewerMay, group } = deliverable
  const plan = viewerMay.includes('EDIT') && (
    <LinkButton size="small" href={`${deliverableHref(group, deliverable)}/plan`}>
      {words('deliverable.addMilestone')}
    </LinkButton>
  )
  return (
    <Section
      id="milestones"
      title={words('deliverable.milestones')}
      note={words('deliverable.milestonesNote')}
      actions={milestones.length > 0 && plan}
    >
      {milestones.length === 0 ? (
        <EmptyState title={words('deliverable.noMilestones')} action={plan}>
          {words('deliverable.noMilestonesText')}
        </EmptyState>
      ) : (
        <Timeline
          label={words('deliverable.milestones')}
          entries={milestones.map((milestone) => ({
            id: milestone.id,
            when: <Day on={milestone.plannedOn} />,
            title: (
              <>
                {milestoneName(milestone, words)} {milestone.isOverdue && <Overdue />}
              </>
            ),
            body: (
              <>
                {[
                  milestone.doneOn && words('deliverable.done', { day: formatDay(milestone.doneOn, words) }),
                  slipSaid(milestone, words),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {milestone.slips.map(({ id, from, to, reason }) => (
                  <span key={id} className="block soft" dir="auto">
                    {words('deliverable.slipFrom', { from: formatDay(from, words), to: formatDay(to, words), reason })}
                  </span>
                ))}
              </>
            ),
            isPlanned: milestone.doneOn === null,
            tone: milestone.doneOn ? 'good' : milestone.isOverdue ? 'attention' : 'quiet',
          }))}
        />
      )}
    </Section>
  )
}
