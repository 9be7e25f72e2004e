import { useMemo } from 'react'
import type { DocumentLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Link, Time, useWords, type Column } from '../../ui/index.js'
import type { Row } from './live-lines.js'
import { HandedIn } from './HandedIn.js'
import { LateRevisionChip, StandChip } from './marks.js'

/** Whether a line has anything in a column of which most meetings have little: with none at all, the title has its room. */
const sparse: Readonly<Record<string, (line: DocumentLineFragment) => boolean>> = {
  agenda: ({ agendaItemId }) => agendaItemId !== null,
  presenter: ({ presentedBy }) => presentedBy !== null,
  revisedTo: ({ revisedTo }) => revisedTo !== null,
  replaces: ({ replaces }) => replaces.length > 0,
  mergedInto: ({ mergedInto }) => mergedInto !== null,
}

/** The columns without those that are empty in every line. They stay the same object until a column comes or goes. */
export function useFilledColumns(
  columns: readonly Column<DocumentLineFragment>[],
  lines: readonly DocumentLineFragment[],
): readonly Column<DocumentLineFragment>[] {
  const empty = useMemo(
    () =>
      Object.entries(sparse)
        .filter(([, isFilled]) => !lines.some(isFilled))
        .map(([id]) => id)
        .join(' '),
    [lines],
  )
  return useMemo(() => columns.filter(({ id }) => !empty.split(' ').includes(id)), [columns, empty])
}

/** The columns of the list. `href` is where the documents of the meeting are. */
export function useDocumentColumns(
  agenda: readonly Row[],
  href: string,
  { slug, deadlineZone: zone }: { slug: string; deadlineZone: string },
): readonly Column<DocumentLineFragment>[] {
  const words = useWords<Words>()
  return useMemo(() => {
    const numbers = new Map(agenda.map(({ id, number }) => [id, number]))
    const numberOf = (id: string | null) => (id === null ? null : (numbers.get(id) ?? null))
    const other = (one: { id: string; number: string } | null) =>
      one && <Link href={`${href}/${one.id}`}>{one.number}</Link>
    return [
      {
        id: 'number',
        header: words('documentList.column.number'),
        isRowHeader: true,
        isSortable: true,
        isUnbroken: true,
        cell: ({ id, number }) => <Link href={`${href}/${id}`}>{number}</Link>,
      },
      {
        id: 'title',
        header: words('documentList.column.title'),
        isSortable: true,
        isLong: true,
        cell: ({ title }) => <span dir="auto">{title}</span>,
      },
      {
        id: 'handedIn',
        header: words('documentList.column.handedIn'),
        cell: (line) => <HandedIn line={line} slug={slug} />,
      },
      {
        id: 'source',
        header: words('documentList.column.source'),
        cell: ({ sources }) => sources.length > 0 && <bdi>{sources.join(', ')}</bdi>,
      },
      {
        id: 'purpose',
        header: words('documentList.column.purpose'),
        cell: ({ purposes }) => purposes.map((purpose) => purposeWord(words, purpose)).join(', '),
      },
      {
        id: 'agenda',
        header: words('documentList.column.agenda'),
        isSortable: true,
        cell: ({ agendaItemId, alsoUnder }) => {
          const also = alsoUnder.map(numberOf).filter((number) => number !== null)
          return (
            <>
              {numberOf(agendaItemId)}
              {also.length > 0 && (
                <span className="soft"> {words('documentList.alsoUnder', { rows: also.join(', ') })}</span>
              )}
            </>
          )
        },
      },
      {
        id: 'presenter',
        header: words('documentList.column.presenter'),
        cell: ({ presentedBy }) => presentedBy && <bdi>{presentedBy}</bdi>,
      },
      {
        id: 'result',
        header: words('documentList.column.result'),
        isSortable: true,
        cell: (line) => (
          <>
            <StandChip line={line} />
            {line.note && (
              <span className="soft" dir="auto">
                {' '}
                {line.note}
              </span>
            )}
          </>
        ),
      },
      { id: 'revisedTo', header: words('documentList.column.revisedTo'), cell: ({ revisedTo }) => other(revisedTo) },
      {
        id: 'replaces',
        header: words('documentList.column.replaces'),
        cell: ({ replaces }) => replaces.length > 0 && <DocumentNames names={replaces} href={href} />,
      },
      {
        id: 'mergedInto',
        header: words('documentList.column.mergedInto'),
        cell: ({ mergedInto }) => other(mergedInto),
      },
      {
        id: 'standing',
        header: words('documentList.column.standing'),
        cell: ({ standing, state, handedIn }) => (
          <>
            {words.dynamic(standing ? `documentList.standing.${standing}` : `documentList.state.${state}`)}
            {handedIn?.isLateRevision && (
              <>
                {' '}
                <LateRevisionChip />
              </>
            )}
          </>
        ),
      },
      {
        id: 'available',
        header: words('documentList.column.available'),
        isSortable: true,
        isHiddenAtFirst: true,
        cell: ({ availableSince }) =>
          availableSince ? <Time at={availableSince} zone={zone} isBare /> : words('documentList.notYet'),
      },
    ]
  }, [agenda, href, slug, words, zone])
}

/** Other documents of the meeting by their numbers, each with its page. */
export const DocumentNames = ({ names, href }: { names: readonly { id: string; number: string }[]; href: string }) =>
  names.map(({ id, number }, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Link href={`${href}/${id}`}>{number}</Link>
    </span>
  ))

/** The word for a purpose; one that nobody named here goes by its code. */
export const purposeWord = (words: Words, purpose: string): string =>
  words.has(`documentList.purpose.${purpose}`) ? words.dynamic(`documentList.purpose.${purpose}`) : purpose
