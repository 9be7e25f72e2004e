import { groupBy, listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows } from '#server/platform/database/index.js'
import { DecisionCorrection } from './decision-correction.entity.js'
import { Decision } from './decision.entity.js'
import { visibleDecisions } from './decisions.reads.js'

async function decisionsWhere(ctx: Ctx, column: string, ids: readonly string[], order: string): Promise<Decision[]> {
  const p = new Params()
  const { from, where } = visibleDecisions(ctx.viewer, p)
  const sql = `select ${columnsOf(ctx.db, Decision, 'x')} from ${from}
    where ${where} and x.${column} = any(${p.add(ids)}::uuid[]) order by ${order}`
  return selectRows<Decision>(ctx.db, sql, p, null)
}

/** Decisions by id; null for those that the viewer may not see. */
export const decisionsById = loader<string, Decision>(
  async (ctx, ids) => new Map((await decisionsWhere(ctx, 'id', ids, 'x.id')).map((row) => [row.id, row])),
)

/** Decisions of a meeting that the viewer may see, by number. */
export const decisionsByMeeting = listLoader<string, Decision>(async (ctx, ids) =>
  groupBy(await decisionsWhere(ctx, 'meeting_id', ids, 'x.number'), ({ meetingId }) => meetingId!),
)

/** Decisions on a contribution that the viewer may see, the first first. */
export const decisionsByContribution = listLoader<string, Decision>(async (ctx, ids) =>
  groupBy(
    await decisionsWhere(ctx, 'contribution_id', ids, 'x.decided_on, x.number'),
    ({ contributionId }) => contributionId!,
  ),
)

/** Decisions on a gap that the viewer may see, the latest first. */
export const decisionsByGap = listLoader<string, Decision>(async (ctx, ids) =>
  groupBy(await decisionsWhere(ctx, 'gap_id', ids, 'x.decided_on desc, x.number desc, x.id'), ({ gapId }) => gapId!),
)

/** The decision that reversed each; null while it stands or when the viewer may not see it. */
export const reversalsOf = loader<string, Decision>(
  async (ctx, ids) =>
    new Map((await decisionsWhere(ctx, 'reverses_id', ids, 'x.id')).map((row) => [row.reversesId!, row])),
)

/** Which decisions were reversed, whoever may see by which. */
export const areReversed = loader<string, boolean>(async (ctx, ids) => {
  const rows = (await ctx.db.query('select reverses_id as id from decision where reverses_id = any($1::uuid[])', [
    ids,
  ])) as { id: string }[]
  return new Map(rows.map(({ id }) => [id, true]))
})

/** What was mended in the words of decisions, the latest first. Reached through a decision that the viewer sees. */
export const correctionsOf = listLoader<string, DecisionCorrection>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, DecisionCorrection, 'k')} from decision_correction k
     where k.decision_id = any($1::uuid[]) order by k.corrected_at desc, k.id desc`,
    [ids],
  )) as DecisionCorrection[]
  return groupBy(rows, ({ decisionId }) => decisionId)
})
