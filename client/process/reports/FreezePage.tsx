import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ChangeForm } from '../../roadmap/parts/index.js'
import { RadioGroup, Section, TextArea, useWords } from '../../ui/index.js'
import type { ReportData } from './report-data.js'
import { ReportHead } from './ReportHead.js'
import { ReportText } from './ReportText.js'

/** Freezes a report, with all of its text in sight. [RP-4] */
export function FreezePage() {
  const words = useWords<Words>()
  const { report, meeting, href, idempotencyKey } = useLoaderData<ReportData>()
  const draft = report.draft!
  const isFirst = report.versions.length === 0
  const title = words(isFirst ? 'report.freeze' : 'report.freezeAgain')
  const where = words(meeting ? 'report.whereMeeting' : 'report.whereGroup')
  return (
    <>
      <PageHead title={title} isPrivate />
      <ReportHead
        report={report}
        meeting={meeting}
        href={href}
        doing={title}
        lead={words('report.freezeLead', { where })}
      />
      <ChangeForm name="freeze" send={words('report.freezeNow')} backTo={href} idempotencyKey={idempotencyKey}>
        <input type="hidden" name="id" value={report.id} />
        <input type="hidden" name="expectedText" value={draft.textVersion} />
        {meeting && (
          <RadioGroup
            name="approval"
            label={words('report.approvalField')}
            hint={words('report.approvalHint')}
            defaultValue={meeting.state === 'RUNNING' ? 'AT_MEETING' : 'BY_CHAIR'}
            choices={(['AT_MEETING', 'BY_CHAIR'] as const).map((value) => ({
              value,
              label: words(`report.approval.${value}`),
            }))}
          />
        )}
        {!isFirst && (
          <TextArea
            name="reason"
            label={words('report.reasonField')}
            hint={words('report.reasonHint')}
            rows={2}
            maxLength={1000}
            isRequired
          />
        )}
      </ChangeForm>
      <Section id="text" title={words('report.freezeText')}>
        <ReportText clauses={draft.clauses} title={report.title} href={href} />
      </Section>
    </>
  )
}
