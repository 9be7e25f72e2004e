import { anybody, isAdministrator, permissions, type Test } from '#server/common/access/index.js'
import type { Edition } from './edition.entity.js'

/** Frozen ones and drafts under review are for everybody. */
const isShown: Test<Pick<Edition, 'state'> | null> = (_viewer, edition) => edition === null || edition.state !== 'DRAFT'
const isInReview: Test<Pick<Edition, 'state'> | null> = (_viewer, edition) => edition?.state === 'REVIEW'
const isFrozen: Test<Pick<Edition, 'state'> | null> = (_viewer, edition) => edition?.state === 'FROZEN'
const isNotFrozen: Test<Pick<Edition, 'state'> | null> = (_viewer, edition) => edition?.state !== 'FROZEN'

/** Administrators make, review and freeze editions; nobody changes a frozen one. [ED-5] */
export const editionAccess = permissions<Edition | null>({
  'edition.read': [[anybody, isShown], [isAdministrator]],
  'edition.edit': [[isAdministrator, isNotFrozen]],
  'edition.freeze': [[isAdministrator, isNotFrozen]],
  'edition.annotate': [[isAdministrator, isFrozen]],
  'edition.review': [[isAdministrator, isNotFrozen]],
  'edition.comment': [[anybody, isInReview]],
  'edition.moderate': [[isAdministrator]],
  'edition.verify': [[isAdministrator, isFrozen]],
})
