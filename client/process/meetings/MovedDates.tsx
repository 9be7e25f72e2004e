import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { DataTable, Day, EmptyState, useWords, VisuallyHidden, type Column } from '../../ui/index.js'
import { daysBetween } from '../deadlines/index.js'
import type { MoveData } from './move-meeting.route.js'

type Move = NonNullable<MoveData['move']>

/** Every date before and after. What was published by hand stays, unless it is ticked to be computed again; null: that is not offered here. */
export function MovedDates({
  move,
  meeting,
  released,
}: {
  move: Move
  meeting: MoveData['meeting']
  released: readonly string[] | null
}) {
  const words = useWords<Words>()
  const name = (obligation: string) => words.dynamic(`deadline.obligation.${obligation}`)
  const zone = <span className="soft"> {zoneLabel(meeting.group.deadlineZone, words)}</span>
  const columns: Column<Move['rows'][number]>[] = [
    { id: 'what', header: words('meeting.what'), isRowHeader: true, cell: ({ obligation }) => name(obligation) },
    {
      id: 'before',
      header: words('meeting.before'),
      cell: ({ before }) =>
        before ? (
          <span>
            <Day on={before} />
            {zone}
          </span>
        ) : (
          <span className="soft">{words('meeting.newRow')}</span>
        ),
    },
    {
      id: 'after',
      header: words('meeting.after'),
      cell: ({ before, after, isPast }) =>
        after ? (
          <span>
            <strong>
              <Day on={after} />
            </strong>
            {zone}
            <span className="block soft">
              {before && words('meeting.shift', shiftOf(before, after))}
              {isPast && ` · ${words('meeting.pastAlready')}`}
            </span>
          </span>
        ) : (
          <span className="soft">{words('meeting.goneRow')}</span>
        ),
    },
    { id: 'why', header: words('meeting.why'), cell: ({ explanation }) => explanation.text },
  ]
  if (released && move.rows.some(({ isPinned }) => isPinned)) {
    columns.push({
      id: 'release',
      header: words('meeting.release'),
      cell: ({ obligation, isPinned }) =>
        isPinned ? (
          <label className="choice">
            <input type="checkbox" name="release" value={obligation} defaultChecked={released.includes(obligation)} />
            <span className="choice-label">
              {words('meeting.releaseShort')}
              <VisuallyHidden>{`: ${name(obligation)}`}</VisuallyHidden>
            </span>
          </label>
        ) : (
          ''
        ),
    })
  }
  return (
    <DataTable
      caption={words('meeting.whatMoves')}
      isCaptionHidden
      columns={columns}
      rows={move.rows}
      rowKey={({ obligation }) => obligation}
      empty={<EmptyState title={words('meeting.nothingMoves')} />}
    />
  )
}

const shiftOf = (before: string, after: string) => {
  const days = daysBetween(before, after)
  return { side: Math.sign(days), size: Math.abs(days) }
}
