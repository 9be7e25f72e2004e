import type { Ctx } from '#server/platform/context/index.js'
import { queryRows } from '#server/platform/database/index.js'
import type { StatementFact, StatementsAsked } from '#server/process/reports/index.js'

/** Statements that a group drafted in a period, as its reports tell them: none that not all readers of the report may see. [LS-5, RP-7] */
export const statementsForReports = (
  ctx: Ctx,
  { groupId, fromOn, untilOn, visibility }: StatementsAsked,
): Promise<StatementFact[]> =>
  queryRows<StatementFact>(
    ctx.db,
    `select s.title, b.name as to, s.purpose, s.reply_by as "replyBy", null::date as "sentOn"
     from statement s join standards_group g on g.id = s.group_id join body b on b.id = s.to_body_id
     where s.group_id = $1 and (s.drafted_at at time zone g.deadline_zone)::date between $2 and $3
       and breadth_of(s.visibility) >= breadth_of($4::text)
     order by s.drafted_at, s.id`,
    [groupId, fromOn, untilOn, visibility],
  )
