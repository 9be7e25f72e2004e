import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Chip, EmptyState, Link, Section, useWords } from '../../ui/index.js'
import { decisionHref, HeldLines, ReversedChip } from '../decisions/parts/index.js'
import { versionHref } from './address.js'
import type { DeliverableOnPage } from './deliverables.route.js'
import { findingsSaid } from './parts.js'

type Version = DeliverableOnPage['versions'][number]

/** What was frozen, newest first, and what of it the group approved. */
export function Versions({ deliverable }: { deliverable: DeliverableOnPage }) {
  const words = useWords<Words>()
  const { versions, group } = deliverable
  return (
    <Section id="versions" title={words('deliverable.versions')} note={words('deliverable.versionsNote')}>
      {versions.length === 0 ? (
        <EmptyState title={words('deliverable.noVersions')}>{words('deliverable.noVersionsText')}</EmptyState>
      ) : (
        <ul className="lines">
          {versions.map((version) => (
            <li key={version.id}>
              <Link href={versionHref(group, deliverable, version.number)}>
                {words('deliverable.version', { number: version.number })}
              </Link>
              {', '}
              {words('deliverable.frozenOn', { day: formatDay(version.frozenOn, words) })}{' '}
              <Chip
                tone={version.kind === 'APPROVED' ? 'good' : 'quiet'}
                shape={version.kind === 'APPROVED' ? 'full' : 'ring'}
              >
                {words(`deliverable.versionKind.${version.kind}`)}
              </Chip>
              <span className="block soft">
                {[
                  words('deliverable.versionSize', { clauses: version.clauseCount, words: version.wordCount }),
                  findingsSaid(version, words),
                  version.meeting && words('deliverable.agreedAt', { meeting: version.meeting.title }),
                  version.note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <ApprovalLine version={version} group={group} />
              <span className="block hash">
                {words('deliverable.hash')} {version.hash}{' '}
                <Link href={`${versionHref(group, deliverable, version.number)}.json`} download>
                  {words('deliverable.file')}
                </Link>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** By which decision a version was approved, what is held against it, and whether the text had moved on by then; nothing for one that was not. */
export function ApprovalLine({
  version: { approval },
  group,
}: {
  version: Pick<Version, 'approval'>
  group: { slug: string }
}) {
  const words = useWords<Words>()
  if (!approval) return null
  const { approvedOn, decision, textHadChanged } = approval
  return (
    <div>
      {words('deliverable.approvedOn', { day: formatDay(approvedOn, words) })}
      {decision?.meeting ? `, ${decision.meeting.title}` : ''}{' '}
      <span className="fact-note">
        {decision ? (
          <>
            <Link href={decisionHref(group, decision.number)}>
              {words('deliverable.approvedBy', { number: decision.number })}
            </Link>
            {': '}
            <bdi>{decision.text}</bdi>
          </>
        ) : (
          words('deliverable.approvedHidden')
        )}{' '}
        {textHadChanged && words('deliverable.hadChanged')}
      </span>
      {decision && !decision.isStanding && <ReversedChip />}
      {decision && <HeldLines decision={decision} group={group} />}
    </div>
  )
}
