import { groupBy, listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { DeliverableEditor } from './deliverable-editor.entity.js'
import { DeliverableIssue } from './deliverable-issue.entity.js'
import { DeliverableMilestone } from './deliverable-milestone.entity.js'
import { DeliverableSlip } from './deliverable-slip.entity.js'
import { DeliverableStep } from './deliverable-step.entity.js'

// All of these are reached through a deliverable that the viewer sees.

/** Milestones of a deliverable, by day. */
export const milestonesByDeliverable = listLoader<string, AsOf<DeliverableMilestone>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const from = tableAt('deliverable_milestone', 'm', asOf, p)
  const sql = `select ${columnsOf(ctx.db, DeliverableMilestone, 'm')} from ${from}
    where m.deliverable_id = any(${p.add(ids)}::uuid[]) order by m.planned_on, m.id`
  return groupBy(await selectRows<DeliverableMilestone>(ctx.db, sql, p, asOf), ({ deliverableId }) => deliverableId)
})

/** Changes of the day of a milestone, oldest first; in the past, those of until then. */
export const slipsByMilestone = listLoader<string, DeliverableSlip>(async (ctx, ids, asOf) => {
  const p = new Params()
  const until = asOf === null ? '' : `and s.said_at <= ${p.add(asOf)}::timestamptz`
  const sql = `select ${columnsOf(ctx.db, DeliverableSlip, 's')} from deliverable_slip s
    where s.milestone_id = any(${p.add(ids)}::uuid[]) ${until} order by s.said_at, s.id`
  return groupBy(await selectRows<DeliverableSlip>(ctx.db, sql, p, null), ({ milestoneId }) => milestoneId)
})

/** Those who edit it, the first first. */
export const editorsByDeliverable = listLoader<string, AsOf<DeliverableEditor>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const from = tableAt('deliverable_editor', 'e', asOf, p)
  const sql = `select ${columnsOf(ctx.db, DeliverableEditor, 'e')} from ${from}
    where e.deliverable_id = any(${p.add(ids)}::uuid[]) order by e.from_on nulls first, e.id`
  return groupBy(await selectRows<DeliverableEditor>(ctx.db, sql, p, asOf), ({ deliverableId }) => deliverableId)
})

/** What is or was open in it, by number. */
export const issuesByDeliverable = listLoader<string, AsOf<DeliverableIssue>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const from = tableAt('deliverable_issue', 'i', asOf, p)
  const sql = `select ${columnsOf(ctx.db, DeliverableIssue, 'i')} from ${from}
    where i.deliverable_id = any(${p.add(ids)}::uuid[]) order by i.number`
  return groupBy(await selectRows<DeliverableIssue>(ctx.db, sql, p, asOf), ({ deliverableId }) => deliverableId)
})

/** The way so far, oldest first. */
export const stepsByDeliverable = listLoader<string, DeliverableStep>(async (ctx, ids, asOf) => {
  const p = new Params()
  const until = asOf === null ? '' : `and s.taken_at <= ${p.add(asOf)}::timestamptz`
  const sql = `select ${columnsOf(ctx.db, DeliverableStep, 's')} from deliverable_step s
    where s.deliverable_id = any(${p.add(ids)}::uuid[]) ${until} order by s.taken_at, s.id`
  return groupBy(await selectRows<DeliverableStep>(ctx.db, sql, p, null), ({ deliverableId }) => deliverableId)
})

/** Every code that a group has given, with or without a deliverable that the viewer sees: the next one must be free. By id of the group. */
export const codesByGroup = loader<string, readonly string[]>(async (ctx: Ctx, ids) => {
  const rows = (await ctx.db.query(
    `select group_id as "groupId", array_agg(code) as codes from deliverable
     where group_id = any($1::uuid[]) and code is not null group by group_id`,
    [ids],
  )) as { groupId: string; codes: string[] }[]
  return new Map(rows.map(({ groupId, codes }) => [groupId, codes]))
})
