import type { ReactNode } from 'react'
import type { Words } from '#schema/words/index.js'
import { formatDay } from '#schema/words/dates.js'
import { Breadcrumb, Chip, PageHeader, useWords } from '../../ui/index.js'
import { MeetingCrumbs } from '../meetings/index.js'
import type { ReportData } from './report-data.js'
import { reportMarks } from './report-marks.js'

/** Where one is: the group, the meeting or its reports, this one; and what it is called. */
export function ReportHead({
  report,
  meeting,
  href,
  doing,
  lead,
  actions,
}: Omit<ReportData, 'idempotencyKey'> & { doing?: string; lead?: ReactNode; actions?: ReactNode }) {
  const words = useWords<Words>()
  const { group, title, kind, state, fromOn, untilOn } = report
  const period = fromOn && untilOn
  return (
    <>
      {meeting ? (
        <MeetingCrumbs meeting={meeting} doing={doing ?? words('report.title')} />
      ) : (
        <Breadcrumb
          crumbs={[
            { label: words('group.groups'), href: '/groups' },
            { label: group.acronym ?? group.name, href: `/groups/${group.slug}` },
            { label: words('report.listTitle'), href: `/groups/${group.slug}/reports` },
            doing ? { label: title, href } : { label: title },
            ...(doing ? [{ label: doing }] : []),
          ]}
        />
      )}
      <PageHeader
        eyebrow={[
          group.acronym ?? group.name,
          words(`report.kind.${kind}`),
          period && words('report.period', { from: formatDay(fromOn, words), to: formatDay(untilOn, words) }),
        ]
          .filter(Boolean)
          .join(' · ')}
        title={<span dir="auto">{doing ?? title}</span>}
        marks={<Chip {...reportMarks[state]}>{words(`report.state.${state}`)}</Chip>}
        lead={lead}
        actions={actions}
      />
    </>
  )
}
