import type { DeliverableState } from '#schema/vocabulary/deliverables.js'
import type { Ctx, Viewer } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { visibleGroups, type Counted } from '#server/process/groups/index.js'
import { Deliverable } from './deliverable.entity.js'

export interface DeliverableFilter {
  /** Slug of a group. */
  readonly group?: string | null
  readonly state?: readonly DeliverableState[] | null
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
