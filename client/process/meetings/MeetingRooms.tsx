import type { Words } from '#schema/words/index.js'
import { Cluster, Link, useWords } from '../../ui/index.js'

/** The ways from a meeting to its other pages. */
export function MeetingRooms({ href }: { href: string }) {
  const words = useWords<Words>()
  return (
    <nav aria-label={words('meeting.rooms')}>
      <Cluster gap={4}>
        <Link href={`${href}/agenda`}>{words('agenda.title')}</Link>
        <Link href={`${href}/documents`}>{words('documentList.title')}</Link>
        <Link href={`${href}/minutes`}>{words('minutes.title')}</Link>
        <Link href={`${href}/report`}>{words('report.title')}</Link>
        <Link href={`${href}/room`}>{words('room.title')}</Link>
      </Cluster>
    </nav>
  )
}
