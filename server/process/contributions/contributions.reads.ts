import { visibleSql } from '#server/common/access/index.js'
import type { Viewer } from '#server/platform/context/index.js'
import { Params, tableAt } from '#server/platform/database/index.js'
import { visibleGroups } from '#server/process/groups/index.js'

/**
 * The contributions that a viewer may see, with their groups, as parts of a statement: `c` and `g`. One to a meeting that is hidden now is hidden
 * with it. [GR-3]
 */
export function visibleContributions(viewer: Viewer, p: Params): { from: string; where: string } {
  const group = visibleGroups(viewer, null, p)
  return {
    from: `${tableAt('contribution', 'c', null, p)} join ${group.from} on g.id = c.group_id left join meeting cm on cm.id = c.meeting_id`,
    where: `${visibleSql(viewer, 'c.visibility', 'c.group_id', p)}
      and (cm.id is null or ${visibleSql(viewer, 'cm.visibility', 'cm.group_id', p)}) and ${group.where}`,
  }
}
