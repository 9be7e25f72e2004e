import { groupBy, listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows } from '#server/platform/database/index.js'
import { visibleReservations } from './decisions.reads.js'
import { Reservation } from './reservation.entity.js'

async function reservationsWhere(
  ctx: Ctx,
  column: string,
  ids: readonly string[],
  order = 'x.entered_at, x.id',
): Promise<Reservation[]> {
  const p = new Params()
  const { from, where } = visibleReservations(ctx.viewer, p)
  const sql = `select ${columnsOf(ctx.db, Reservation, 'x')} from ${from}
    where ${where} and x.${column} = any(${p.add(ids)}::uuid[]) order by ${order}`
  return selectRows<Reservation>(ctx.db, sql, p, null)
}

/** Reservations by id; null for those that the viewer may not see. */
export const reservationsById = loader<string, Reservation>(
  async (ctx, ids) => new Map((await reservationsWhere(ctx, 'id', ids)).map((row) => [row.id, row])),
)

/** Kept with a decision, the first first. */
export const reservationsByDecision = listLoader<string, Reservation>(async (ctx, ids) =>
  groupBy(await reservationsWhere(ctx, 'decision_id', ids), ({ decisionId }) => decisionId!),
)

/** Entered at a meeting, the first first. */
export const reservationsByMeeting = listLoader<string, Reservation>(async (ctx, ids) =>
  groupBy(await reservationsWhere(ctx, 'meeting_id', ids), ({ meetingId }) => meetingId!),
)

/** Of a group, those first that wait for somebody. */
export const reservationsByGroup = listLoader<string, Reservation>(async (ctx, ids) =>
  groupBy(
    await reservationsWhere(
      ctx,
      'group_id',
      ids,
      `(x.decision_id is not null), array_position(array['OPEN', 'SUSTAINED', 'ANSWERED', 'WITHDRAWN'], x.state), x.entered_at desc, x.id`,
    ),
    ({ groupId }) => groupId,
  ),
)

/** Where holders belonged then, as printed; null once they were erased. */
export const affiliationLabels = loader<string, string>(async (ctx, ids) => {
  const rows = (await ctx.db.query('select id, label from affiliation where id = any($1::uuid[])', [ids])) as {
    id: string
    label: string
  }[]
  return new Map(rows.map(({ id, label }) => [id, label]))
})
