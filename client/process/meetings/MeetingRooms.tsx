import { contributionsHref } from '#schema/vocabulary/contribution-address.js'
import type { MeetingState } from '#schema/vocabulary/meetings.js'
import type { Words } from '#schema/words/index.js'
import { Cluster, Link, useWords } from '../../ui/index.js'
import { meetingHref } from './meeting-address.js'

/** A contribution can still be handed in. */
const takesContributions: readonly MeetingState[] = ['PLANNED', 'ANNOUNCED', 'RUNNING']

/** The ways from a meeting to its other pages. */
export function MeetingRooms({
  meeting: { group, number, state },
}: {
  meeting: {
    readonly group: { readonly slug: string; readonly viewerMayContribute: boolean }
    readonly number: number
    readonly state: MeetingState
  }
}) {
  const words = useWords<Words>()
  const href = meetingHref(group, number)
  return (
    <nav className="spaced" aria-label={words('meeting.rooms')}>
      <Cluster gap={4}>
        <Link href={`${href}/agenda`}>{words('agenda.title')}</Link>
        <Link href={`${href}/documents`}>{words('documentList.title')}</Link>
        {group.viewerMayContribute && takesContributions.includes(state) && (
          <Link href={`${contributionsHref(group.slug)}/new?meeting=${number}`}>{words('contribution.new')}</Link>
        )}
        <Link href={`${href}/minutes`}>{words('minutes.title')}</Link>
        <Link href={`${href}/report`}>{words('report.title')}</Link>
        <Link href={`${href}/room`}>{words('room.title')}</Link>
      </Cluster>
    </nav>
  )
}
