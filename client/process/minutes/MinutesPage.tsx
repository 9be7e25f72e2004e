import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  DataTable,
  EmptyState,
  Form,
  Link,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Stack,
  Time,
  useWords,
  type Column,
} from '../../ui/index.js'
import { MeetingCrumbs, meetingHref } from '../meetings/index.js'
import type { MinutesData } from './minutes.route.js'

type Opened = NonNullable<MinutesData['meeting']['minutes']>
type Kept = Opened['records'][number]

/** The minutes of one meeting: where they are written and read, and what they put on record. */
export function MinutesPage() {
  const words = useWords<Words>()
  const { meeting } = useLoaderData<MinutesData>()
  const { group, number, title, zone, minutes, state } = meeting
  const text = minutes && `/groups/${group.slug}/documents/${minutes.document.id}`
  return (
    <>
      <PageHead title={words('minutes.titleOf', { meeting: title })} isPrivate />
      <MeetingCrumbs meeting={meeting} doing={words('minutes.title')} />
      <PageHeader
        eyebrow={title}
        title={words('minutes.title')}
        actions={
          text && (
            <>
              <LinkButton href={`${text}/read`}>{words('minutes.read')}</LinkButton>
              {minutes.document.viewerMay.includes('EDIT') && (
                <LinkButton href={text} kind="primary">
                  {words('minutes.write')}
                </LinkButton>
              )}
            </>
          )
        }
      />
      {minutes ? (
        <Stack gap={6}>
          {minutes.document.frozenAt && (
            <Notice kind="info" title={words('minutes.frozen')}>
              {words('minutes.frozenText')}
            </Notice>
          )}
          <Records minutes={minutes} slug={group.slug} number={number} />
          <Versions minutes={minutes} zone={zone} href={`${meetingHref(group, number)}/minutes`} />
        </Stack>
      ) : (
        <None
          mayOpen={group.decisionsViewerMay.includes('RECORD') && !['CANCELLED', 'CLOSED'].includes(state)}
          href={`${meetingHref(group, number)}/minutes`}
        />
      )}
    </>
  )
}

function None({ mayOpen, href }: { mayOpen: boolean; href: string }) {
  const words = useWords<Words>()
  const { idempotencyKey } = useLoaderData<MinutesData>()
  const { refusals } = useFormAnswer('open')
  if (!mayOpen) return <EmptyState title={words('minutes.none')}>{words('minutes.noneText')}</EmptyState>
  return (
    <EmptyState title={words('minutes.none')}>
      <Stack gap={4}>
        <p>{words('minutes.openLead')}</p>
        <Form
          id="open"
          method="post"
          action={href}
          refusals={refusals}
          actions={<SubmitButton kind="primary">{words('minutes.open')}</SubmitButton>}
        >
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        </Form>
      </Stack>
    </EmptyState>
  )
}

/** The minutes as they were whenever the meeting was closed, with what anybody needs to check them. */
function Versions({ minutes: { versions }, zone, href }: { minutes: Opened; zone: string; href: string }) {
  const words = useWords<Words>()
  if (versions.length === 0) return null
  return (
    <Section id="versions" title={words('minutes.versions')} note={words('minutes.versionsNote')}>
      <ul className="lines">
        {versions.map(({ id, number, frozenAt, hash, clauseCount, wordCount, isIntact, textHasChanged }) => (
          <li key={id}>
            <strong>{words('minutes.version', { number })}</strong> <Time at={frozenAt} zone={zone} />
            <span className="block soft">
              {words('minutes.versionSize', { clauses: clauseCount, words: wordCount })}
              {textHasChanged && ` · ${words('minutes.textSince')}`}
            </span>
            {!isIntact && <Notice kind="bad">{words('minutes.notIntact')}</Notice>}
            <span className="block hash">
              {words('minutes.hash')} {hash}{' '}
              <Link href={`${href}/versions/${number}.json`} download>
                {words('minutes.file')}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Records({ minutes, slug, number }: { minutes: Opened; slug: string; number: number }) {
  const words = useWords<Words>()
  const { records } = minutes
  const lost = records.filter(({ isInText }) => !isInText)
  const mayWrite = minutes.document.viewerMay.includes('EDIT')
  return (
    <Stack gap={6}>
      {lost.length > 0 && (
        <Notice kind="attention" title={words('minutes.gone', { count: lost.length })}>
          {words('minutes.goneText', { count: lost.length })}
        </Notice>
      )}
      <DataTable
        isMain
        caption={words('minutes.kept', { count: records.length })}
        rows={records}
        rowKey={({ id }) => id}
        columns={columnsFor(words, slug, number, mayWrite ? minutes.document.id : null)}
        empty={<EmptyState title={words('minutes.noRecords')}>{words('minutes.noRecordsText')}</EmptyState>}
      />
    </Stack>
  )
}

/** The row that a record is, where the viewer may see it. */
function RowOf({ one, slug, meeting }: { one: Kept; slug: string; meeting: number }) {
  const words = useWords<Words>()
  const { kind, decision, reservation, action } = one
  if (decision) {
    const name = words('record.nameOfDecision', { number: decision.number })
    return <Link href={`/groups/${slug}/decisions/${decision.number}`}>{name}</Link>
  }
  if (action) {
    const name = words('record.nameOfAction', { number: action.number })
    return <Link href={`/groups/${slug}/actions/${action.number}`}>{name}</Link>
  }
  const name = words(`record.kind.${kind}`)
  if (reservation) return <Link href={`/groups/${slug}/reservations#r-${reservation.id}`}>{name}</Link>
  if (kind === 'ATTENDANCE') return <Link href={`/groups/${slug}/meetings/${meeting}/attendance`}>{name}</Link>
  if (kind === 'PATENT_QUESTION') return <Link href={`/groups/${slug}/meetings/${meeting}/patents`}>{name}</Link>
  return name
}

function columnsFor(words: Words, slug: string, meeting: number, document: string | null): Column<Kept>[] {
  return [
    {
      id: 'what',
      header: words('minutes.column.what'),
      isRowHeader: true,
      cell: (one) => <RowOf one={one} slug={slug} meeting={meeting} />,
    },
    { id: 'text', header: words('minutes.column.text'), cell: ({ text }) => <span dir="auto">{text}</span> },
    {
      id: 'outcome',
      header: words('minutes.column.outcome'),
      cell: ({ kind, outcome }) => words.dynamic(`record.outcome.${kind}.${outcome}`),
    },
    {
      id: 'holder',
      header: words('minutes.column.holder'),
      cell: ({ holder, due }) =>
        (holder !== '' || due !== '') && (
          <>
            {holder !== '' && <bdi>{holder}</bdi>} {due !== '' && words('record.by', { due })}
          </>
        ),
    },
    {
      id: 'where',
      header: words('minutes.column.where'),
      cell: (one) =>
        one.isInText ? (
          words('minutes.inText')
        ) : document ? (
          <PutBack one={one} document={document} />
        ) : (
          words('minutes.lost')
        ),
    },
  ]
}

function PutBack({ one, document }: { one: Kept; document: string }) {
  const words = useWords<Words>()
  const { refusals } = useFormAnswer(`put-back-${one.id}`)
  return (
    <Form
      id={`put-back-${one.id}`}
      method="post"
      refusals={refusals}
      actions={<SubmitButton size="small">{words('minutes.putBack')}</SubmitButton>}
    >
      <input type="hidden" name="document" value={document} />
      <input type="hidden" name="record" value={one.id} />
    </Form>
  )
}
