import { visibleSql } from '#server/common/access/index.js'
import type { Ctx, Viewer } from '#server/platform/context/index.js'
import { columnsOf, Params, tableAt } from '#server/platform/database/index.js'
import { visibleGroups } from '#server/process/groups/index.js'
import { Contribution } from './contribution.entity.js'

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

/** A number that was taken for `c` and not used lapses when `cm` is closed, or with its last day by the calendar of its place; nobody waits for a job to say so. [CN-1] */
export const hasLapsedSql = (ctx: Ctx, p: Params): string =>
  `(c.state = 'RESERVED' and cm.state <> 'CANCELLED'
    and (cm.state = 'CLOSED' or cm.ends_on < (${p.add(ctx.now.toISOString())}::timestamptz at time zone cm.zone)::date))`

/** The phase of `c` at the moment of the call. */
export const phaseSql = (ctx: Ctx, p: Params): string =>
  `case when ${hasLapsedSql(ctx, p)} then 'LAPSED' when c.state = 'SUBMITTED' then coalesce(c.standing, 'SUBMITTED') else c.state end`

/** All of `c` as the entity has it, with the state of the moment. */
export const contributionColumns = (ctx: Ctx, p: Params): string =>
  `${columnsOf(ctx.db, Contribution, 'c')}, case when ${hasLapsedSql(ctx, p)} then 'LAPSED' else c.state end as "state"`
