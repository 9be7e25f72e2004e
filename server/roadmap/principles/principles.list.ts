import { groupBy, listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { PrincipleWording } from './principle-wording.entity.js'
import { Principle } from './principle.entity.js'

/** A principle as read, now or as of a past instant. */
export type PrincipleRow = AsOf<Principle>

export interface PrincipleList extends Connection<PrincipleRow> {
  readonly asked: { readonly asOf: string | null }
}

const byNumber: Keyset = { name: 'principles', terms: [{ expr: 'p.number', direction: 'ASC', type: 'number' }] }

/** A page of principles by number. Refuses: BAD_CURSOR. */
export async function listPrinciples(ctx: Ctx, page: Page, asOf: string | null): Promise<PrincipleList> {
  const p = new Params()
  const from = tableAt('principle', 'p', asOf, p)
  const { where, orderBy, limit } = pageInto(byNumber, page, p)
  const rows = await selectRows<Principle>(
    ctx.db,
    `select ${columnsOf(ctx.db, Principle, 'p')} from ${from} where ${where} order by ${orderBy} limit ${limit}`,
    p,
    asOf,
  )
  return { ...toConnection(rows, page, byNumber, (row) => [row.number]), asked: { asOf } }
}

export async function countPrinciples(ctx: Ctx, { asOf }: PrincipleList['asked']): Promise<number> {
  const p = new Params()
  const [row] = (await ctx.db.query(
    `select count(*)::int as count from ${tableAt('principle', 'p', asOf, p)}`,
    p.values,
  )) as [{ count: number }]
  return row.count
}

/** Principles by id. */
export const principlesById = loader<string, PrincipleRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<Principle>(
    ctx.db,
    `select ${columnsOf(ctx.db, Principle, 'p')} from ${tableAt('principle', 'p', asOf, p)} where p.id = any(${p.add(ids)})`,
    p,
    asOf,
  )
  return new Map(rows.map((row) => [row.id, row]))
})

/** Principles by number. */
export const principlesByNumber = loader<number, PrincipleRow>(async (ctx, numbers, asOf) => {
  const p = new Params()
  const rows = await selectRows<Principle>(
    ctx.db,
    `select ${columnsOf(ctx.db, Principle, 'p')} from ${tableAt('principle', 'p', asOf, p)} where p.number = any(${p.add(numbers)}::int[])`,
    p,
    asOf,
  )
  return new Map(rows.map((row) => [row.number, row]))
})

/** The wordings that principles had before, newest first. */
export const formerWordings = listLoader<string, AsOf<PrincipleWording>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<PrincipleWording>(
    ctx.db,
    `select ${columnsOf(ctx.db, PrincipleWording, 'w')} from ${tableAt('principle_wording', 'w', asOf, p)}
     where w.principle_id = any(${p.add(ids)}::uuid[]) order by w.version desc`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.principleId)
})
