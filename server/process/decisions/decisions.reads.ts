import { visibleSql } from '#server/common/access/index.js'
import type { Viewer } from '#server/platform/context/index.js'
import { Params, tableAt } from '#server/platform/database/index.js'
import { visibleGroups } from '#server/process/groups/index.js'

/** Rows of the room, with their groups, as parts of a statement: `x` and `g`. What belongs to a hidden meeting is hidden with it. [GR-3] */
const visibleIn =
  (table: string) =>
  (viewer: Viewer, p: Params): { from: string; where: string } => {
    const group = visibleGroups(viewer, null, p)
    return {
      from: `${tableAt(table, 'x', null, p)} join ${group.from} on g.id = x.group_id left join meeting xm on xm.id = x.meeting_id`,
      where: `${visibleSql(viewer, 'x.visibility', 'x.group_id', p)}
      and (xm.id is null or ${visibleSql(viewer, 'xm.visibility', 'xm.group_id', p)}) and ${group.where}`,
    }
  }

/** The decisions that a viewer may see, with their groups, as parts of a statement: `x` and `g`. */
export const visibleDecisions = visibleIn('decision')

/** The same of reservations and objections. Whoever holds one sees it, whatever became of their place in the group. */
export function visibleReservations(viewer: Viewer, p: Params): { from: string; where: string } {
  const { from, where } = visibleIn('reservation')(viewer, p)
  if (viewer.personId === null) return { from, where }
  return { from, where: `(x.holder_id = ${p.add(viewer.personId)}::uuid or (${where}))` }
}

/** The same of actions. Whoever owns one sees it, whatever became of their place in the group. */
export function visibleActions(viewer: Viewer, p: Params): { from: string; where: string } {
  const { from, where } = visibleIn('action_item')(viewer, p)
  if (viewer.personId === null) return { from, where }
  return { from, where: `(x.owner_id = ${p.add(viewer.personId)}::uuid or (${where}))` }
}
