import { readNumber } from '#schema/vocabulary/numbers.js'
import { visibleSql } from '#server/common/access/index.js'
import { groupBy, listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, queryRows } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { Statement } from './statement.entity.js'

/** As in the SDL. */
export interface StatementFilter {
  readonly group?: string | null
  readonly case?: string | null
}

export interface StatementList extends Connection<Statement> {
  readonly filter: StatementFilter
}

const newestFirst: Keyset = { name: 'statements', terms: [{ expr: 's.id', direction: 'DESC', type: 'uuid' }] }

/** What a filter leaves of the statements that the viewer may see: a statement is hidden with its group. [GR-3] */
function conditionsOf(ctx: Ctx, filter: StatementFilter, p: Params): string {
  const conditions = [
    visibleSql(ctx.viewer, 's.visibility', 's.group_id', p),
    visibleSql(ctx.viewer, 'g.visibility', 'g.id', p),
  ]
  if (filter.group != null) conditions.push(`g.slug = ${p.add(filter.group.replaceAll('\0', ''))}`)
  if (filter.case != null) {
    conditions.push(
      `s.case_id in (select o.id from overlap_case o where o.number = ${p.add(readNumber('O', filter.case))}::int)`,
    )
  }
  return conditions.join(' and ')
}

const from = 'statement s join standards_group g on g.id = s.group_id'

/** A page of statements, in one statement of SQL. Refuses: BAD_CURSOR. */
export async function listStatements(ctx: Ctx, filter: StatementFilter, page: Page): Promise<StatementList> {
  const p = new Params()
  const conditions = conditionsOf(ctx, filter, p)
  const { where, orderBy, limit } = pageInto(newestFirst, page, p)
  const rows = await queryRows<Statement>(
    ctx.db,
    `select ${columnsOf(ctx.db, Statement, 's')} from ${from} where ${conditions} and ${where} order by ${orderBy} limit ${limit}`,
    p.values,
  )
  return { ...toConnection(rows, page, newestFirst, ({ id }) => [id]), filter }
}

/** How many statements a filter leaves. */
export async function countStatements(ctx: Ctx, filter: StatementFilter): Promise<number> {
  const p = new Params()
  const [row] = await queryRows<{ count: number }>(
    ctx.db,
    `select count(*)::int as count from ${from} where ${conditionsOf(ctx, filter, p)}`,
    p.values,
  )
  return row!.count
}

/** Statements that were drafted from a case and that the viewer may see, newest first. */
export const statementsOfCase = listLoader<string, Statement>(async (ctx, ids) => {
  const p = new Params()
  const rows = await queryRows<Statement & { caseId: string }>(
    ctx.db,
    `select ${columnsOf(ctx.db, Statement, 's')} from ${from}
     where ${conditionsOf(ctx, {}, p)} and s.case_id = any(${p.add(ids)}::uuid[]) order by s.id desc`,
    p.values,
  )
  return groupBy(rows, ({ caseId }) => caseId)
})

/** Statements by id; null for those that the viewer may not see. */
export const statementsById = loader<string, Statement>(async (ctx, ids) => {
  const p = new Params()
  const rows = await queryRows<Statement>(
    ctx.db,
    `select ${columnsOf(ctx.db, Statement, 's')} from ${from}
     where ${conditionsOf(ctx, {}, p)} and s.id = any(${p.add(ids)}::uuid[])`,
    p.values,
  )
  return new Map(rows.map((row) => [row.id, row]))
})
