import { useLoaderData, useLocation } from 'react-router'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { useRunning } from '../../app/use-running.js'
import { LiveNotice } from '../../common/activity/index.js'
import { DataTable, DefinitionList, Link, LinkButton, Notice, Section, useWords } from '../../ui/index.js'
import { runningOf, showsDraft, type ReportData, type ReportShown } from './report-data.js'
import { ReportHead } from './ReportHead.js'
import { ReportText } from './ReportText.js'

/** A report as it was frozen, or as it is being written (`?view=draft`); an older version by its number (`?version=1`). */
export function ReportPage() {
  const { report, meeting, href } = useLoaderData<ReportData>()
  const { search } = useLocation()
  const words = useWords<Words>()
  const isDraft = showsDraft(report, search)
  const version = isDraft ? null : report.version
  useRunning(runningOf(report, search, words))
  return (
    <>
      <PageHead
        title={report.title}
        canonical={href}
        isPrivate={!version || report.visibility !== 'PUBLIC' || report.group.isExample}
        {...(version && {
          description: words('report.description', {
            title: report.title,
            number: version.number,
            day: formatDay(version.frozenOn, words),
          }),
        })}
      />
      <ReportHead report={report} meeting={meeting} href={href} actions={<Actions {...{ report, href, isDraft }} />} />
      <LiveNotice objectId={report.id} />
      {isDraft ? (
        <Draft report={report} meeting={meeting} href={href} />
      ) : (
        version && <Frozen report={report} version={version} href={href} />
      )}
    </>
  )
}

/** What one can do with it, and the other of draft and frozen text. */
function Actions({ report, href, isDraft }: { report: ReportShown; href: string; isDraft: boolean }) {
  const words = useWords<Words>()
  const { draft, version, group, state } = report
  if (!draft) return null
  return (
    <>
      <LinkButton href={`/groups/${group.slug}/documents/${draft.document.id}`} kind={isDraft ? 'plain' : 'quiet'}>
        {words('report.write')}
      </LinkButton>
      {state !== 'FROZEN' && (
        <LinkButton href={`${href}/freeze`} kind="primary">
          {words(version ? 'report.freezeAgain' : 'report.freeze')}
        </LinkButton>
      )}
      <LinkButton href={`${href}/renew`}>{words('report.renew')}</LinkButton>
      {version && (
        <LinkButton href={isDraft ? href : `${href}?view=draft`} kind="quiet">
          {words(isDraft ? 'report.toFrozen' : 'report.toDraft')}
        </LinkButton>
      )}
    </>
  )
}

function Draft({ report, meeting, href }: Omit<ReportData, 'idempotencyKey'>) {
  const words = useWords<Words>()
  const draft = report.draft!
  const where = words(meeting ? 'report.whereMeeting' : 'report.whereGroup')
  return (
    <>
      <div className="spaced">
        <Notice kind="attention" title={words('report.draftTitle')}>
          {words('report.draftText', { where })}
        </Notice>
      </div>
      <RecordsNotice report={report} href={href} />
      <ReportText clauses={draft.clauses} title={report.title} href={href} />
      <Section id="names" title={words('report.namesTitle')} note={words('report.namesNote')}>
        <DataTable
          caption={words('report.namesTitle')}
          rows={draft.people}
          rowKey={({ sign }) => sign}
          columns={[
            {
              id: 'sign',
              header: words('report.names.sign'),
              isRowHeader: true,
              cell: ({ sign }) => <code>{sign}</code>,
            },
            { id: 'name', header: words('report.names.name'), cell: ({ name }) => <bdi>{name}</bdi> },
          ]}
        />
      </Section>
    </>
  )
}

/** The records have moved on since the draft was written from them. */
function RecordsNotice({ report, href }: { report: ReportShown; href: string }) {
  const words = useWords<Words>()
  const count = report.draft?.sections.filter(({ isOutdated }) => isOutdated).length ?? 0
  if (count === 0) return null
  return (
    <div className="spaced">
      <Notice
        kind="info"
        title={words('report.recordsTitle', { count })}
        actions={<Link href={`${href}/renew`}>{words('report.renew')}</Link>}
      >
        {words('report.recordsText')}
      </Notice>
    </div>
  )
}

function Frozen({
  report,
  version,
  href,
}: {
  report: ReportShown
  version: NonNullable<ReportShown['version']>
  href: string
}) {
  const words = useWords<Words>()
  const { number, frozenOn, frozenBy, hash, isIntact, approval, reason, clauses } = version
  const last = report.versions[0]!
  const others = report.versions.filter((one) => one.number !== number)
  const day = formatDay(frozenOn, words)
  return (
    <>
      {last.number !== number && (
        <div className="spaced">
          <Notice
            kind="attention"
            title={words('report.olderTitle')}
            actions={<Link href={href}>{words('report.toLast')}</Link>}
          >
            {words('report.olderText', { number: last.number })}
          </Notice>
        </div>
      )}
      {report.draft && report.state === 'REVISED' && (
        <div className="spaced">
          <Notice kind="attention" title={words('report.revisedTitle')}>
            {words('report.revisedText', { number: last.number })}
          </Notice>
        </div>
      )}
      {!isIntact && (
        <div className="spaced">
          <Notice kind="bad">{words('report.notIntact')}</Notice>
        </div>
      )}
      <Section id="about" title={words('report.facts')}>
        <DefinitionList
          facts={[
            { term: words('report.versionTerm'), value: words('report.version', { number }) },
            {
              term: words('report.frozenTerm'),
              value: frozenBy
                ? words('report.frozenBy', { day, name: frozenBy.name ?? words('report.former') })
                : words('report.frozenOn', { day }),
            },
            { term: words('report.approvalTerm'), value: approval && words(`report.approval.${approval}`) },
            { term: words('report.reasonTerm'), value: reason && <span dir="auto">{reason}</span> },
            {
              term: words('report.hash'),
              value: <span className="hash">{hash}</span>,
              note: isIntact ? words('report.intact') : undefined,
            },
          ]}
        />
      </Section>
      <ReportText clauses={clauses} title={version.title} href={`${href}?version=${number}`} />
      {others.length > 0 && (
        <Section id="versions" title={words('report.otherVersions')} note={words('report.otherVersionsNote')}>
          <ul className="bullets">
            {others.map((one) => (
              <li key={one.number}>
                <Link href={`${href}?version=${one.number}`}>
                  {words('report.versionOn', { number: one.number, day: formatDay(one.frozenOn, words) })}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
