import { groupBy, listLoader, loader } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { BodyName } from './body-name.entity.js'
import { Body } from './body.entity.js'

/** A body as read, now or as of a past instant. */
export type BodyRow = AsOf<Body>

/** Bodies by id. */
export const bodiesById = loader<string, BodyRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<Body>(
    ctx.db,
    `select ${columnsOf(ctx.db, Body, 'b')} from ${tableAt('body', 'b', asOf, p)} where b.id = any(${p.add(ids)})`,
    p,
    asOf,
  )
  return new Map(rows.map((row) => [row.id, row]))
})

/** Bodies by slug. */
export const bodiesBySlug = loader<string, BodyRow>(async (ctx, slugs, asOf) => {
  const p = new Params()
  const known = slugs.filter((slug) => !slug.includes('\0'))
  const rows = await selectRows<Body>(
    ctx.db,
    `select ${columnsOf(ctx.db, Body, 'b')} from ${tableAt('body', 'b', asOf, p)} where b.slug = any(${p.add(known)})`,
    p,
    asOf,
  )
  return new Map(rows.map((row) => [row.slug, row]))
})

/** Bodies of which a body is parent or second parent, by name. */
export const childrenOfBody = listLoader<string, BodyRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<Body & { under: string }>(
    ctx.db,
    `select ${columnsOf(ctx.db, Body, 'b')}, k.id as under
     from ${tableAt('body', 'b', asOf, p)} join unnest(${p.add(ids)}::uuid[]) k (id) on k.id in (b.parent_id, b.co_parent_id)
     order by b.name collate natural_name, b.id`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.under)
})

/** Bodies whose work goes on in a body, by name. */
export const predecessorsOfBody = listLoader<string, BodyRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<Body>(
    ctx.db,
    `select ${columnsOf(ctx.db, Body, 'b')} from ${tableAt('body', 'b', asOf, p)}
     where b.successor_id = any(${p.add(ids)}::uuid[]) order by b.name collate natural_name, b.id`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.successorId!)
})

/** Names of bodies besides their present ones: those that hold by language, then those of before, the latest first. */
export const namesOfBody = listLoader<string, AsOf<BodyName>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<BodyName>(
    ctx.db,
    `select ${columnsOf(ctx.db, BodyName, 'n')} from ${tableAt('body_name', 'n', asOf, p)}
     where n.body_id = any(${p.add(ids)}::uuid[]) order by n.to_on desc nulls first, n.lang, n.id`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.bodyId)
})

/** The parents of a body up to the top, outermost first. A circle, which nothing forbids in old data, ends after 20 steps. */
export const pathOfBody = listLoader<string, BodyRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<Body & { leaf: string }>(
    ctx.db,
    `with recursive up (leaf, id, step) as (
       select b.id, b.parent_id, 1 from ${tableAt('body', 'b', asOf, p)} where b.id = any(${p.add(ids)}) and b.parent_id is not null
       union all
       select u.leaf, b.parent_id, u.step + 1 from up u join ${tableAt('body', 'b', asOf, p)} on b.id = u.id
       where b.parent_id is not null and u.step < 20)
     select ${columnsOf(ctx.db, Body, 'b')}, u.leaf from up u join ${tableAt('body', 'b', asOf, p)} on b.id = u.id
     order by u.leaf, u.step desc`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.leaf)
})

/**
 * SQL of a recursive part of a WITH: `<name> (root, id)` holds, for each body of `roots` (a select of ids), itself and all bodies under it by
 * either parent.
 */
export function bodiesUnder(name: string, roots: string, asOf: string | null, params: Params): string {
  return `${name} (root, id) as (
    select r.id, r.id from (${roots}) r (id)
    union
    select u.root, b.id from ${name} u join ${tableAt('body', 'b', asOf, params)} on u.id in (b.parent_id, b.co_parent_id))`
}
