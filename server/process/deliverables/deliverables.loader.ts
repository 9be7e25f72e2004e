import { groupBy, listLoader, loader } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { Deliverable } from './deliverable.entity.js'
import { visibleDeliverables } from './deliverables.reads.js'
import { DeliverableLineage } from './lineage.entity.js'

const byCode = 'd.code collate natural_name nulls last, d.title, d.id'

/** Deliverables by id; null for those that the viewer may not see. */
export const deliverablesById = loader<string, AsOf<Deliverable>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const { from, where } = visibleDeliverables(ctx.viewer, asOf, p)
  const sql = `select ${columnsOf(ctx.db, Deliverable, 'd')} from ${from} where ${where} and d.id = any(${p.add(ids)}::uuid[])`
  return new Map((await selectRows<Deliverable>(ctx.db, sql, p, asOf)).map((row) => [row.id, row]))
})

/** Deliverables of a group, by code. */
export const deliverablesByGroup = listLoader<string, AsOf<Deliverable>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const { from, where } = visibleDeliverables(ctx.viewer, asOf, p)
  const sql = `select ${columnsOf(ctx.db, Deliverable, 'd')} from ${from}
    where ${where} and d.group_id = any(${p.add(ids)}::uuid[]) order by ${byCode}`
  return groupBy(await selectRows<Deliverable>(ctx.db, sql, p, asOf), ({ groupId }) => groupId)
})

/** Deliverables that are meant to close a gap, those of groups that the viewer may see. */
export const deliverablesByGap = listLoader<string, AsOf<Deliverable & { gapId: string }>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const { from, where } = visibleDeliverables(ctx.viewer, asOf, p)
  const links = tableAt('deliverable_gap', 'l', asOf, p)
  const sql = `select ${columnsOf(ctx.db, Deliverable, 'd')}, l.gap_id as "gapId"
    from ${from} join ${links} on l.deliverable_id = d.id
    where ${where} and l.gap_id = any(${p.add(ids)}::uuid[]) order by g.slug, ${byCode}`
  return groupBy(await selectRows<Deliverable & { gapId: string }>(ctx.db, sql, p, asOf), ({ gapId }) => gapId)
})

/** Ids of the gaps that a deliverable is meant to close, by number. Reached through a deliverable that the viewer sees. */
export const gapIdsByDeliverable = listLoader<string, string>(async (ctx, ids, asOf) => {
  const p = new Params()
  const links = tableAt('deliverable_gap', 'l', asOf, p)
  const gaps = tableAt('gap', 'x', asOf, p)
  const rows = (await ctx.db.query(
    `select l.deliverable_id as "deliverableId", l.gap_id as "gapId" from ${links} join ${gaps} on x.id = l.gap_id
     where l.deliverable_id = any(${p.add(ids)}::uuid[]) order by x.number`,
    p.values,
  )) as { deliverableId: string; gapId: string }[]
  return new Map([...groupBy(rows, (row) => row.deliverableId)].map(([id, links]) => [id, links.map((l) => l.gapId)]))
})

/** Id of the text that is written for a deliverable. Reached through a deliverable that the viewer sees. */
export const textIdByDeliverable = loader<string, string>(async (ctx, ids, asOf) => {
  const p = new Params()
  const texts = tableAt('deliverable_text', 't', asOf, p)
  const rows = (await ctx.db.query(
    `select t.deliverable_id as "deliverableId", t.document_id as "documentId" from ${texts}
     where t.deliverable_id = any(${p.add(ids)}::uuid[])`,
    p.values,
  )) as { deliverableId: string; documentId: string }[]
  return new Map(rows.map(({ deliverableId, documentId }) => [deliverableId, documentId]))
})

/** Deliverables for which a text is written, by code. */
export const deliverablesByText = listLoader<string, AsOf<Deliverable & { documentId: string }>>(
  async (ctx, ids, asOf) => {
    const p = new Params()
    const { from, where } = visibleDeliverables(ctx.viewer, asOf, p)
    const texts = tableAt('deliverable_text', 't', asOf, p)
    const sql = `select ${columnsOf(ctx.db, Deliverable, 'd')}, t.document_id as "documentId"
      from ${from} join ${texts} on t.deliverable_id = d.id
      where ${where} and t.document_id = any(${p.add(ids)}::uuid[]) order by ${byCode}`
    const rows = await selectRows<Deliverable & { documentId: string }>(ctx.db, sql, p, asOf)
    return groupBy(rows, ({ documentId }) => documentId)
  },
)

async function lineage(
  ctx: Parameters<typeof deliverablesById>[0],
  column: 'deliverable_id' | 'item_id',
  ids: readonly string[],
  asOf: string | null,
) {
  const p = new Params()
  const { from, where } = visibleDeliverables(ctx.viewer, asOf, p)
  const steps = tableAt('deliverable_lineage', 's', asOf, p)
  return selectRows<DeliverableLineage>(
    ctx.db,
    `select ${columnsOf(ctx.db, DeliverableLineage, 's')} from ${from} join ${steps} on s.deliverable_id = d.id
     where ${where} and s.${column} = any(${p.add(ids)}::uuid[]) order by s.noted_on nulls last, s.id`,
    p,
    asOf,
  )
}

/** What became of a deliverable, in order. */
export const lineageByDeliverable = listLoader<string, AsOf<DeliverableLineage>>(async (ctx, ids, asOf) =>
  groupBy(await lineage(ctx, 'deliverable_id', ids, asOf), ({ deliverableId }) => deliverableId),
)

/** Texts of groups from which an item came, as far as the viewer may see the groups. */
export const lineageByItem = listLoader<string, AsOf<DeliverableLineage>>(async (ctx, ids, asOf) =>
  groupBy(await lineage(ctx, 'item_id', ids, asOf), ({ itemId }) => itemId!),
)
