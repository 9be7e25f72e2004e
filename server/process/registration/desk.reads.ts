import type { Ctx } from '#server/platform/context/index.js'
import { keyDates } from '#server/process/deadlines/index.js'
import { groupsById, type StandardsGroup } from '#server/process/groups/index.js'
import { factsOfMeeting, meetingsById, type Meeting } from '#server/process/meetings/index.js'
import { registrationWindow, type RegistrationWindow } from './registration-window.js'

/** A meeting that the viewer sees, its group, and when one can register. */
export interface Desk {
  readonly meeting: Meeting
  readonly group: StandardsGroup
  windowFor(opensOn: string | null): RegistrationWindow
}

/** Null when there is no such meeting that the viewer may see. */
export async function deskOf(ctx: Ctx, meetingId: string): Promise<Desk | null> {
  const meeting = await meetingsById(ctx).load(meetingId)
  const group = meeting && (await groupsById(ctx).load(meeting.groupId))
  const facts = meeting && (await factsOfMeeting(ctx, meeting))
  if (!group || !facts) return null
  const dates = keyDates(facts)
  const closing = (obligation: string) => dates.find((date) => date.obligation === obligation)?.closesAt ?? null
  const { deadlineZone } = group
  const { endsOn, zone } = meeting
  return {
    meeting,
    group,
    windowFor: (opensOn) =>
      registrationWindow({
        opensOn,
        deadlineZone,
        endsOn,
        zone,
        registrationClosesAt: closing('REGISTRATION'),
        visaClosesAt: closing('VISA'),
      }),
  }
}
