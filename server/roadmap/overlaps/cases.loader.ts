import { groupBy, listLoader, loader } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { OverlapCaseItem } from './overlap-case-item.entity.js'
import { OverlapCaseStep } from './overlap-case-step.entity.js'
import { OverlapCase } from './overlap-case.entity.js'

/** A case as read, now or as of a past instant. */
export type CaseRow = AsOf<OverlapCase>
export type CaseItemRow = AsOf<OverlapCaseItem>
export type StepRow = AsOf<OverlapCaseStep>

const cases = <K>(column: 'id' | 'number', type: string, keyOf: (row: OverlapCase) => K) =>
  loader<K, CaseRow>(async (ctx, keys, asOf) => {
    const p = new Params()
    const rows = await selectRows<OverlapCase>(
      ctx.db,
      `select ${columnsOf(ctx.db, OverlapCase, 'o')} from ${tableAt('overlap_case', 'o', asOf, p)}
       where o.${column} = any(${p.add(keys)}::${type}[])`,
      p,
      asOf,
    )
    return new Map(rows.map((row) => [keyOf(row), row]))
  })
export const casesById = cases<string>('id', 'uuid', ({ id }) => id)
export const casesByNumber = cases<number>('number', 'int', ({ number }) => number)

/** The items of a case, in their order. */
export const itemsOfCase = listLoader<string, CaseItemRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<OverlapCaseItem>(
    ctx.db,
    `select ${columnsOf(ctx.db, OverlapCaseItem, 'c')} from ${tableAt('overlap_case_item', 'c', asOf, p)}
     where c.case_id = any(${p.add(ids)}::uuid[]) order by c.place, c.id`,
    p,
    asOf,
  )
  return groupBy(rows, ({ caseId }) => caseId)
})

/** The steps of a case, newest first. */
export const stepsOfCase = listLoader<string, StepRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<OverlapCaseStep>(
    ctx.db,
    `select ${columnsOf(ctx.db, OverlapCaseStep, 's')} from ${tableAt('overlap_case_step', 's', asOf, p)}
     where s.case_id = any(${p.add(ids)}::uuid[]) order by s.id desc`,
    p,
    asOf,
  )
  return groupBy(rows, ({ caseId }) => caseId)
})

/** The cases that hold an item, newest first. */
export const casesOfItem = listLoader<string, CaseRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<OverlapCase & { itemId: string }>(
    ctx.db,
    `select ${columnsOf(ctx.db, OverlapCase, 'o')}, c.item_id as "itemId" from ${tableAt('overlap_case_item', 'c', asOf, p)}
     join ${tableAt('overlap_case', 'o', asOf, p)} on o.id = c.case_id
     where c.item_id = any(${p.add(ids)}::uuid[]) order by o.number desc`,
    p,
    asOf,
  )
  return groupBy(rows, ({ itemId }) => itemId)
})
