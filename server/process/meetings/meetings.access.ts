import { isAdministrator, isVisible, managesGroup, permissions, type Visibility } from '#server/common/access/index.js'
import { narrower, type StandardsGroup } from '#server/process/groups/index.js'
import type { Meeting } from './meeting.entity.js'

/** A meeting as the permission table sees it: as hidden as the more hidden of itself and its group. [GR-3] */
export interface MeetingScope {
  readonly groupId: string
  readonly visibility: Visibility
}

export const meetingScope = (meeting: Meeting, group: StandardsGroup): MeetingScope => ({
  groupId: group.id,
  visibility: narrower(meeting.visibility, group.visibility),
})

const managing = [[isVisible, managesGroup], [isAdministrator]]

/** Chair, vice-chairs and secretariat of today, acting ones included. What can be done in which state: meeting-states.ts. */
export const meetingAccess = permissions<MeetingScope>({
  'meeting.read': [[isVisible]],
  'meeting.edit': managing,
  'meeting.move': managing,
  'meeting.announce': managing,
  'meeting.cancel': managing,
  'meeting.publishDates': managing,
  'meeting.remind': managing,
})
