import { useLoaderData } from 'react-router'
import { contributionHref } from '#schema/vocabulary/contribution-address.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  DefinitionList,
  EmptyState,
  Link,
  LinkButton,
  PageHeader,
  Section,
  Stack,
  TextField,
  Time,
  Timeline,
  useWords,
} from '../../ui/index.js'
import { MeetingCrumbs } from '../meetings/index.js'
import { DocumentNames, purposeWord } from './columns.js'
import { documentsHref } from './documents-address.js'
import type { DocumentPageData } from './documents.route.js'
import { AllocateForm, DocumentForm, SettleForm } from './forms.js'
import { HandedIn } from './HandedIn.js'
import { LateRevisionChip, StandChip } from './marks.js'

/** One document of a meeting. All that the list does by keys and dialogs is done here by plain forms. */
export function DocumentPage() {
  const words = useWords<Words>()
  const { meeting, document } = useLoaderData<DocumentPageData>()
  const href = documentsHref(meeting.group, meeting.number)
  const zone = meeting.group.deadlineZone
  const contribution = contributionHref(meeting.group.slug, document.number)
  const rows = new Map(meeting.agenda.map((row) => [row.id, `${row.number} ${row.title}`]))
  const shared = { meetingId: meeting.id, documents: [document] }
  const other = (one: { id: string; number: string } | null) =>
    one && <Link href={`${href}/${one.id}`}>{one.number}</Link>
  return (
    <>
      <PageHead title={`${document.number} ${document.title}`} isPrivate />
      <MeetingCrumbs meeting={meeting} doing={words('documentList.title')} />
      <PageHeader
        eyebrow={document.number}
        title={<span dir="auto">{document.title}</span>}
        marks={
          <>
            <StandChip line={document} />
            {document.handedIn?.isLateRevision && <LateRevisionChip />}
          </>
        }
        actions={
          <>
            {document.handedIn && (
              <LinkButton href={`${contribution}#text`} kind="primary">
                {words('documentList.read')}
              </LinkButton>
            )}
            <LinkButton href={href}>{words('documentList.back')}</LinkButton>
          </>
        }
      />
      <DefinitionList
        facts={[
          {
            term: words('documentList.column.handedIn'),
            value: document.handedIn ? (
              <>
                <bdi>{document.handedIn.citedAs}</bdi> <HandedIn line={document} slug={meeting.group.slug} />
              </>
            ) : (
              words('documentList.notYet')
            ),
            note: <Link href={contribution}>{words('documentList.contribution', { number: document.number })}</Link>,
          },
          { term: words('documentList.column.source'), value: document.sources.join(', ') || null },
          {
            term: words('documentList.column.purpose'),
            value: document.purposes.map((purpose) => purposeWord(words, purpose)).join(', ') || null,
          },
          {
            term: words('documentList.row'),
            value:
              [document.agendaItemId, ...document.alsoUnder]
                .map((id) => id && rows.get(id))
                .filter(Boolean)
                .join('; ') || words('documentList.noRow'),
          },
          { term: words('documentList.column.presenter'), value: document.presentedBy },
          { term: words('documentList.column.revisedTo'), value: other(document.revisedTo) },
          { term: words('documentList.column.mergedInto'), value: other(document.mergedInto) },
          {
            term: words('documentList.column.replaces'),
            value: document.replaces.length > 0 ? <DocumentNames names={document.replaces} href={href} /> : null,
          },
          {
            term: words('documentList.column.available'),
            value: document.availableSince ? (
              <Time at={document.availableSince} zone={zone} />
            ) : (
              words('documentList.notYet')
            ),
          },
        ].filter(({ value }) => value !== null)}
      />
      {meeting.viewerMay.includes('EDIT') && (
        <div className="columns">
          <Section id="settle" title={words('documentList.settle')}>
            <Stack gap={8}>
              <SettleForm now={document.result ?? document.progress} {...shared} />
              {document.steps.length > 0 && (
                <DocumentForm act="undo" send={words('documentList.undo')} kind="plain" {...shared} />
              )}
            </Stack>
          </Section>
          <Section id="allocate" title={words('documentList.allocate')}>
            <Stack gap={8}>
              <AllocateForm agenda={meeting.agenda} now={document.agendaItemId} {...shared} />
              {document.agendaItemId && (
                <DocumentForm act="presenter" send={words('documentList.namePresenter')} kind="plain" {...shared}>
                  <TextField
                    name="presentedBy"
                    label={words('documentList.presenter')}
                    defaultValue={document.presentedBy ?? ''}
                    maxLength={300}
                  />
                </DocumentForm>
              )}
            </Stack>
          </Section>
        </div>
      )}
      <Section id="history" title={words('documentList.history')}>
        {document.steps.length === 0 ? (
          <EmptyState title={words('documentList.historyNone')}>{words('documentList.historyNoneText')}</EmptyState>
        ) : (
          <Timeline
            label={words('documentList.history')}
            entries={document.steps.map((step) => {
              const what = words.dynamic(
                step.result ? `documentList.result.${step.result}` : `documentList.progress.${step.progress ?? 'OPEN'}`,
              )
              return {
                id: step.id,
                when: <Time at={step.at} zone={zone} isBare />,
                title: words(step.isUndoing ? 'documentList.step.undone' : 'documentList.step.said', { what }),
                body: (
                  <>
                    <bdi>
                      {step.by ? (step.by.name ?? words('documentList.erased')) : words('documentList.stepBySystem')}
                    </bdi>
                    {step.note && <p dir="auto">{step.note}</p>}
                  </>
                ),
              }
            })}
          />
        )}
      </Section>
    </>
  )
}
