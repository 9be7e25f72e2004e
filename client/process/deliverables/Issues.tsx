import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Disclosure, EmptyState, LinkButton, Section, useWords } from '../../ui/index.js'
import { deliverableHref } from './address.js'
import type { DeliverableOnPage } from './deliverables.route.js'

/** What is still open in it, and what was. */
export function Issues({ deliverable }: { deliverable: DeliverableOnPage }) {
  const words = useWords<Words>()
  const { issues, viewerMay, group } = deliverable
  const open = issues.filter(({ settledOn }) => settledOn === null)
  const settled = issues.filter(({ settledOn }) => settledOn !== null)
  const raise = viewerMay.includes('EDIT') && (
    <LinkButton size="small" href={`${deliverableHref(group, deliverable)}/plan#raise`}>
      {words('deliverable.raise')}
    </LinkButton>
  )
  return (
    <Section
      id="issues"
      title={words('deliverable.issues')}
      note={words('deliverable.issuesNote')}
      actions={open.length > 0 && raise}
    >
      {open.length === 0 ? (
        <EmptyState title={words('deliverable.noIssues')} action={raise}>
          {words('deliverable.noIssuesText')}
        </EmptyState>
      ) : (
        <ol className="lines">
          {open.map(({ id, number, text, raisedOn }) => (
            <li key={id} value={number}>
              {number}. <span dir="auto">{text}</span>
              <span className="fact-note">{words('deliverable.raisedOn', { day: formatDay(raisedOn, words) })}</span>
            </li>
          ))}
        </ol>
      )}
      {settled.length > 0 && (
        <Disclosure summary={words('deliverable.settled', { count: settled.length })}>
          <ol className="lines">
            {settled.map(({ id, number, text, settledOn, settledHow }) => (
              <li key={id} value={number}>
                {number}. <span dir="auto">{text}</span>
                <span className="fact-note" dir="auto">
                  {words('deliverable.settledOn', { day: formatDay(settledOn!, words), how: settledHow! })}
                </span>
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </Section>
  )
}
