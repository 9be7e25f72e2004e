import { holds, isAdministrator, isVisible, managesGroup, permissions } from '#server/common/access/index.js'
import type { GroupScope } from '#server/process/groups/index.js'

/** Asked of the group: a deliverable is as visible as its group. [GR-3] */
export const deliverableAccess = permissions<GroupScope>({
  'deliverable.read': [[isVisible]],
  'deliverable.edit': [[isVisible, managesGroup], [isVisible, holds('EDITOR')], [isAdministrator]],
})
