import { groupBy, listLoader, loader } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows } from '#server/platform/database/index.js'
import { Decision } from './decision.entity.js'
import { visibleDecisions } from './decisions.reads.js'

/** Decisions by id; null for those that the viewer may not see. */
export const decisionsById = loader<string, Decision>(async (ctx, ids) => {
  const p = new Params()
  const { from, where } = visibleDecisions(ctx.viewer, p)
  const sql = `select ${columnsOf(ctx.db, Decision, 'x')} from ${from} where ${where} and x.id = any(${p.add(ids)}::uuid[])`
  return new Map((await selectRows<Decision>(ctx.db, sql, p, null)).map((row) => [row.id, row]))
})

/** Decisions of a meeting that the viewer may see, by number. */
export const decisionsByMeeting = listLoader<string, Decision>(async (ctx, ids) => {
  const p = new Params()
  const { from, where } = visibleDecisions(ctx.viewer, p)
  const sql = `select ${columnsOf(ctx.db, Decision, 'x')} from ${from}
    where ${where} and x.meeting_id = any(${p.add(ids)}::uuid[]) order by x.number`
  return groupBy(await selectRows<Decision>(ctx.db, sql, p, null), ({ meetingId }) => meetingId!)
})
