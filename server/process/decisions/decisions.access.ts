import { isAdministrator, isVisible, managesGroup, permissions, type Visibility } from '#server/common/access/index.js'
import type { Viewer } from '#server/platform/context/index.js'
import type { GroupScope } from '#server/process/groups/index.js'

/** The viewer holds any role in the group today. */
const takesPart = (viewer: Viewer, { groupId }: GroupScope): boolean =>
  viewer.standings.some(({ scopeId }) => scopeId === groupId)

/** Asked of the group, as hidden as what they are asked for. Chair, vice-chairs and secretariat write the record; whoever takes part has reservations. */
export const decisionsAccess = permissions<GroupScope>({
  'decisions.read': [[isVisible]],
  'decisions.record': [[isVisible, managesGroup], [isAdministrator]],
  'decisions.reserve': [[isVisible, takesPart], [isAdministrator]],
})

/** A reservation as the permission table sees it. */
export interface ReservationScope {
  readonly groupId: string
  readonly visibility: Visibility
  readonly holderId: string | null
}

const isHolder = (viewer: Viewer, { holderId }: ReservationScope): boolean =>
  holderId !== null && viewer.personId === holderId

/** Whoever holds it says what becomes of it, also after they have left the group; the secretariat for them. */
export const reservationAccess = permissions<ReservationScope>({
  'reservation.read': [[isVisible], [isHolder]],
  'reservation.answer': [[isVisible, managesGroup], [isAdministrator]],
  'reservation.move': [[isHolder], [isVisible, managesGroup], [isAdministrator]],
})
