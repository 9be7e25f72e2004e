import { visibleSql } from '#server/common/access/index.js'
import type { Ctx, Viewer } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { StandardsGroup } from './group.entity.js'

/** A connection that can be counted when somebody asks. */
export interface Counted<Node> extends Connection<Node> {
  readonly count: () => Promise<number>
}

/** The groups that a viewer may see, as parts of a statement: `g`. What is hidden today stays hidden in the past, and the other way round. [GR-3] */
export function visibleGroups(viewer: Viewer, asOf: string | null, p: Params): { from: string; where: string } {
  const then = tableAt('standards_group', 'g', asOf, p)
  const where = visibleSql(viewer, 'g.visibility', 'g.id', p)
  if (asOf === null) return { from: then, where }
  return {
    from: `(${then} join standards_group g_now on g_now.id = g.id)`,
    where: `${where} and ${visibleSql(viewer, 'g_now.visibility', 'g_now.id', p)}`,
  }
}

const byName: Keyset = {
  name: 'groups',
  terms: [
    { expr: 'g.name collate natural_name', direction: 'ASC', type: 'text' },
    { expr: 'g.id', direction: 'ASC', type: 'uuid' },
  ],
}

/** Groups by name. Refuses: BAD_CURSOR. */
export async function groupPage(ctx: Ctx, page: Page, asOf: string | null): Promise<Counted<AsOf<StandardsGroup>>> {
  const p = new Params()
  const { from, where } = visibleGroups(ctx.viewer, asOf, p)
  const keyset = pageInto(byName, page, p)
  const rows = await selectRows<StandardsGroup>(
    ctx.db,
    `select ${columnsOf(ctx.db, StandardsGroup, 'g')} from ${from}
     where ${where} and ${keyset.where} order by ${keyset.orderBy} limit ${keyset.limit}`,
    p,
    asOf,
  )
  return {
    ...toConnection(rows, page, byName, (group) => [group.name, group.id]),
    count: () => countGroups(ctx, asOf),
  }
}

async function countGroups(ctx: Ctx, asOf: string | null): Promise<number> {
  const p = new Params()
  const { from, where } = visibleGroups(ctx.viewer, asOf, p)
  const [row] = (await ctx.db.query(`select count(*)::int as n from ${from} where ${where}`, p.values)) as [
    { n: number },
  ]
  return row.n
}

/** Visible groups of which a column has one of these values, by that value. */
export async function groupsWhere(
  ctx: Ctx,
  column: 'id' | 'slug' | 'bodyId',
  values: readonly string[],
  asOf: string | null,
): Promise<Map<string, AsOf<StandardsGroup>>> {
  const p = new Params()
  const { from, where } = visibleGroups(ctx.viewer, asOf, p)
  const sql = { id: 'g.id::text', slug: 'g.slug', bodyId: 'g.body_id::text' }[column]
  const rows = await selectRows<StandardsGroup>(
    ctx.db,
    `select ${columnsOf(ctx.db, StandardsGroup, 'g')} from ${from} where ${where} and ${sql} = any(${p.add(values)}::text[])`,
    p,
    asOf,
  )
  return new Map(rows.map((row) => [row[column], row]))
}
