import { approvingKinds } from '#schema/vocabulary/decisions.js'
import { visibleSql } from '#server/common/access/index.js'
import { groupBy, listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, someColumnsOf } from '#server/platform/database/index.js'
import { Decision, visibleDecisions } from '#server/process/decisions/index.js'
import { DeliverableApproval } from './deliverable-approval.entity.js'
import { DeliverableVersion } from './deliverable-version.entity.js'
import { visibleDeliverables } from './deliverables.reads.js'
import { Transmission } from './transmission.entity.js'

/** All but the file itself. */
const columns = (ctx: Ctx) =>
  someColumnsOf(
    ctx.db,
    DeliverableVersion,
    'v',
    ctx.db.connection
      .getMetadata(DeliverableVersion)
      .columns.map(({ propertyName }) => propertyName as keyof DeliverableVersion)
      .filter((name) => name !== 'body'),
  )

/** The versions that a viewer may see, as parts of a statement: those of deliverables and of texts that they may see. `v`, `d`, `g`. [GR-3] */
function visibleVersions(ctx: Ctx, p: Params): { from: string; where: string } {
  const { from, where } = visibleDeliverables(ctx.viewer, null, p)
  return {
    from: `deliverable_version v join document t on t.id = v.document_id join (${from}) on d.id = v.deliverable_id`,
    where: `${where} and ${visibleSql(ctx.viewer, 't.visibility', 't.group_id', p)}`,
  }
}

/** Frozen texts of a deliverable, newest first. */
export const versionsByDeliverable = listLoader<string, DeliverableVersion>(async (ctx, ids) => {
  const p = new Params()
  const { from, where } = visibleVersions(ctx, p)
  const sql = `select ${columns(ctx)} from ${from}
    where ${where} and v.deliverable_id = any(${p.add(ids)}::uuid[]) order by v.number desc`
  return groupBy(await selectRows<DeliverableVersion>(ctx.db, sql, p, null), ({ deliverableId }) => deliverableId)
})

/** Frozen texts by id; null for those that the viewer may not see. */
export const versionsById = loader<string, DeliverableVersion>(async (ctx, ids) => {
  const p = new Params()
  const { from, where } = visibleVersions(ctx, p)
  const sql = `select ${columns(ctx)} from ${from} where ${where} and v.id = any(${p.add(ids)}::uuid[])`
  return new Map((await selectRows<DeliverableVersion>(ctx.db, sql, p, null)).map((row) => [row.id, row]))
})

/** Approvals of a version. Reached through a version that the viewer sees. */
export const approvalByVersion = loader<string, DeliverableApproval>(async (ctx, ids) => {
  const p = new Params()
  const sql = `select ${columnsOf(ctx.db, DeliverableApproval, 'a')} from deliverable_approval a
    where a.version_id = any(${p.add(ids)}::uuid[])`
  return new Map((await selectRows<DeliverableApproval>(ctx.db, sql, p, null)).map((row) => [row.versionId, row]))
})

/** Approvals that rest on a decision, of deliverables that the viewer may see. */
export const approvalsByDecision = listLoader<string, DeliverableApproval>(async (ctx, ids) => {
  const p = new Params()
  const { from, where } = visibleDeliverables(ctx.viewer, null, p)
  const sql = `select ${columnsOf(ctx.db, DeliverableApproval, 'a')}
    from deliverable_approval a join (${from}) on d.id = a.deliverable_id
    where ${where} and a.decision_id = any(${p.add(ids)}::uuid[]) order by a.recorded_at, a.id`
  return groupBy(await selectRows<DeliverableApproval>(ctx.db, sql, p, null), ({ decisionId }) => decisionId)
})

/** What was sent to the parent, newest first. Reached through a deliverable that the viewer sees. */
export const transmissionsByDeliverable = listLoader<string, Transmission>(async (ctx, ids) => {
  const p = new Params()
  const sql = `select ${columnsOf(ctx.db, Transmission, 't')} from deliverable_transmission t
    where t.deliverable_id = any(${p.add(ids)}::uuid[]) order by t.number desc`
  return groupBy(await selectRows<Transmission>(ctx.db, sql, p, null), ({ deliverableId }) => deliverableId)
})

/** So many decisions are offered to rest an approval on. */
const MOST_DECISIONS = 50

/** Latest decisions of a group that the viewer may see and that an approval can rest on. By id of the group. [DV-5] */
export const decisionsByGroup = listLoader<string, Decision>(async (ctx, ids) => {
  const p = new Params()
  const { from, where } = visibleDecisions(ctx.viewer, p)
  const sql = `select * from (
      select ${columnsOf(ctx.db, Decision, 'x')}, row_number() over (partition by x.group_id order by x.number desc) as turn
      from ${from} where ${where} and x.group_id = any(${p.add(ids)}::uuid[]) and x.kind = any(${p.add(approvingKinds)}::text[])
        and not exists (select from decision r where r.reverses_id = x.id)) offered
    where turn <= ${MOST_DECISIONS} order by number desc`
  return groupBy(await selectRows<Decision>(ctx.db, sql, p, null), ({ groupId }) => groupId)
})
