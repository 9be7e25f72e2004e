import { useLoaderData } from 'react-router'
import { ALLOCATION_RULE_KINDS } from '#schema/vocabulary/document-list.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  DataTable,
  EmptyState,
  Link,
  LinkButton,
  PageHeader,
  Section,
  Select,
  Stack,
  TextField,
  useWords,
} from '../../ui/index.js'
import { MeetingCrumbs } from '../meetings/index.js'
import { documentsHref } from './documents-address.js'
import type { AllocationRulesData } from './documents.route.js'
import { DocumentForm } from './forms.js'

/** The rules by which documents go under rows, and what they would do before they do it. */
export function AllocationRules() {
  const words = useWords<Words>()
  const { meeting, again } = useLoaderData<AllocationRulesData>()
  const { agenda, allocationRules, allocationPreview: preview } = meeting
  const href = documentsHref(meeting.group, meeting.number)
  const shared = { meetingId: meeting.id, documents: [] }
  const moving = preview?.rows.reduce((sum, { documents }) => sum + documents.length, 0) ?? 0
  const numbers = (documents: readonly { id: string; number: string }[]) =>
    documents.map(({ id, number }, at) => (
      <span key={id}>
        {at > 0 && ', '}
        <Link href={`${href}/${id}`}>{number}</Link>
      </span>
    ))
  const rowName = (row: { number: string; title: string }) => `${row.number} ${row.title}`
  return (
    <>
      <PageHead title={words('documentList.rulesTitle')} isPrivate />
      <MeetingCrumbs meeting={meeting} doing={words('documentList.rules')} />
      <PageHeader
        eyebrow={<span dir="auto">{meeting.title}</span>}
        title={words('documentList.rulesTitle')}
        lead={words('documentList.rulesLead')}
        actions={<LinkButton href={href}>{words('documentList.back')}</LinkButton>}
      />
      <Stack gap={6}>
        <DataTable
          caption={words('documentList.rules')}
          isCaptionHidden
          rows={allocationRules}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'pattern',
              header: words('documentList.pattern'),
              isRowHeader: true,
              cell: ({ pattern }) => <bdi>{pattern}</bdi>,
            },
            {
              id: 'kind',
              header: words('documentList.ruleKind'),
              cell: ({ kind }) => words(`documentList.ruleKind.${kind}`),
            },
            {
              id: 'row',
              header: words('documentList.row'),
              cell: ({ agendaItem }) => agendaItem && <bdi>{rowName(agendaItem)}</bdi>,
            },
            {
              id: 'remove',
              header: '',
              cell: ({ id }) => (
                <DocumentForm act="removeRule" kind="plain" send={words('documentList.removeRule')} {...shared}>
                  <input type="hidden" name="rule" value={id} />
                </DocumentForm>
              ),
            },
          ]}
          empty={<EmptyState title={words('documentList.rulesNone')}>{words('documentList.rulesNoneText')}</EmptyState>}
        />
        <DocumentForm act="addRule" send={words('documentList.addRule')} {...shared}>
          <Select
            name="kind"
            label={words('documentList.ruleKind')}
            options={ALLOCATION_RULE_KINDS.map((value) => ({ value, label: words(`documentList.ruleKind.${value}`) }))}
          />
          <TextField name="pattern" label={words('documentList.pattern')} maxLength={200} isRequired />
          <Select
            name="agendaItemId"
            label={words('documentList.row')}
            options={agenda.map((row) => ({ value: row.id, label: rowName(row) }))}
          />
        </DocumentForm>
        {preview && (
          <Section
            id="preview"
            title={words('documentList.preview')}
            note={preview.leftCount > 0 ? words('documentList.left', { count: preview.leftCount }) : undefined}
            actions={
              !again &&
              preview.leftCount > 0 && (
                <LinkButton size="small" href={`${href}/rules?again=true`}>
                  {words('documentList.again')}
                </LinkButton>
              )
            }
          >
            {moving === 0 ? (
              <EmptyState title={words('documentList.previewNone')}>{words('documentList.previewNoneText')}</EmptyState>
            ) : (
              <>
                <ul className="bullets">
                  {preview.rows.map(({ agendaItem, documents }) => (
                    <li key={agendaItem.id}>
                      <strong dir="auto">{rowName(agendaItem)}</strong>: {numbers(documents)}
                    </li>
                  ))}
                </ul>
                <DocumentForm act="apply" send={words('documentList.apply', { count: moving })} {...shared}>
                  {again && <input type="hidden" name="again" value="true" />}
                </DocumentForm>
              </>
            )}
            {preview.matchSeveral.length > 0 && (
              <>
                <h3>{words('documentList.matchSeveral')}</h3>
                <ul className="bullets">
                  {preview.matchSeveral.map(({ document, agendaItems }) => (
                    <li key={document.id}>
                      {numbers([document])}: <bdi>{agendaItems.map(rowName).join('; ')}</bdi>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {preview.matchNone.length > 0 && (
              <>
                <h3>{words('documentList.matchNone')}</h3>
                <p>{numbers(preview.matchNone)}</p>
              </>
            )}
          </Section>
        )}
        {meeting.lastAllocation && (
          <DocumentForm
            act="undoRun"
            kind="plain"
            send={words('documentList.undoRun', { count: meeting.lastAllocation.count })}
            {...shared}
          >
            <input type="hidden" name="run" value={meeting.lastAllocation.id} />
          </DocumentForm>
        )}
      </Stack>
    </>
  )
}
