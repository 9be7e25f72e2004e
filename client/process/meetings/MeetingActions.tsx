import type { MeetingStateFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { LinkButton, useWords } from '../../ui/index.js'
import { meetingHref } from './meeting-address.js'

/** What the viewer may do with the meeting, because the server said so. Each is a page of its own. */
export function MeetingActions({ meeting: { group, number, state, viewerMay } }: { meeting: MeetingStateFragment }) {
  const words = useWords<Words>()
  const href = meetingHref(group, number)
  const isOpen = state === 'PLANNED' || state === 'ANNOUNCED'
  return (
    <>
      <LinkButton href={`${href}/minutes`} kind="quiet">
        {words('minutes.title')}
      </LinkButton>
      {viewerMay.includes('ANNOUNCE') && state === 'PLANNED' && (
        <LinkButton href={`${href}/announce`} kind="primary">
          {words('meeting.announce')}
        </LinkButton>
      )}
      {viewerMay.includes('MOVE') && isOpen && <LinkButton href={`${href}/move`}>{words('meeting.move')}</LinkButton>}
      {viewerMay.includes('EDIT') && state !== 'CANCELLED' && (
        <LinkButton href={`${href}/edit`}>{words('meeting.edit')}</LinkButton>
      )}
      {viewerMay.includes('CANCEL') && isOpen && (
        <LinkButton href={`${href}/cancel`} kind="danger">
          {words('meeting.cancel')}
        </LinkButton>
      )}
    </>
  )
}
