import { meetingActions, meetingTable, permissionOf, type MeetingActor } from '#schema/vocabulary/meetings.js'
import {
  holds,
  isAdministrator,
  isVisible,
  managesGroup,
  permissions,
  type Visibility,
} from '#server/common/access/index.js'
import type { Viewer } from '#server/platform/context/index.js'
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

/** All of its tests hold. */
type Line = readonly ((viewer: Viewer, meeting: MeetingScope) => boolean)[]

/** Who is who today, acting or not. */
const lines: Readonly<Record<MeetingActor, readonly Line[]>> = {
  VIEWER: [[isVisible]],
  MANAGEMENT: [[isVisible, managesGroup], [isAdministrator]],
  CHAIR: [[isVisible, holds('CHAIR', 'VICE_CHAIR')], [isAdministrator]],
}

/** Made from the one table of what each state allows to whom, schema/vocabulary/meetings.ts. [MT-10] */
export const meetingAccess = permissions<MeetingScope>(
  Object.fromEntries(
    meetingActions.map((action) => [`meeting.${permissionOf(action)}`, lines[meetingTable[action].who]]),
  ),
)
