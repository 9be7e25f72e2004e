import type { GroupChangePreviewQuery } from '#schema/generated/operations.js'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { DataTable, EmptyState, Notice, Stack, useWords, type Column } from '../../../ui/index.js'
import { ClosingTime } from '../../deadlines/index.js'

type Change = GroupChangePreviewQuery['groupChange']
type Moved = Change['meetings'][number]
type Row = Moved['rows'][number]

/** What a change of settings does: the values, then the dates of each coming meeting that move, then the end of the lifetime. */
export function WhatChanges({ change }: { change: Change }) {
  const words = useWords<Words>()
  const { defaults, meetings, meetingsLookedAt, lifetime } = change
  const columns: Column<Change['defaults'][number]>[] = [
    {
      id: 'matter',
      header: words('groupSetting.matter'),
      isRowHeader: true,
      cell: ({ key }) => words(`groupSetting.key.${key}`),
    },
    { id: 'before', header: words('groupSetting.before'), cell: ({ before }) => <bdi>{before}</bdi> },
    {
      id: 'after',
      header: words('groupSetting.after'),
      cell: ({ after, provenance }) => (
        <>
          <strong>
            <bdi>{after}</bdi>
          </strong>
          <span className="block soft">{words(`deadline.provenance.${provenance}`)}</span>
        </>
      ),
    },
  ]
  const dayOr = (day: string | null) => (day ? formatDay(day, words) : words('groupSetting.endMovesNone'))
  return (
    <Stack gap={4}>
      {defaults.length === 0 ? (
        <EmptyState title={words('groupSetting.nothingChanges')}>{words('groupSetting.nothingChangesText')}</EmptyState>
      ) : (
        <DataTable
          caption={words('groupSetting.willChange')}
          isCaptionHidden
          columns={columns}
          rows={defaults}
          rowKey={({ key }) => key}
        />
      )}
      {meetings.map((moved) => (
        <MovedOf key={moved.meeting.number} moved={moved} />
      ))}
      {meetings.length === 0 && <p className="soft">{words('groupSetting.noMoves', { count: meetingsLookedAt })}</p>}
      {lifetime && (
        <Notice kind="attention">
          {words('groupSetting.endMoves', { before: dayOr(lifetime.before), after: dayOr(lifetime.after) })}
        </Notice>
      )}
    </Stack>
  )
}

function MovedOf({ moved: { meeting, rows, zoneBefore, zoneAfter } }: { moved: Moved }) {
  const words = useWords<Words>()
  const title = words('groupSetting.movesOf', { meeting: meeting.title })
  const columns: Column<Row>[] = [
    {
      id: 'what',
      header: words('groupSetting.obligation'),
      isRowHeader: true,
      cell: ({ obligation }) => words(`deadline.obligation.${obligation}`),
    },
    {
      id: 'before',
      header: words('groupSetting.before'),
      cell: ({ closesBefore }) =>
        closesBefore ? (
          <ClosingTime closesAt={closesBefore} zone={zoneBefore} isBare />
        ) : (
          <span className="soft">{words('meeting.newRow')}</span>
        ),
    },
    {
      id: 'after',
      header: words('groupSetting.after'),
      cell: ({ closesAfter, isPast }) =>
        closesAfter ? (
          <>
            <strong>
              <ClosingTime closesAt={closesAfter} zone={zoneAfter} isBare />
            </strong>
            {isPast && <span className="block soft">{words('groupSetting.isPast')}</span>}
          </>
        ) : (
          <span className="soft">{words('meeting.goneRow')}</span>
        ),
    },
    { id: 'why', header: words('meeting.why'), cell: ({ explanation }) => explanation.text },
  ]
  return (
    <div>
      <h3 dir="auto">{title}</h3>
      <DataTable
        caption={title}
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowKey={({ obligation }) => obligation}
      />
    </div>
  )
}
