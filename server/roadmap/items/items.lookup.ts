import { normalise, searchKeys } from '#schema/vocabulary/designation.js'
import type { Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt } from '#server/platform/database/index.js'
import { Item } from './item.entity.js'
import type { ItemRow } from './items.loader.js'

/** How well a text names an item; lower is better. */
type Fit = 0 | 1 | 2 | 3

export interface NamedItem extends ItemRow {
  /** 0: its slug; 1: its present name, whole; 2: a past name, whole; 3: part of a name, say without edition or publisher. */
  readonly fit: Fit
}

/** All items that a text may mean, best first, 20 at most. A text that can be no name gives none. [IT-6] */
export async function itemsNamed(ctx: Ctx, text: string, asOf: string | null): Promise<NamedItem[]> {
  const key = normalise(text)
  if (key === '') return []
  const p = new Params()
  const sought = p.add(key)
  return (await selectRows<Item & { fit: Fit }>(
    ctx.db,
    `select ${columnsOf(ctx.db, Item, 'i')}, f.fit
     from (select item_id, min(fit) as fit from (
             select s.id as item_id, 0 as fit from ${tableAt('item', 's', asOf, p)} where s.slug = ${p.add(text.trim().toLowerCase())}
             union all
             select n.item_id, case when n.keys[1] <> ${sought} then 3 when n.to_on is null then 1 else 2 end
             from ${tableAt('item_name', 'n', asOf, p)} where n.keys @> array[${sought}]) hit
           group by item_id) f
     join ${tableAt('item', 'i', asOf, p)} on i.id = f.item_id
     order by f.fit, i.designation_sort desc, i.id limit 20`,
    p,
    asOf,
  )) as NamedItem[]
}

/** The one item that a text means: the best fit when no other fits as well. Null when none fits or several do. */
export async function itemNamed(ctx: Ctx, text: string, asOf: string | null): Promise<ItemRow | null> {
  const [best, second] = await itemsNamed(ctx, text, asOf)
  return best && best.fit !== second?.fit ? best : null
}

/** An item that goes by a name, or went by it. */
export interface Called {
  readonly slug: string
  readonly designation: string
  readonly isFormer: boolean
}

/** The item other than `exceptId` whose name, present or past, is this one whole; null when there is none. [IT-11] */
export async function itemCalled(ctx: Ctx, designation: string, exceptId: string | null): Promise<Called | null> {
  const [row] = (await ctx.db.query(
    `select i.slug, i.designation, n.to_on is not null as "isFormer"
     from item_name n join item i on i.id = n.item_id
     where n.keys @> array[$1] and n.keys[1] = $1 and ($2::uuid is null or i.id <> $2)
     order by n.to_on is not null, i.id limit 1`,
    [normalise(designation), exceptId],
  )) as Called[]
  return row ?? null
}

/** A short form under which several items are found. */
export interface SharedName {
  readonly name: string
  readonly items: readonly ItemRow[]
}

/** The forms of a designation under which other items are found too: typed alone, each gives a choice. Ten items at most are named. */
export async function sharedNames(ctx: Ctx, designation: string, itemId: string): Promise<SharedName[]> {
  const p = new Params()
  const keys = p.add([...searchKeys(designation)])
  const rows = await selectRows<Item & { form: string }>(
    ctx.db,
    `select s.form, ${columnsOf(ctx.db, Item, 'i')}
     from (select distinct n.item_id, k.key as form from item_name n, unnest(n.keys) k (key)
           where n.keys && ${keys}::text[] and k.key = any(${keys}::text[]) and n.item_id <> ${p.add(itemId)}) s
     join item i on i.id = s.item_id
     order by length(s.form), s.form, i.designation_sort limit 10`,
    p,
  )
  return [...Map.groupBy(rows, (row) => row.form)].map(([name, items]) => ({ name, items }))
}
