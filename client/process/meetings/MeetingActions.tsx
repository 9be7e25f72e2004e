import type { MeetingStateFragment } from '#schema/generated/operations.js'
import { isOffered, type MeetingAction } from '#schema/vocabulary/meetings.js'
import type { Words } from '#schema/words/index.js'
import { LinkButton, useWords, type ButtonKind } from '../../ui/index.js'
import { dayIn } from '../deadlines/index.js'
import { meetingHref } from './meeting-address.js'

/** Actions that have a page of their own beside the title; the others stand where their matter is. */
const pages = [
  { action: 'ANNOUNCE', path: 'announce', word: 'meeting.announce', kind: 'primary' },
  { action: 'CLOSE', path: 'close', word: 'meeting.close', kind: 'primary' },
  { action: 'MOVE', path: 'move', word: 'meeting.move', kind: 'plain' },
  { action: 'EDIT', path: 'edit', word: 'meeting.edit', kind: 'plain' },
  { action: 'REOPEN', path: 'reopen', word: 'meeting.reopen', kind: 'plain' },
  { action: 'CANCEL', path: 'cancel', word: 'meeting.cancel', kind: 'danger' },
] as const satisfies readonly { action: MeetingAction; path: string; word: string; kind: ButtonKind }[]

/**
 * What the viewer may do with the meeting because the server said so, as far as the table of its states offers it; on its last day, by the clocks of its
 * place, closing it as well. [MT-10, MT-11]
 */
export function MeetingActions({ meeting, now }: { meeting: MeetingStateFragment; now: string }) {
  const words = useWords<Words>()
  const { group, number, state, viewerMay } = meeting
  const href = meetingHref(group, number)
  const endsToday = state === 'RUNNING' && dayIn(now, meeting.zone) === meeting.endsOn
  return (
    <>
      {pages
        .filter(
          ({ action }) => viewerMay.includes(action) && (isOffered(action, state) || (action === 'CLOSE' && endsToday)),
        )
        .map(({ path, word, kind }) => (
          <LinkButton key={path} href={`${href}/${path}`} kind={kind}>
            {words(word)}
          </LinkButton>
        ))}
    </>
  )
}
