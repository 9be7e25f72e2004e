import { listLoader } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows } from '#server/platform/database/index.js'
import { FactCheck } from './fact-check.entity.js'

/** What was said about facts (`<kind> <id>`) and waits, oldest first. */
export const waitingChecks = listLoader<string, FactCheck>(async (ctx, keys) => {
  const p = new Params()
  const rows = await selectRows<FactCheck>(
    ctx.db,
    `select ${columnsOf(ctx.db, FactCheck, 'c')} from fact_check c
     where c.state = 'WAITING' and c.fact_id = any(${p.add(keys.map((key) => key.split(' ')[1]))}::uuid[])
     order by c.said_at, c.id`,
    p,
  )
  return Map.groupBy(rows, ({ kind, factId }) => `${kind} ${factId}`)
})
