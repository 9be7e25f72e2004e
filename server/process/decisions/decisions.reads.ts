import { visibleSql } from '#server/common/access/index.js'
import type { Viewer } from '#server/platform/context/index.js'
import { Params, tableAt } from '#server/platform/database/index.js'
import { visibleGroups } from '#server/process/groups/index.js'

/** The decisions that a viewer may see, with their groups, as parts of a statement: `x` and `g`. One of a hidden meeting is hidden with it. [GR-3] */
export function visibleDecisions(viewer: Viewer, p: Params): { from: string; where: string } {
  const group = visibleGroups(viewer, null, p)
  return {
    from: `${tableAt('decision', 'x', null, p)} join ${group.from} on g.id = x.group_id left join meeting xm on xm.id = x.meeting_id`,
    where: `${visibleSql(viewer, 'x.visibility', 'x.group_id', p)}
      and (xm.id is null or ${visibleSql(viewer, 'xm.visibility', 'xm.group_id', p)}) and ${group.where}`,
  }
}
