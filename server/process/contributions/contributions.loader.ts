import { groupBy, listLoader, loader } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows } from '#server/platform/database/index.js'
import { Contribution } from './contribution.entity.js'
import { visibleContributions } from './contributions.reads.js'

/** Contributions by id; null for those that the viewer may not see. */
export const contributionsById = loader<string, Contribution>(async (ctx, ids) => {
  const p = new Params()
  const { from, where } = visibleContributions(ctx.viewer, p)
  const sql = `select ${columnsOf(ctx.db, Contribution, 'c')} from ${from} where ${where} and c.id = any(${p.add(ids)}::uuid[])`
  return new Map((await selectRows<Contribution>(ctx.db, sql, p, null)).map((row) => [row.id, row]))
})

/** Contributions to a meeting that the viewer may see, by number. */
export const contributionsByMeeting = listLoader<string, Contribution>(async (ctx, ids) => {
  const p = new Params()
  const { from, where } = visibleContributions(ctx.viewer, p)
  const sql = `select ${columnsOf(ctx.db, Contribution, 'c')} from ${from}
    where ${where} and c.meeting_id = any(${p.add(ids)}::uuid[]) order by c.sequence, c.id`
  return groupBy(await selectRows<Contribution>(ctx.db, sql, p, null), ({ meetingId }) => meetingId!)
})
