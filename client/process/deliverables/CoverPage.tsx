import { useLoaderData } from 'react-router'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { DefinitionList, Link, LinkButton, PageHeader, Prose, Section, useWords } from '../../ui/index.js'
import { deliverableHref, versionHref } from './address.js'
import { DeliverableCrumbs } from './DeliverableCrumbs.js'
import type { CoverData } from './deliverables.route.js'
import { sizeSaid } from './parts.js'
import { latenessSaid, meetingSaid } from './Transmissions.js'

/** The covering note of a transmission, as it is printed and laid on top. */
export function CoverPage() {
  const words = useWords<Words>()
  const { deliverable, transmission: sent } = useLoaderData<CoverData>()
  const { group, code, title } = deliverable
  const version = deliverable.versions.find(({ number }) => number === sent.version?.number)
  const heading = words('deliverable.coverTitle', { number: sent.number })
  const approvedOn = version?.approval?.approvedOn
  return (
    <>
      <PageHead title={`${heading} · ${code ?? title}`} isPrivate={group.visibility !== 'PUBLIC' || group.isExample} />
      <DeliverableCrumbs group={group} deliverable={deliverable} doing={heading} />
      <PageHeader
        eyebrow={[group.name, code].filter(Boolean).join(' · ')}
        title={title}
        lead={heading}
        actions={
          <>
            {sent.packageUrl && (
              <LinkButton href={sent.packageUrl}>
                {words('deliverable.package', { size: sizeSaid(sent.packageBytes, words.locale) })}
              </LinkButton>
            )}
            <LinkButton href={deliverableHref(group, deliverable)} kind="quiet">
              {words('deliverable.backToIt')}
            </LinkButton>
          </>
        }
      />
      <DefinitionList
        facts={[
          { term: words('deliverable.cover.kind'), value: words(`deliverable.transmission.${sent.kind}`) },
          { term: words('deliverable.cover.sentOn'), value: formatDay(sent.sentOn, words) },
          { term: words('deliverable.cover.meeting'), value: meetingSaid(sent, words) },
          { term: words('deliverable.cover.late'), value: latenessSaid(sent, words) },
          { term: words('deliverable.cover.question'), value: deliverable.targetQuestion },
          {
            term: words('deliverable.cover.product'),
            value:
              deliverable.intendedProduct === 'UNKNOWN'
                ? null
                : words(`deliverable.product.${deliverable.intendedProduct}`),
          },
          {
            term: words('deliverable.cover.version'),
            value: version && (
              <Link href={versionHref(group, deliverable, version.number)}>
                {words('deliverable.cover.frozen', {
                  number: version.number,
                  on: formatDay(version.frozenOn, words),
                })}
              </Link>
            ),
          },
          { term: words('deliverable.cover.approved'), value: approvedOn && formatDay(approvedOn, words) },
          {
            term: words('deliverable.cover.hash'),
            value: version && <span className="hash">{version.hash}</span>,
          },
        ]}
      />
      {sent.note && (
        <Section id="note" title={words('deliverable.coverNote')}>
          <Prose>
            {sent.note.split(/\n{2,}/).map((paragraph, at) => (
              <p key={at}>{paragraph}</p>
            ))}
          </Prose>
        </Section>
      )}
      <Section id="open" title={words('deliverable.issues')}>
        {sent.openIssues.length === 0 ? (
          <p>{words('deliverable.openIssuesCount', { count: 0 })}</p>
        ) : (
          <ol className="lines">
            {sent.openIssues.map(({ number, text, raisedOn }) => (
              <li key={number} value={number}>
                {number}. <span dir="auto">{text}</span>
                <span className="fact-note">{words('deliverable.raisedOn', { day: formatDay(raisedOn, words) })}</span>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  )
}
