import { groupBy, listLoader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, type AsOf } from '#server/platform/database/index.js'
import { visibleMeetings, Meeting } from '#server/process/meetings/index.js'

/** So many meetings of a parent are offered. */
const MOST = 10

/** Body of each group. */
export async function bodyIdsOf(ctx: Ctx, groupIds: readonly string[]): Promise<Map<string, string>> {
  const rows = (await ctx.db.query('select id, body_id as "bodyId" from standards_group where id = any($1::uuid[])', [
    groupIds,
  ])) as { id: string; bodyId: string }[]
  return new Map(rows.map(({ id, bodyId }) => [id, bodyId]))
}

/** Meetings of the group at work that is a body, from today on, those that the viewer may see. By id of the body. */
export const meetingsOfBody = listLoader<string, AsOf<Meeting & { bodyId: string }>>(async (ctx, bodyIds) => {
  const p = new Params()
  const { from, where } = visibleMeetings(ctx.viewer, null, p)
  const sql = `select * from (
      select ${columnsOf(ctx.db, Meeting, 'm')}, g.body_id as "bodyId",
        row_number() over (partition by g.body_id order by m.starts_on, m.number) as turn
      from ${from}
      where ${where} and g.body_id = any(${p.add(bodyIds)}::uuid[]) and m.state <> 'CANCELLED'
        and m.starts_on >= (${p.add(ctx.now)}::timestamptz at time zone 'UTC')::date) offered
    where turn <= ${MOST} order by "startsOn", number`
  return groupBy(await selectRows<Meeting & { bodyId: string }>(ctx.db, sql, p, null), ({ bodyId }) => bodyId)
})
