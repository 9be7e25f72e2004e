import {
  holds,
  isAdministrator,
  isVisible,
  managesGroup,
  permissions,
  type Visibility,
} from '#server/common/access/index.js'

/** A shared text as the permission table sees it. */
export interface DocumentScope {
  readonly groupId: string
  readonly visibility: Visibility
}

/** `edit` is asked at the socket, too: whoever may not is shown the text and their changes are dropped. [CS-3] */
export const documentAccess = permissions<DocumentScope>({
  'document.read': [[isVisible]],
  'document.edit': [[isVisible, managesGroup], [isVisible, holds('EDITOR')], [isAdministrator]],
})
