import type { DeliverableState, DeliverableType } from '#schema/vocabulary/deliverables.js'
import type { Ctx, Viewer } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { visibleGroups, type Counted } from '#server/process/groups/index.js'
import { Deliverable } from './deliverable.entity.js'

export interface DeliverableFilter {
  /** Slug of a group. */
  readonly group?: string | null
  readonly state?: readonly DeliverableState[] | null
  readonly type?: readonly DeliverableType[] | null
  /** Numbers of working groups. */
  readonly subgroup?: readonly number[] | null
  readonly search?: string | null
  /** Whether a milestone is overdue. */
  readonly isOverdue?: boolean | null
}

/** The deliverables of groups that a viewer may see, as parts of a statement: `d` and `g`. [GR-3] */
export function visibleDeliverables(viewer: Viewer, asOf: string | null, p: Params): { from: string; where: string } {
  const group = visibleGroups(viewer, asOf, p)
  return {
    from: `${tableAt('deliverable', 'd', asOf, p)} join ${group.from} on g.id = d.group_id`,
    where: group.where,
  }
}

/** By group, then by code; those without a code last, by title. */
const order: Keyset = {
  name: 'deliverables',
  terms: [
    { expr: 'g.slug', direction: 'ASC', type: 'text' },
    { expr: 'd.code collate natural_name', direction: 'ASC', nulls: 'LAST', type: 'text' },
    { expr: 'd.title', direction: 'ASC', type: 'text' },
    { expr: 'd.id', direction: 'ASC', type: 'uuid' },
  ],
}

/** A deliverable of a group by its code, or by its id. Null when there is none that the viewer may see. */
export async function deliverableByKey(
  ctx: Ctx,
  group: string,
  key: string,
  asOf: string | null,
): Promise<AsOf<Deliverable> | null> {
  const p = new Params()
  const { from, where } = visibleDeliverables(ctx.viewer, asOf, p)
  const rows = await selectRows<Deliverable>(
    ctx.db,
    `select ${columnsOf(ctx.db, Deliverable, 'd')} from ${from}
     where ${where} and g.slug = ${p.add(group)} and (d.code = ${p.add(key)} or d.id::text = ${p.add(key.toLowerCase())})
     order by d.code = ${p.add(key)} desc nulls last limit 1`,
    p,
    asOf,
  )
  return rows[0] ?? null
}

/** Deliverables of all groups. Refuses: BAD_CURSOR. */
export async function deliverablePage(
  ctx: Ctx,
  filter: DeliverableFilter,
  page: Page,
  asOf: string | null,
): Promise<Counted<AsOf<Deliverable>>> {
  const p = new Params()
  const { from, where } = visibleDeliverables(ctx.viewer, asOf, p)
  const filters = [where]
  if (filter.group) filters.push(`g.slug = ${p.add(filter.group)}`)
  if (filter.state) filters.push(`d.state = any(${p.add(filter.state)}::text[])`)
  if (filter.type) filters.push(`d.type = any(${p.add(filter.type)}::text[])`)
  if (filter.subgroup) {
    filters.push(
      `exists (select from subgroup w where w.id = d.subgroup_id and w.number = any(${p.add(filter.subgroup)}))`,
    )
  }
  for (const word of (filter.search ?? '').slice(0, 200).split(/\s+/).filter(Boolean)) {
    const sought = `plain(${p.add(word.replace(/[\\%_]/g, '\\$&'))})`
    filters.push(`(plain(d.title) like '%' || ${sought} || '%' or plain(coalesce(d.code, '')) like ${sought} || '%')`)
  }
  if (filter.isOverdue != null) {
    const milestones = tableAt('deliverable_milestone', 'ms', asOf, p)
    const today = `(${p.add(asOf ?? ctx.now.toISOString())}::timestamptz at time zone g.deadline_zone)::date`
    filters.push(
      `${filter.isOverdue ? '' : 'not '}exists (select from ${milestones}
         where ms.deliverable_id = d.id and ms.done_on is null and ms.planned_on < ${today})`,
    )
  }
  const all = filters.join(' and ')
  const counted = [...p.values]
  const sql = pageInto(order, page, p)
  const rows = await selectRows<Deliverable & { groupSlug: string }>(
    ctx.db,
    `select ${columnsOf(ctx.db, Deliverable, 'd')}, g.slug as "groupSlug" from ${from} where ${all} and ${sql.where}
     order by ${sql.orderBy} limit ${sql.limit}`,
    p,
    asOf,
  )
  return {
    ...toConnection(rows, page, order, (row) => [row.groupSlug, row.code, row.title, row.id]),
    count: async () => {
      const [row] = (await ctx.db.query(`select count(*)::int as n from ${from} where ${all}`, counted)) as [
        { n: number },
      ]
      return row.n
    },
  }
}
