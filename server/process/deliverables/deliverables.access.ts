import { holds, isAdministrator, isVisible, managesGroup, permissions } from '#server/common/access/index.js'
import type { GroupScope } from '#server/process/groups/index.js'

const managing = [[isVisible, managesGroup], [isAdministrator]]

/** Asked of the group: a deliverable is as visible as its group. What the group approves and hands over is recorded by its management. [GR-3, DE-5] */
export const deliverableAccess = permissions<GroupScope>({
  'deliverable.read': [[isVisible]],
  'deliverable.edit': [[isVisible, managesGroup], [isVisible, holds('EDITOR')], [isAdministrator]],
  'deliverable.approve': managing,
  'deliverable.handOver': managing,
})
