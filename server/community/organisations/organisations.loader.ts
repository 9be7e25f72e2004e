import { loader } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { Organisation } from './organisation.entity.js'

/** Organisations by id, as they are or as they stood at an instant. */
export const organisationsById = loader<string, AsOf<Organisation>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<Organisation>(
    ctx.db,
    `select ${columnsOf(ctx.db, Organisation, 'o')} from ${tableAt('organisation', 'o', asOf, p)} where o.id = any(${p.add(ids)})`,
    p,
    asOf,
  )
  return new Map(rows.map((row) => [row.id, row]))
})
