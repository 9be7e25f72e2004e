import { groupBy, listLoader, loader } from '#server/platform/context/index.js'
import {
  columnsOf,
  joinedRow,
  Params,
  selectRows,
  someColumnsOf,
  tableAt,
  type AsOf,
} from '#server/platform/database/index.js'
import { Item, type ItemRow } from '#server/roadmap/items/index.js'
import { Principle, type PrincipleRow } from '#server/roadmap/principles/index.js'
import { GapBody } from './gap-body.entity.js'
import { GapClosure } from './gap-closure.entity.js'
import { GapCoverage } from './gap-coverage.entity.js'
import { ProgressUpdate } from './gap-progress.entity.js'
import { GapReplacement } from './gap-replacement.entity.js'
import { Gap } from './gap.entity.js'

/** A gap as read, now or as of a past instant. */
export type GapRow = AsOf<Gap>
/** A coverage edge with its item. */
export type CoverageRow = AsOf<GapCoverage> & { readonly item: ItemRow }
export type GapBodyRow = AsOf<GapBody>
export type ReplacementRow = AsOf<GapReplacement>
export type ProgressRow = AsOf<ProgressUpdate>
export type ClosureRow = AsOf<GapClosure>

/** Gaps by id. */
export const gapsById = loader<string, GapRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<Gap>(
    ctx.db,
    `select ${columnsOf(ctx.db, Gap, 'g')} from ${tableAt('gap', 'g', asOf, p)} where g.id = any(${p.add(ids)})`,
    p,
    asOf,
  )
  return new Map(rows.map((row) => [row.id, row]))
})

/** Gaps by number. */
export const gapsByNumber = loader<number, GapRow>(async (ctx, numbers, asOf) => {
  const p = new Params()
  const rows = await selectRows<Gap>(
    ctx.db,
    `select ${columnsOf(ctx.db, Gap, 'g')} from ${tableAt('gap', 'g', asOf, p)} where g.number = any(${p.add(numbers)})`,
    p,
    asOf,
  )
  return new Map(rows.map((row) => [row.number, row]))
})

/** Coverage edges from either end, with the item of each: those that hold, or those that were withdrawn. */
const edges = (end: 'gap_id' | 'item_id' | 'id', of: (edge: GapCoverage) => string, which: string) =>
  listLoader<string, CoverageRow>(async (ctx, ids, asOf) => {
    const p = new Params()
    const rows = await selectRows<GapCoverage>(
      ctx.db,
      `select ${columnsOf(ctx.db, GapCoverage, 'c')}, ${someColumnsOf(ctx.db, Item, 'i', null, 'i_')}
       from ${tableAt('gap_coverage', 'c', asOf, p)} join ${tableAt('item', 'i', asOf, p)} on i.id = c.item_id
       join ${tableAt('gap', 'g', asOf, p)} on g.id = c.gap_id
       where c.${end} = any(${p.add(ids)}::uuid[]) and ${which} order by i.designation_sort, c.id`,
      p,
      asOf,
    )
    const itemNames = ctx.db.connection.getMetadata(Item).columns.map((column) => column.propertyName as keyof Item)
    const whole = rows.map((row) => Object.assign(row, { item: joinedRow<Item>(row, itemNames, 'i_', asOf) }))
    return groupBy<CoverageRow, string>(whole, of)
  })
export const edgesOfGap = edges('gap_id', (edge) => edge.gapId, 'c.withdrawn_at is null')
export const edgesOfItem = edges(
  'item_id',
  (edge) => edge.itemId,
  'c.withdrawn_at is null and g.replacement_id is null',
)
export const withdrawnEdgesOfGap = edges('gap_id', (edge) => edge.gapId, 'c.withdrawn_at is not null')
/** A list of one, or none. */
export const edgeById = edges('id', (edge) => edge.id, 'true')

/** Bodies named for a gap, leading ones first, then by name; from either end. */
const actors = (end: 'gap_id' | 'body_id', of: (row: GapBody) => string) =>
  listLoader<string, GapBodyRow>(async (ctx, ids, asOf) => {
    const p = new Params()
    const rows = await selectRows<GapBody>(
      ctx.db,
      `select ${columnsOf(ctx.db, GapBody, 'gb')} from ${tableAt('gap_body', 'gb', asOf, p)}
       join ${tableAt('body', 'b', asOf, p)} on b.id = gb.body_id join ${tableAt('gap', 'g', asOf, p)} on g.id = gb.gap_id
       where gb.${end} = any(${p.add(ids)}::uuid[]) ${end === 'body_id' ? 'and g.replacement_id is null' : ''}
       order by array_position(array['LEAD', 'CANDIDATE', 'INTERESTED', 'UNKNOWN'], gb.role),
         coalesce(b.acronym, b.name) collate natural_name, g.number, gb.id`,
      p,
      asOf,
    )
    return groupBy<GapBodyRow, string>(rows, of)
  })
