import { groupBy, listLoader, loader } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import type { BodyRow } from '#server/roadmap/bodies/index.js'
import { ItemName } from './item-name.entity.js'
import { ItemPlan } from './item-plan.entity.js'
import { ItemStage } from './item-stage.entity.js'
import { ItemTitle } from './item-title.entity.js'
import { Item } from './item.entity.js'

/** An item as read, now or as of a past instant; with its body where a list brought that along. */
export type ItemRow = AsOf<Item> & { readonly body?: BodyRow }

/** Items by id. */
export const itemsById = loader<string, ItemRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<Item>(
    ctx.db,
    `select ${columnsOf(ctx.db, Item, 'i')} from ${tableAt('item', 'i', asOf, p)} where i.id = any(${p.add(ids)})`,
    p,
    asOf,
  )
  return new Map(rows.map((row) => [row.id, row]))
})

/** Items by the slug of their address. */
export const itemsBySlug = loader<string, ItemRow>(async (ctx, slugs, asOf) => {
  const p = new Params()
  const asked = slugs.filter((slug) => !slug.includes('\0'))
  const rows = await selectRows<Item>(
    ctx.db,
    `select ${columnsOf(ctx.db, Item, 'i')} from ${tableAt('item', 'i', asOf, p)} where i.slug = any(${p.add(asked)}::text[])`,
    p,
    asOf,
  )
  return new Map(rows.map((row) => [row.slug, row]))
})

/** All names of an item, the one that holds first, then newest first. */
export const namesOfItem = listLoader<string, AsOf<ItemName>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<ItemName>(
    ctx.db,
    `select ${columnsOf(ctx.db, ItemName, 'n')} from ${tableAt('item_name', 'n', asOf, p)}
     where n.item_id = any(${p.add(ids)})
     order by n.to_on is not null, n.from_on desc nulls last, n.id desc`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.itemId)
})

/** Stages of an item, newest first. */
export const stagesOfItem = listLoader<string, AsOf<ItemStage>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<ItemStage>(
    ctx.db,
    `select ${columnsOf(ctx.db, ItemStage, 's')} from ${tableAt('item_stage', 's', asOf, p)}
     where s.item_id = any(${p.add(ids)}) order by s.noted_at desc, s.id desc`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.itemId)
})

/** Titles of an item in other languages, the one that holds first, then newest first. */
export const titlesOfItem = listLoader<string, AsOf<ItemTitle>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<ItemTitle>(
    ctx.db,
    `select ${columnsOf(ctx.db, ItemTitle, 't')} from ${tableAt('item_title', 't', asOf, p)}
     where t.item_id = any(${p.add(ids)})
     order by t.lang, t.to_on is not null, t.from_on desc nulls last, t.id desc`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.itemId)
})

/** Dates planned for an item, by when they were said, oldest first. */
export const plansOfItem = listLoader<string, AsOf<ItemPlan>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<ItemPlan>(
    ctx.db,
    `select ${columnsOf(ctx.db, ItemPlan, 'p')} from ${tableAt('item_plan', 'p', asOf, p)}
     where p.item_id = any(${p.add(ids)}) order by coalesce(p.as_of, p.noted_at::date), p.id`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.itemId)
})
