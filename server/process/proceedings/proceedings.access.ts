import { isAdministrator, isVisible, managesGroup, maySee, permissions } from '#server/common/access/index.js'
import type { Viewer } from '#server/platform/context/index.js'

interface RoomScope {
  readonly groupId: string
  readonly visibility: 'PUBLIC' | 'ACCOUNT' | 'PARTICIPANTS' | 'MANAGEMENT'
}

/** Holds a role in the group today: they are in the room, others look on. */
const takesPart = (viewer: Viewer, { groupId }: RoomScope): boolean =>
  viewer.personId !== null && maySee(viewer, 'PARTICIPANTS', groupId)

/** `lead`: chair, vice-chairs and secretariat. `takePart`: be named as present, ask to speak, pull a row out of a block. */
export const roomAccess = permissions<RoomScope>({
  'room.read': [[isVisible]],
  'room.lead': [[isVisible, managesGroup], [isAdministrator]],
  'room.takePart': [[isVisible, takesPart]],
})
