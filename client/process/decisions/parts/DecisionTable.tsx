import type { ReactNode } from 'react'
import type { DecisionLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { DataTable, Day, Link, useWords, type Column } from '../../../ui/index.js'
import { decisionHref, meetingPage } from './hrefs.js'
import { KindChip, ReversedChip, SubjectLink } from './marks.js'

/** Decisions of a group as a table; without the meeting on that meeting's own page. */
export function DecisionTable({
  group,
  decisions,
  caption,
  empty,
  isMain = false,
  isOfMeeting = false,
}: {
  group: { slug: string }
  decisions: readonly DecisionLineFragment[]
  caption: string
  empty: ReactNode
  isMain?: boolean
  isOfMeeting?: boolean
}) {
  const words = useWords<Words>()
  const columns: Column<DecisionLineFragment>[] = [
    {
      id: 'number',
      header: words('decision.column.number'),
      isRowHeader: true,
      isLong: true,
      cell: ({ number, text, isStanding }) => (
        <>
          <Link href={decisionHref(group, number)}>
            {number} <span dir="auto">{text}</span>
          </Link>{' '}
          {!isStanding && <ReversedChip />}
        </>
      ),
    },
    { id: 'kind', header: words('decision.column.kind'), cell: ({ kind }) => <KindChip kind={kind} /> },
    {
      id: 'about',
      header: words('decision.column.about'),
      cell: ({ subject }) => (subject ? <SubjectLink subject={subject} /> : '–'),
    },
    {
      id: 'where',
      header: words('decision.column.where'),
      cell: ({ decidedOn, meeting }) => (
        <>
          <Day on={decidedOn} />
          {!isOfMeeting && (
            <span className="fact-note">
              {meeting ? (
                <Link href={meetingPage(group, meeting.number)}>
                  {words('decision.meetingNumber', { number: meeting.number })}
                </Link>
              ) : (
                words('decision.between')
              )}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'held',
      header: words('decision.column.held'),
      cell: ({ reservations }) =>
        words('decision.heldCount', { count: reservations.filter(({ state }) => state !== 'WITHDRAWN').length }),
    },
  ]
  return (
    <DataTable
      isMain={isMain}
      caption={caption}
      rows={decisions}
      rowKey={({ id }) => id}
      columns={columns}
      empty={empty}
    />
  )
}
