import { refuse } from '#server/platform/errors/index.js'
import { dayIn } from '#server/platform/time/index.js'
import type { Meeting } from './meeting.entity.js'

/**
 * For every verb that adds to what happened at a meeting or changes it: once it is closed, its record stands. Null: at no meeting.
 * Refuses: MEETING_CLOSED. [MT-14]
 */
export function requireUnclosed(
  meeting: Pick<Meeting, 'state' | 'closedAt' | 'zone'> | null,
  where: { readonly field?: string } = {},
): void {
  if (meeting?.state !== 'CLOSED') return
  throw refuse('MEETING_CLOSED', { closedOn: dayIn(meeting.closedAt!, meeting.zone) }, where)
}
