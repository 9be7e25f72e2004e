import { visibleSql } from '#server/common/access/index.js'
import { groupBy, listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows } from '#server/platform/database/index.js'
import { visibleGroups } from '#server/process/groups/index.js'
import { ConsensusAnswer } from './consensus-answer.entity.js'
import { ConsensusCall } from './consensus-call.entity.js'

async function callsWhere(ctx: Ctx, condition: (p: Params) => string): Promise<ConsensusCall[]> {
  const p = new Params()
  const group = visibleGroups(ctx.viewer, null, p)
  return selectRows<ConsensusCall>(
    ctx.db,
    `select ${columnsOf(ctx.db, ConsensusCall, 'x')} from consensus_call x join ${group.from} on g.id = x.group_id
     where ${visibleSql(ctx.viewer, 'x.visibility', 'x.group_id', p)} and ${group.where} and ${condition(p)}
     order by x.number desc`,
    p,
    null,
  )
}

/** Calls by id; null for those that the viewer may not see. */
export const callsById = loader<string, ConsensusCall>(async (ctx, ids) => {
  const rows = await callsWhere(ctx, (p) => `x.id = any(${p.add(ids)}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
})

/** Calls of a group, the latest first. */
export const callsByGroup = listLoader<string, ConsensusCall>(async (ctx, ids) =>
  groupBy(await callsWhere(ctx, (p) => `x.group_id = any(${p.add(ids)}::uuid[])`), ({ groupId }) => groupId),
)

/** One call of a group by its number; null when there is none that the viewer may see. */
export async function callByNumber(ctx: Ctx, group: string, number: number): Promise<ConsensusCall | null> {
  const slug = group.replaceAll('\0', '')
  const [row] = await callsWhere(ctx, (p) => `g.slug = ${p.add(slug)} and x.number = ${p.add(number)}`)
  return row ?? null
}

/** What was answered to a call, the first first. Reached through a call that the viewer sees. */
export const answersOfCall = listLoader<string, ConsensusAnswer>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, ConsensusAnswer, 'n')} from consensus_answer n where n.call_id = any($1::uuid[])
     order by n.answered_at, n.id`,
    [ids],
  )) as ConsensusAnswer[]
  return groupBy(rows, ({ callId }) => callId)
})
