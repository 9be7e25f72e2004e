import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ChangeForm } from '../../roadmap/parts/index.js'
import { Checkbox, Chip, Disclosure, EmptyState, LinkButton, Notice, Section, Stack, useWords } from '../../ui/index.js'
import type { ReportData, ReportShown } from './report-data.js'
import { ReportHead } from './ReportHead.js'

type Seen = NonNullable<ReportShown['draft']>['sections'][number]

/** What has changed in the records, clause by clause, and which clauses are written anew. Nobody's words are given up unasked. [RP-3] */
export function RenewPage() {
  const words = useWords<Words>()
  const { report, meeting, href } = useLoaderData<ReportData>()
  const outdated = report.draft!.sections.filter(({ isOutdated }) => isOutdated)
  return (
    <>
      <PageHead title={words('report.renew')} isPrivate />
      <ReportHead
        report={report}
        meeting={meeting}
        href={href}
        doing={words('report.renew')}
        lead={outdated.length > 0 ? words('report.renewLead') : undefined}
      />
      {outdated.length === 0 ? (
        <EmptyState
          title={words('report.renewNothing')}
          action={<LinkButton href={href}>{words('report.back')}</LinkButton>}
        >
          {words('report.renewNothingText')}
        </EmptyState>
      ) : (
        <ChangeForm
          name="renew"
          send={words('report.renewNow')}
          backTo={href}
          revision={report.revision}
          ticks={outdated.map(({ key }) => `write-${key}`)}
        >
          <input type="hidden" name="id" value={report.id} />
          {outdated.map((section) => (
            <OneClause key={section.key} section={section} />
          ))}
        </ChangeForm>
      )}
    </>
  )
}

function OneClause({ section: { key, heading, isEdited, before, after } }: { section: Seen }) {
  const words = useWords<Words>()
  return (
    <Section
      level={3}
      id={key.toLowerCase()}
      title={
        <>
          {heading}{' '}
          {isEdited && (
            <Chip tone="attention" shape="triangle">
              {words('report.renewEditedMark')}
            </Chip>
          )}
        </>
      }
    >
      <Stack gap={3}>
        {isEdited && <Notice kind="attention">{words('report.renewEdited')}</Notice>}
        <Checkbox
          name={isEdited ? `overwrite-${key}` : `write-${key}`}
          value="true"
          defaultChecked={!isEdited}
          label={words(isEdited ? 'report.renewOverwrite' : 'report.renewTick', { heading })}
        />
        <Disclosure summary={words('report.renewBefore')}>
          <Lines lines={before} />
        </Disclosure>
        <p className="soft">{words('report.renewAfter')}</p>
        <Lines lines={after} />
      </Stack>
    </Section>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  const words = useWords<Words>()
  if (lines.length === 0) return <p>{words('report.renewNothingSaid')}</p>
  return (
    <Stack gap={2}>
      {lines.map((line, at) => (
        <p key={at} dir="auto">
          {line}
        </p>
      ))}
    </Stack>
  )
}