export const bodiesOfGap = actors('gap_id', (row) => row.gapId)
export const gapsOfBody = actors('body_id', (row) => row.bodyId)

/** Principles in whose way a gap stands, by number. */
export const principlesOfGap = listLoader<string, PrincipleRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<Principle & { gapId: string }>(
    ctx.db,
    `select ${columnsOf(ctx.db, Principle, 'p')}, gp.gap_id as "gapId" from ${tableAt('gap_principle', 'gp', asOf, p)}
     join ${tableAt('principle', 'p', asOf, p)} on p.id = gp.principle_id
     where gp.gap_id = any(${p.add(ids)}::uuid[]) order by p.number`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.gapId)
})

/** Gaps that stand in the way of a principle, by number. */
export const gapsOfPrinciple = listLoader<string, GapRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<Gap & { principleId: string }>(
    ctx.db,
    `select ${columnsOf(ctx.db, Gap, 'g')}, gp.principle_id as "principleId" from ${tableAt('gap_principle', 'gp', asOf, p)}
     join ${tableAt('gap', 'g', asOf, p)} on g.id = gp.gap_id
     where gp.principle_id = any(${p.add(ids)}::uuid[]) and g.replacement_id is null order by g.number`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.principleId)
})

/** Updates on the progress of a gap, newest day first. */
export const progressOfGap = listLoader<string, ProgressRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<ProgressUpdate>(
    ctx.db,
    `select ${columnsOf(ctx.db, ProgressUpdate, 'u')} from ${tableAt('gap_progress', 'u', asOf, p)}
     left join ${tableAt('gap_replacement', 'r', asOf, p)} on r.id = u.carried_by
     where u.gap_id = any(${p.add(ids)}::uuid[]) and r.undone_at is null order by u.happened_on desc, u.id desc`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.gapId)
})

/** Decisions that closed a gap, the one that holds first, then newest first. */
export const closuresOfGap = listLoader<string, ClosureRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<GapClosure>(
    ctx.db,
    `select ${columnsOf(ctx.db, GapClosure, 'c')} from ${tableAt('gap_closure', 'c', asOf, p)}
     where c.gap_id = any(${p.add(ids)}::uuid[]) order by c.reopened_on is not null, c.decided_on desc, c.id desc`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.gapId)
})

/** Items that a decision names as what closed a gap. */
export const itemsOfClosure = listLoader<string, ItemRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<Item & { closureId: string }>(
    ctx.db,
    `select ${columnsOf(ctx.db, Item, 'i')}, ci.closure_id as "closureId" from ${tableAt('gap_closure_item', 'ci', asOf, p)}
     join ${tableAt('item', 'i', asOf, p)} on i.id = ci.item_id
     where ci.closure_id = any(${p.add(ids)}::uuid[]) order by i.designation_sort, i.id`,
    p,
    asOf,
  )
  return groupBy(rows, (row) => row.closureId)
})

/** Merges and splits by id. */
export const replacementsById = loader<string, ReplacementRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<GapReplacement>(
    ctx.db,
    `select ${columnsOf(ctx.db, GapReplacement, 'r')} from ${tableAt('gap_replacement', 'r', asOf, p)} where r.id = any(${p.add(ids)})`,
    p,
    asOf,
  )
  return new Map(rows.map((row) => [row.id, row]))
})

/** The gaps at one end of a merge or split, by number. */
const ends = (end: 'from_id' | 'to_id') =>
  listLoader<string, GapRow>(async (ctx, ids, asOf) => {
    const p = new Params()
    const rows = await selectRows<Gap & { stepId: string }>(
      ctx.db,
      `select distinct ${columnsOf(ctx.db, Gap, 'g')}, l.replacement_id as "stepId" from ${tableAt('gap_replacement_link', 'l', asOf, p)}
       join ${tableAt('gap', 'g', asOf, p)} on g.id = l.${end} where l.replacement_id = any(${p.add(ids)}::uuid[])`,
      p,
      asOf,
    )
    return groupBy(
      rows.toSorted((a, b) => a.number - b.number),
      (row) => row.stepId,
    )
  })
export const replacedBy = ends('from_id')
export const replacingIn = ends('to_id')

/** Merges and splits by which other numbers lead to a gap, in the order in which they happened. */
export const arrivalsOfGap = listLoader<string, ReplacementRow>(async (ctx, ids, asOf) => {
  const p = new Params()
  const rows = await selectRows<GapReplacement & { gapId: string }>(
    ctx.db,
    `select distinct ${columnsOf(ctx.db, GapReplacement, 'r')}, l.to_id as "gapId" from ${tableAt('gap_replacement', 'r', asOf, p)}
     join ${tableAt('gap_replacement_link', 'l', asOf, p)} on l.replacement_id = r.id
     where l.to_id = any(${p.add(ids)}::uuid[]) and r.undone_at is null`,
    p,
    asOf,
  )
  return groupBy(
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    (row) => row.gapId,
  )
})
