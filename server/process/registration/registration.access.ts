import {
  hasAccount,
  holds,
  isAdministrator,
  isVisible,
  managesGroup,
  permissions,
  type Visibility,
} from '#server/common/access/index.js'
import type { Viewer } from '#server/platform/context/index.js'
import { narrower, type StandardsGroup } from '#server/process/groups/index.js'
import type { Meeting } from '#server/process/meetings/index.js'
import type { RegistrationAudience } from '#schema/vocabulary/registration.js'

/** The registration of a meeting as the permission table sees it. */
export interface RegistrationScope {
  readonly groupId: string
  /** That of the meeting and its group, the narrower of the two. [GR-3] */
  readonly visibility: Visibility
  /** Who may register by themselves; null while registration is not offered. */
  readonly audience: RegistrationAudience | null
}

export const registrationScope = (
  meeting: Meeting,
  group: StandardsGroup,
  audience: RegistrationAudience | null,
): RegistrationScope => ({ groupId: group.id, visibility: narrower(meeting.visibility, group.visibility), audience })

const isForAllAccounts = (_: Viewer, { audience }: RegistrationScope): boolean => audience === 'ACCOUNT'
const takesPart = (viewer: Viewer, { groupId }: RegistrationScope): boolean =>
  viewer.personId !== null && viewer.standings.some(({ scopeId }) => scopeId === groupId)

const managing = [[isVisible, managesGroup], [isAdministrator]]
const takingPart = [
  [isVisible, hasAccount, isForAllAccounts],
  [isVisible, takesPart],
]

/** The list is for chair, vice-chairs and secretariat; what a visa needs, for the secretariat alone. [RG-6, FG-8] */
export const registrationAccess = permissions<RegistrationScope>({
  'registration.read': [[isVisible]],
  'registration.register': takingPart,
  'registration.checkIn': takingPart,
  'registration.offer': managing,
  'registration.seeList': managing,
  'registration.registerOthers': managing,
  'registration.checkInOthers': managing,
  'registration.seeVisaNeeds': [[isVisible, holds('SECRETARIAT')], [isAdministrator]],
})
