import type { Assessment } from '#schema/vocabulary/register.js'
import { groupBy, listLoader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, queryRows, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { PrincipleStand } from './principle-stand.entity.js'

/** How an item stands against a principle, now or as of a past instant. */
export type StandRow = AsOf<PrincipleStand>

export interface StandList extends Connection<StandRow> {
  readonly asked: {
    readonly principleId: string
    readonly assessment: readonly Assessment[]
    readonly asOf: string | null
  }
}

/** What was said and not taken back. */
const isSaid = `s.assessment <> 'NOT_ASSESSED'`

/** How items stand against principles, by number of the principle; what was taken back is left out. */
export const standsOfItem = listLoader<string, StandRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<PrincipleStand>(
    ctx.db,
    `select ${columnsOf(ctx.db, PrincipleStand, 's')} from ${tableAt('principle_stand', 's', asOf, p)}
     join ${tableAt('principle', 'p', asOf, p)} on p.id = s.principle_id
     where s.item_id = any(${p.add(ids)}::uuid[]) and ${isSaid} order by p.number`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.itemId)
})

const byDesignation: Keyset = {
  name: 'principle.stands',
  terms: [
    { expr: 'i.designation_sort', direction: 'ASC', type: 'text' },
    { expr: 's.id', direction: 'ASC', type: 'uuid' },
  ],
}

/** A page of the items that were held against a principle, by designation. Refuses: BAD_CURSOR. */
export async function listStands(ctx: Ctx, asked: StandList['asked'], page: Page): Promise<StandList> {
  const p = new Params()
  const from = fromOf(asked, p)
  const { where, orderBy, limit } = pageInto(byDesignation, page, p)
  const rows = await selectRows<PrincipleStand & { designationSort: string }>(
    ctx.db,
    `select ${columnsOf(ctx.db, PrincipleStand, 's')}, i.designation_sort as "designationSort"
     from ${from} and ${where} order by ${orderBy} limit ${limit}`,
    p,
    asked.asOf,
  )
  return { ...toConnection(rows, page, byDesignation, (row) => [row.designationSort, row.id]), asked }
}

export async function countStands(ctx: Ctx, asked: StandList['asked']): Promise<number> {
  const p = new Params()
  const [row] = await queryRows<{ count: number }>(
    ctx.db,
    `select count(*)::int as count from ${fromOf(asked, p)}`,
    p.values,
  )
  return row!.count
}

function fromOf({ principleId, assessment, asOf }: StandList['asked'], p: Params): string {
  const tables = `${tableAt('principle_stand', 's', asOf, p)} join ${tableAt('item', 'i', asOf, p)} on i.id = s.item_id`
  const chosen = assessment.length > 0 ? `s.assessment = any(${p.add(assessment)}::text[])` : isSaid
  return `${tables} where s.principle_id = ${p.add(principleId)}::uuid and ${chosen}`
}

/** How many items meet a principle, meet it in part, do not; each that was said of any. */
export interface StandCount {
  readonly principleId: string
  readonly assessment: Assessment
  readonly count: number
}

/** Counts by principle. What was not assessed is in none: it is not known, and not nought. */
export const standCountsOfPrinciple = listLoader<string, StandCount>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await queryRows<StandCount>(
    ctx.db,
    `select s.principle_id as "principleId", s.assessment, count(*)::int as count from ${tableAt('principle_stand', 's', asOf, p)}
     where s.principle_id = any(${p.add(ids)}::uuid[]) and ${isSaid}
     group by 1, 2 order by array_position(array['MEETS', 'PARTLY', 'DOES_NOT'], s.assessment)`,
    p.values,
  )
  return groupBy(rows, (row) => row.principleId)
})

/** What was said of one principle and one item, also when it was taken back; null when nothing ever was. */
export async function standOf(
  ctx: Ctx,
  principleId: string,
  itemId: string,
  asOf: string | null,
): Promise<StandRow | null> {
  const p = new Params()
  const [row] = await selectRows<PrincipleStand>(
    ctx.db,
    `select ${columnsOf(ctx.db, PrincipleStand, 's')} from ${tableAt('principle_stand', 's', asOf, p)}
     where s.principle_id = ${p.add(principleId)}::uuid and s.item_id = ${p.add(itemId)}::uuid`,
    p,
    asOf,
  )
  return row ?? null
}
