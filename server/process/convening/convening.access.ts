import { isAdministrator, isVisible, managesGroup, permissions, type Visibility } from '#server/common/access/index.js'

/** The convening letter of a meeting as the permission table sees it: as visible as the meeting and its group. [GR-3] */
export interface ConveningScope {
  readonly groupId: string
  readonly visibility: Visibility
}

const managing = [[isVisible, managesGroup], [isAdministrator]]

/** Drafts are for chair, vice-chairs and secretariat; what was issued, for whoever sees the meeting. */
export const conveningAccess = permissions<ConveningScope>({
  'convening.read': [[isVisible]],
  'convening.word': managing,
  'convening.issue': managing,
})
