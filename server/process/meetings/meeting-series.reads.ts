import { groupBy, listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, type AsOf } from '#server/platform/database/index.js'
import type { StandardsGroup } from '#server/process/groups/index.js'
import { MeetingSeries } from './meeting-series.entity.js'
import { Meeting } from './meeting.entity.js'
import { visibleMeetings } from './meetings.reads.js'

/** Series by id. Reached through a meeting that the viewer sees. */
export const seriesById = loader<string, MeetingSeries>(async (ctx, ids) => {
  const p = new Params()
  const sql = `select ${columnsOf(ctx.db, MeetingSeries, 's')} from meeting_series s where s.id = any(${p.add(ids)}::uuid[])`
  const rows = (await ctx.db.query(sql, p.values)) as MeetingSeries[]
  return new Map(rows.map((row) => [row.id, row]))
})

/** The meetings of a series that the viewer may see, in the order of their days, cancelled ones among them. [SE-4] */
export const meetingsBySeries = listLoader<string, AsOf<Meeting>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const { from, where } = visibleMeetings(ctx.viewer, asOf, p)
  const rows = await selectRows<Meeting>(
    ctx.db,
    `select ${columnsOf(ctx.db, Meeting, 'm')} from ${from} where ${where} and m.series_id = any(${p.add(ids)}::uuid[])
     order by m.starts_on, m.number`,
    p,
    asOf,
  )
  return groupBy(rows, ({ seriesId }) => seriesId!)
})

/** Meetings of a group and of its parent that touch these days, as far as the viewer may see them; those that are called off do not count. [SE-3] */
export function meetingsBetween(
  ctx: Ctx,
  group: StandardsGroup,
  fromOn: string,
  toOn: string,
): Promise<AsOf<Meeting>[]> {
  const p = new Params()
  const { from, where } = visibleMeetings(ctx.viewer, null, p)
  return selectRows<Meeting>(
    ctx.db,
    `select ${columnsOf(ctx.db, Meeting, 'm')} from ${from}
     where ${where} and m.state <> 'CANCELLED' and m.starts_on <= ${p.add(toOn)} and m.ends_on >= ${p.add(fromOn)}
       and (g.id = ${p.add(group.id)} or g.body_id = ${p.add(group.parentBodyId)})
     order by m.starts_on, g.slug, m.number`,
    p,
  )
}
