import type { MeetingRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { DataTable, Link, Unconfirmed, Unknown, useWords, type Column } from '../../ui/index.js'
import { meetingHref } from './meeting-address.js'
import { MeetingChip } from './MeetingChip.js'
import { MeetingDays } from './MeetingDays.js'

/** Meetings of one group, in the order given. */
export function MeetingTable({
  caption,
  group,
  meetings,
}: {
  caption: string
  group: { slug: string }
  meetings: readonly MeetingRowFragment[]
}) {
  const words = useWords<Words>()
  const columns: Column<MeetingRowFragment>[] = [
    {
      id: 'title',
      header: words('meeting.title'),
      isRowHeader: true,
      cell: ({ number, title, provenance }) => {
        const link = (
          <Link href={meetingHref(group, number)}>
            <span dir="auto">{title}</span>
          </Link>
        )
        return provenance.confidence === 'MEMORY' ? <Unconfirmed>{link}</Unconfirmed> : link
      },
    },
    { id: 'days', header: words('meeting.days'), cell: (meeting) => <MeetingDays meeting={meeting} /> },
    {
      id: 'where',
      header: words('meeting.where'),
      cell: ({ mode, place, country }) =>
        mode === 'REMOTE' ? (
          words('deadline.mode.REMOTE')
        ) : (
          <span>
            {place ? <span dir="auto">{[place, country].filter(Boolean).join(', ')}</span> : <Unknown />}
            <span className="block soft">{words(`deadline.mode.${mode}`)}</span>
          </span>
        ),
    },
    { id: 'state', header: words('meeting.stateHead'), cell: ({ state }) => <MeetingChip state={state} /> },
  ]
  return <DataTable caption={caption} isCaptionHidden columns={columns} rows={meetings} rowKey={({ id }) => id} />
}
