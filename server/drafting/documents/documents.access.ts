import type { DocumentKind } from '#schema/vocabulary/collaboration.js'
import {
  holds,
  isAdministrator,
  isVisible,
  managesGroup,
  permissions,
  type Test,
  type Visibility,
} from '#server/common/access/index.js'

/** A shared text as the permission table sees it. */
export interface DocumentScope {
  readonly groupId: string
  readonly visibility: Visibility
  readonly kind: DocumentKind
}

/** Minutes are the record of the group: whoever writes them writes that. [RC-5] */
const isNotMinutes: Test<DocumentScope> = (_viewer, { kind }) => kind !== 'MINUTES'
const isStatement: Test<DocumentScope> = (_viewer, { kind }) => kind === 'STATEMENT'

/** `edit` is asked at the socket, too: whoever may not is shown the text and their changes are dropped. A liaison officer writes statements, and nothing else. [CS-3, LS-8] */
export const documentAccess = permissions<DocumentScope>({
  'document.read': [[isVisible]],
  'document.edit': [
    [isVisible, managesGroup],
    [isVisible, isNotMinutes, holds('EDITOR')],
    [isVisible, isStatement, holds('LIAISON_OFFICER')],
    [isAdministrator],
  ],
})
