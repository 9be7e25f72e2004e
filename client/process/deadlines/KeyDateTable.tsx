import type { KeyDateRowFragment } from '#schema/generated/operations.js'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { DataTable, Day, EmptyState, Link, useWords, VisuallyHidden, type Column } from '../../ui/index.js'
import { ClosingTime } from './ClosingTime.js'
import { daysBetween } from './days-left.js'
import { DaysLeft } from './DaysLeft.js'
import { Source } from './Source.js'

/** The key dates of a meeting, earliest first: never a bare date. With `editHref` each can be set by hand. */
export function KeyDateTable({
  dates,
  now,
  announcedOn = null,
  editHref,
}: {
  dates: readonly KeyDateRowFragment[]
  now: string
  /** When the announcement that is asked for was made; null while it was not. */
  announcedOn?: string | null
  editHref?: (obligation: KeyDateRowFragment['obligation']) => string
}) {
  const words = useWords<Words>()
  const columns: Column<KeyDateRowFragment>[] = [
    {
      id: 'what',
      header: words('meeting.what'),
      isRowHeader: true,
      cell: (date) => (
        <>
          {words.dynamic(`deadline.obligation.${date.obligation}`)}
          <span className="block soft weak">{words.dynamic(`deadline.strength.${date.strength}`)}</span>
        </>
      ),
    },
    {
      id: 'closes',
      header: words('meeting.closes'),
      cell: (date) => (
        <span>
          <ClosingTime closesAt={date.closesAt} zone={date.zone} />
          <span className="block">
            {date.obligation === 'ANNOUNCEMENT' && announcedOn !== null ? (
              <span className="soft">{words('meeting.doneOn', { day: formatDay(announcedOn, words) })}</span>
            ) : (
              <DaysLeft date={date} now={now} />
            )}
          </span>
        </span>
      ),
    },
    { id: 'rule', header: words('meeting.ruleGives'), cell: (date) => <RuleGives date={date} /> },
    {
      id: 'why',
      header: words('meeting.why'),
      cell: (date) => (
        <span>
          <span className="block">{date.explanation.text}</span>
          {date.reason && (
            <span className="block" dir="auto">
              {words('meeting.reasonGiven', { reason: date.reason })}
            </span>
          )}
          <Source date={date} />
        </span>
      ),
    },
  ]
  if (editHref) {
    columns.push({
      id: 'change',
      header: words('meeting.change'),
      cell: (date) => (
        <Link href={editHref(date.obligation)} className="no-print">
          {words(date.publishedOn ? 'meeting.changeDate' : 'meeting.setDate')}
          <VisuallyHidden>{`: ${words.dynamic(`deadline.obligation.${date.obligation}`)}`}</VisuallyHidden>
        </Link>
      ),
    })
  }
  return (
    <DataTable
      caption={words('meeting.keyDates')}
      isCaptionHidden
      isMain
      columns={columns}
      rows={dates}
      rowKey={({ obligation }) => obligation}
      empty={<EmptyState title={words('meeting.noDates')}>{words('meeting.noDatesText')}</EmptyState>}
    />
  )
}

/** Computed beside published, and how far apart they are. */
function RuleGives({ date: { computedOn, publishedOn } }: { date: KeyDateRowFragment }) {
  const words = useWords<Words>()
  if (computedOn === null) return <span className="soft">{words('meeting.noRule')}</span>
  const later = publishedOn === null ? 0 : daysBetween(computedOn, publishedOn)
  return (
    <span>
      <Day on={computedOn} />
      {publishedOn !== null && (
        <span className="block soft">
          {words('meeting.publishedBeside', { size: Math.abs(later), side: Math.sign(later) })}
        </span>
      )}
    </span>
  )
}
