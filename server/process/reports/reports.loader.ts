import { visibleSql } from '#server/common/access/index.js'
import { groupBy, listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows } from '#server/platform/database/index.js'
import { frozenVersionsBy } from '#server/process/deliverables/index.js'
import { visibleGroups } from '#server/process/groups/index.js'
import { Report } from './report.entity.js'
import { ReportVersion } from './report-version.entity.js'

/** Reports that the viewer may see: what was frozen, as the meeting and the group are seen; drafts, by those who write them. [GR-3, RP-7] */
async function reportsWhere(ctx: Ctx, column: string, ids: readonly string[]): Promise<Report[]> {
  const p = new Params()
  const group = visibleGroups(ctx.viewer, null, p)
  const sql = `select ${columnsOf(ctx.db, Report, 'x')}
    from report x join ${group.from} on g.id = x.group_id left join meeting xm on xm.id = x.meeting_id
    where ${group.where} and ${visibleSql(ctx.viewer, 'x.visibility', 'x.group_id', p)}
      and (xm.id is null or ${visibleSql(ctx.viewer, 'xm.visibility', 'xm.group_id', p)})
      and (exists (select from report_version v where v.report_id = x.id) or ${visibleSql(ctx.viewer, `'MANAGEMENT'`, 'x.group_id', p)})
      and x.${column} = any(${p.add(ids)}::uuid[])
    order by coalesce(xm.ends_on, x.until_on) desc, x.made_at desc, x.id`
  return selectRows<Report>(ctx.db, sql, p, null)
}

/** The report of each meeting; null while there is none that the viewer may see. */
export const reportByMeeting = loader<string, Report>(
  async (ctx, ids) => new Map((await reportsWhere(ctx, 'meeting_id', ids)).map((row) => [row.meetingId!, row])),
)

/** Reports by id; null for those that the viewer may not see. */
export const reportsById = loader<string, Report>(
  async (ctx, ids) => new Map((await reportsWhere(ctx, 'id', ids)).map((row) => [row.id, row])),
)

/** Reports of a group, the last first. */
export const reportsByGroup = listLoader<string, Report>(async (ctx, ids) =>
  groupBy(await reportsWhere(ctx, 'group_id', ids), ({ groupId }) => groupId),
)

/** Frozen versions of a report without their files, the last first. Reached through a report that the viewer sees. */
export const versionsByReport = frozenVersionsBy(ReportVersion, 'reportId')
