import { useLoaderData } from 'react-router'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { LiveNotice } from '../../common/activity/index.js'
import {
  Breadcrumb,
  Button,
  Chip,
  DataTable,
  DateField,
  EmptyState,
  FormElement,
  Form,
  Link,
  PageHeader,
  Section,
  Stack,
  useWords,
  type Column,
} from '../../ui/index.js'
import type { ReportListData } from './reports.route.js'
import { reportMarks } from './report-marks.js'

type Row = ReportListData['group']['reports'][number]

/** All reports of a group, and where a progress report is made. */
export function ReportList() {
  const words = useWords<Words>()
  const { group } = useLoaderData<ReportListData>()
  const name = group.acronym ?? group.name
  const mayWrite = group.reportsViewerMay.includes('WRITE')
  return (
    <>
      <PageHead
        title={words('report.listOf', { group: name })}
        description={words('report.listLead')}
        canonical={`/groups/${group.slug}/reports`}
        isPrivate={group.visibility !== 'PUBLIC' || group.isExample}
      />
      <Breadcrumb
        crumbs={[
          { label: words('group.groups'), href: '/groups' },
          { label: name, href: `/groups/${group.slug}` },
          { label: words('report.listTitle') },
        ]}
      />
      <PageHeader eyebrow={name} title={words('report.listTitle')} lead={words('report.listLead')} />
      <LiveNotice group={group.slug} />
      <DataTable
        isMain
        caption={words('report.count', { count: group.reports.length })}
        rows={group.reports}
        rowKey={({ id }) => id}
        columns={columnsFor(words, group.slug)}
        empty={
          <EmptyState title={words('report.listNone')}>
            {words(mayWrite ? 'report.listNoneTextWrite' : 'report.listNoneText')}
          </EmptyState>
        }
      />
      {group.nextReportPeriod && <NewProgress period={group.nextReportPeriod} />}
    </>
  )
}

const hrefOf = (slug: string, { meeting, number }: Row) =>
  meeting ? `/groups/${slug}/meetings/${meeting.number}/report` : `/groups/${slug}/reports/${number}`

function columnsFor(words: Words, slug: string): Column<Row>[] {
  const days = (from: string, to: string) =>
    from === to
      ? formatDay(from, words)
      : words('report.period', { from: formatDay(from, words), to: formatDay(to, words) })
  return [
    {
      id: 'title',
      header: words('report.head.title'),
      isRowHeader: true,
      cell: (row) => (
        <Link href={hrefOf(slug, row)}>
          <bdi>{row.title}</bdi>
        </Link>
      ),
    },
    { id: 'kind', header: words('report.head.kind'), cell: ({ kind }) => words(`report.kind.${kind}`) },
    {
      id: 'period',
      header: words('report.head.period'),
      cell: ({ meeting, fromOn, untilOn }) =>
        meeting ? days(meeting.startsOn, meeting.endsOn) : fromOn && untilOn && days(fromOn, untilOn),
    },
    {
      id: 'state',
      header: words('report.head.state'),
      cell: ({ state }) => <Chip {...reportMarks[state]}>{words(`report.state.${state}`)}</Chip>,
    },
    {
      id: 'frozen',
      header: words('report.head.frozen'),
      cell: ({ versions: [last] }) =>
        last
          ? words('report.versionOn', { number: last.number, day: formatDay(last.frozenOn, words) })
          : words('report.notFrozen'),
    },
  ]
}

/** First the period with what lies in it, then the draft. */
function NewProgress({ period }: { period: NonNullable<ReportListData['group']['nextReportPeriod']> }) {
  const words = useWords<Words>()
  const { idempotencyKey } = useLoaderData<ReportListData>()
  const { refusals } = useFormAnswer('progress')
  const { fromOn, untilOn, ...counts } = period
  return (
    <Section id="new" title={words('report.newProgress')} note={words('report.newProgressLead')}>
      <Stack gap={4}>
        <FormElement method="get">
          <Stack gap={4}>
            <div className="side-by-side">
              <DateField
                name="fromOn"
                label={words('report.fromOn')}
                hint={words('report.fromHint')}
                defaultValue={fromOn}
              />
              <DateField
                name="untilOn"
                label={words('report.untilOn')}
                hint={words('report.untilHint')}
                defaultValue={untilOn}
              />
            </div>
            <p>
              <Button type="submit">{words('report.look')}</Button>
            </p>
          </Stack>
        </FormElement>
        <p>
          {words('report.periodHas', {
            from: formatDay(fromOn, words),
            until: formatDay(untilOn, words),
            ...counts,
          })}
        </p>
        <Form
          id="progress"
          method="post"
          refusals={refusals}
          actions={<SubmitButton kind="primary">{words('report.makeProgress')}</SubmitButton>}
        >
          <input type="hidden" name="form" value="progress" />
          <input type="hidden" name="fromOn" value={fromOn} />
          <input type="hidden" name="untilOn" value={untilOn} />
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        </Form>
      </Stack>
    </Section>
  )
}
