import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { LiveNotice } from '../../common/activity/index.js'
import { EmptyState, Form, PageHeader, Stack, useWords } from '../../ui/index.js'
import { MeetingCrumbs } from '../meetings/index.js'
import type { MeetingReportData } from './reports.route.js'
import { ReportPage } from './ReportPage.js'

/** The report of a meeting, or what to do while there is none. */
export function MeetingReportPage() {
  const { report } = useLoaderData<MeetingReportData>()
  return report ? <ReportPage /> : <NoReport />
}

function NoReport() {
  const words = useWords<Words>()
  const { meeting, href, idempotencyKey } = useLoaderData<MeetingReportData>()
  const { refusals } = useFormAnswer('make')
  const hasBegun = !['PLANNED', 'ANNOUNCED', 'CANCELLED'].includes(meeting.state)
  const mayMake = meeting.reportViewerMay.includes('WRITE')
  return (
    <>
      <PageHead title={`${words('report.title')}, ${meeting.title}`} isPrivate />
      <MeetingCrumbs meeting={meeting} doing={words('report.title')} />
      <PageHeader eyebrow={<span dir="auto">{meeting.title}</span>} title={words('report.title')} />
      <LiveNotice objectId={meeting.id} />
      <EmptyState title={words('report.none')}>
        {!hasBegun ? (
          words('report.noneBefore')
        ) : !mayMake ? (
          words('report.noneText')
        ) : (
          <Stack gap={4}>
            <p>{words('report.noneWriteText')}</p>
            <Form
              id="make"
              method="post"
              action={href}
              refusals={refusals}
              actions={<SubmitButton kind="primary">{words('report.make')}</SubmitButton>}
            >
              <input type="hidden" name="form" value="make" />
              <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
            </Form>
          </Stack>
        )}
      </EmptyState>
    </>
  )
}
