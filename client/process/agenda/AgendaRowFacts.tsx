import type { ReactNode } from 'react'
import type {
  AgendaMeetingFragment,
  AgendaOutcome,
  AgendaProgress,
  AgendaRowFragment,
  AgendaSubjectLinkFragment,
} from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Chip, Link, useWords } from '../../ui/index.js'
import { meetingHref } from '../meetings/index.js'
import { agendaHref } from './agenda-address.js'
import { outcomeMarks, progressMarks } from './agenda-marks.js'
import { inHours } from './hours.js'

/** What came of a row; where nothing did yet, how far the meeting is. Before the meeting there is nothing to say. */
export function OutcomeChip({ outcome, progress }: { outcome: AgendaOutcome | null; progress: AgendaProgress }) {
  const words = useWords<Words>()
  if (outcome) return <Chip {...outcomeMarks[outcome]}>{words(`agenda.outcome.${outcome}`)}</Chip>
  if (progress === 'NOT_BEGUN') return null
  return <Chip {...progressMarks[progress]}>{words(`agenda.progress.${progress}`)}</Chip>
}

/** What a row is about: its kind, and its name as a link. */
export function SubjectLink({ subject }: { subject: AgendaSubjectLinkFragment }) {
  const words = useWords<Words>()
  const label = <bdi>{subject.label ?? subject.id}</bdi>
  return (
    <span>
      <span className="soft">{words(`agenda.subjectKind.${subject.kind}`)} </span>
      {subject.href ? <Link href={subject.href}>{label}</Link> : label}
    </span>
  )
}

/** Minutes as people say them: "1 h 30 min". */
export function Duration({ minutes }: { minutes: number }) {
  const words = useWords<Words>()
  return <>{words('agenda.duration', inHours(minutes)).trim() || words('agenda.minutes', { minutes: 0 })}</>
}

/** Who presents, in words. */
export const presenterOf = (
  row: { presentedBy?: { name?: string | null } | null; presenter?: string | null },
  words: Words,
): string | null => (row.presentedBy ? (row.presentedBy.name ?? words('agenda.erased')) : (row.presenter ?? null))

/** A document at hand: its page, and the way to what was handed in. [WA-1] */
export function DocumentLine({
  document,
  target,
  children,
}: {
  document: AgendaRowFragment['documents'][number]
  target: '_blank' | undefined
  /** What else is said of it. */
  children?: ReactNode
}) {
  const words = useWords<Words>()
  const { number, title, href, readHref, file } = document
  const name = number ?? title
  return (
    <li>
      {href ? (
        <Link href={href} target={target}>
          {name}
        </Link>
      ) : (
        name
      )}
      {number && <span dir="auto"> {title}</span>}
      {children}
      {readHref && (
        <>
          {' '}
          <Link href={readHref} target={target} aria-label={words('agenda.readDocument', { name })}>
            {words('agenda.read')}
          </Link>
        </>
      )}
      {file && (
        <>
          {' '}
          <a href={file.url} download={file.name}>
            <bdi>{file.name}</bdi>
          </a>
        </>
      )}
    </li>
  )
}

/** All that stands below the title of a row. */
export function RowFacts({
  row,
  meeting,
  isBeside = false,
  sayOf,
}: {
  row: AgendaRowFragment
  meeting: AgendaMeetingFragment
  /** Documents open in a tab of their own, since whoever reads them does not leave this page. */
  isBeside?: boolean
  /** What else is said of a document at hand. */
  sayOf?: (documentId: string) => ReactNode
}) {
  const words = useWords<Words>()
  const presenter = presenterOf(row, words)
  const elsewhere = (other: { number: string; meeting: { number: number; title: string } }) => ({
    number: other.number,
    meeting: other.meeting.title,
  })
  return (
    <>
      {row.subject && (
        <p>
          <SubjectLink subject={row.subject} />
        </p>
      )}
      {row.documents.length > 0 && (
        <ul className="agenda-documents" aria-label={words('agenda.documents')}>
          {row.documents.map((document) => (
            <DocumentLine key={document.id} document={document} target={isBeside ? '_blank' : undefined}>
              {sayOf?.(document.id)}
            </DocumentLine>
          ))}
        </ul>
      )}
      {presenter && <p className="soft">{words('agenda.by', { name: presenter })}</p>}
      {row.note && (
        <p className="soft agenda-note" dir="auto">
          {row.note}
        </p>
      )}
      {row.visibility !== meeting.visibility && (
        <p className="soft">{words('agenda.onlyFor', { who: words(`group.visibleTo.${row.visibility}`) })}</p>
      )}
      {row.carriedFrom && (
        <p className="soft">
          <Link href={agendaHref(meeting.group, row.carriedFrom.meeting.number)}>
            {words('agenda.carriedFrom', elsewhere(row.carriedFrom))}
          </Link>
        </p>
      )}
      {row.carriedTo.map((other) => (
        <p key={meetingHref(meeting.group, other.meeting.number)} className="soft">
          <Link href={agendaHref(meeting.group, other.meeting.number)}>
            {words('agenda.carriedTo', elsewhere(other))}
          </Link>
        </p>
      ))}
    </>
  )
}
