import { useNavigate } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { Cluster, LinkButton, useKey, useWords } from '../../ui/index.js'
import { documentsHref } from '../document-list/index.js'
import { meetingHref } from '../meetings/index.js'
import type { RoomMeeting, RoomRow } from './room.route.js'

/** In a tab of its own, so that the room stays. */
const openBeside = (href: string) => void window.open(href, '_blank', 'noopener')

/**
 * What else is at hand in the room: the list of documents and the minutes beside it, and, for whoever leads, recording a decision and handing out an
 * action on the row that is shown, from which they come back to the room. [RO-11]
 */
export function RoomTools({ meeting, row }: { meeting: RoomMeeting; row: RoomRow | null }) {
  const words = useWords<Words>()
  const navigate = useNavigate()
  const { group, number, room } = meeting
  const mayLead = room.viewerMay.includes('LEAD') && room.state === 'OPEN'
  const documents = documentsHref(group, number)
  const minutes = `${meetingHref(group, number)}/minutes`
  const about = new URLSearchParams({ meeting: String(number), ...(row && { item: row.id }) }).toString()
  const decide = `/groups/${group.slug}/decisions/new?${about}`
  const handOut = `/groups/${group.slug}/actions/new?${about}`
  useKey({ key: 't', label: words('room.keyDocuments') }, () => openBeside(documents))
  useKey({ key: 'm', label: words('room.keyMinutes') }, () => openBeside(minutes))
  useKey({ key: 'r', label: words('room.keyDecision') }, () => void navigate(decide), mayLead)
  useKey({ key: 'a', label: words('room.keyAction') }, () => void navigate(handOut), mayLead)
  return (
    <nav aria-label={words('room.tools')} className="no-print">
      <Cluster gap={2}>
        <LinkButton size="small" href={documents} target="_blank" aria-keyshortcuts="t">
          {words('documentList.title')}
        </LinkButton>
        <LinkButton size="small" href={minutes} target="_blank" aria-keyshortcuts="m">
          {words('room.minutes')}
        </LinkButton>
        {mayLead && (
          <>
            <LinkButton size="small" href={decide} aria-keyshortcuts="r">
              {words('decision.record')}
            </LinkButton>
            <LinkButton size="small" href={handOut} aria-keyshortcuts="a">
              {words('action.handOut')}
            </LinkButton>
          </>
        )}
      </Cluster>
    </nav>
  )
}
