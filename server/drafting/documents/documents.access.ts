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
import type { Viewer } from '#server/platform/context/index.js'

/** A shared text as the permission table sees it. */
export interface DocumentScope {
  /** Absent while it is being opened. */
  readonly id?: string
  readonly groupId: string
  readonly visibility: Visibility
  readonly kind: DocumentKind
  /** Since when nobody writes in it; null or absent while it can be written. */
  readonly frozenAt?: Date | null
}

/** Minutes are the record of the group: whoever writes them writes that. [RC-5] */
const isNotMinutes: Test<DocumentScope> = (_viewer, { kind }) => kind !== 'MINUTES'
/** A frozen text is a proof: nobody writes in it, whoever they are. [WT-12] */
const isNotFrozen: Test<DocumentScope> = (_viewer, { frozenAt }) => !frozenAt
const isStatement: Test<DocumentScope> = (_viewer, { kind }) => kind === 'STATEMENT'

/** The role of somebody who writes in one text, whatever their role in its group; its scope is the text. */
export const WRITER = 'WRITER'

const writesIt: Test<DocumentScope> = ({ standings }, { id }) =>
  id !== undefined && standings.some(({ scopeId, role }) => scopeId === id && role === WRITER)

/** Ids of the texts in which a viewer writes by name. */
export const writtenBy = ({ standings }: Viewer): string[] =>
  standings.filter(({ role }) => role === WRITER).map(({ scopeId }) => scopeId)

/**
 * `edit` is asked at the socket, too: whoever may not is shown the text and their changes are dropped. A liaison officer writes statements, and nothing else; the source of a
 * contribution writes that one. [CS-3, LS-8, CN-5]
 */
export const documentAccess = permissions<DocumentScope>({
  'document.read': [[isVisible], [writesIt]],
  'document.edit': [
    [isNotFrozen, isVisible, managesGroup],
    [isNotFrozen, isVisible, isNotMinutes, holds('EDITOR')],
    [isNotFrozen, isVisible, isStatement, holds('LIAISON_OFFICER')],
    [isNotFrozen, writesIt],
    [isNotFrozen, isAdministrator],
  ],
})
