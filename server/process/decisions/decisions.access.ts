import {
  holds,
  isAdministrator,
  isVisible,
  managesGroup,
  permissions,
  type Visibility,
} from '#server/common/access/index.js'
import type { Viewer } from '#server/platform/context/index.js'
import type { GroupScope } from '#server/process/groups/index.js'

/** The viewer holds any role in the group today. */
const takesPart = (viewer: Viewer, { groupId }: GroupScope): boolean =>
  viewer.standings.some(({ scopeId }) => scopeId === groupId)

/**
 * Asked of the group, as hidden as what they are asked for. Chair, vice-chairs and secretariat write the record; what a consensus call came to is found by
 * whoever chairs, acting or not; whoever takes part has reservations. [CC-4]
 */
export const decisionsAccess = permissions<GroupScope>({
  'decisions.read': [[isVisible]],
  'decisions.record': [[isVisible, managesGroup], [isAdministrator]],
  'decisions.ratify': [[isVisible, holds('CHAIR', 'VICE_CHAIR')], [isAdministrator]],
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

/** An action as the permission table sees it. */
export interface ActionScope {
  readonly groupId: string
  readonly visibility: Visibility
  readonly ownerId: string | null
}

const owns = (viewer: Viewer, { ownerId }: ActionScope): boolean => ownerId !== null && viewer.personId === ownerId

/** Whoever does it says where it stands; the management hands it out and may say so too. [AC-2] */
export const actionAccess = permissions<ActionScope>({
  'action.read': [[isVisible], [owns]],
  'action.edit': [[isVisible, managesGroup], [isAdministrator]],
  'action.move': [[owns], [isVisible, managesGroup], [isAdministrator]],
})
