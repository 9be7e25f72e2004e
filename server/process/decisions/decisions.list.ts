import { decisionKinds, type DecisionKind, type SubjectKind } from '#schema/vocabulary/decisions.js'
import type { Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, queryRows, searchWords, selectRows } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { Decision } from './decision.entity.js'
import { visibleDecisions } from './decisions.reads.js'
import { subjectColumnInSql } from './subject.js'

/** As in the SDL. */
export interface DecisionFilter {
  readonly group?: string | null
  readonly meeting?: number | null
  readonly kind?: readonly DecisionKind[] | null
  readonly subject?: readonly SubjectKind[] | null
  readonly isReversed?: boolean | null
  readonly hasReservations?: boolean | null
  readonly search?: string | null
}

export interface DecisionList extends Connection<Decision> {
  readonly filter: DecisionFilter
}

const latestFirst: Keyset = {
  name: 'decisions',
  terms: [
    { expr: 'x.decided_on', direction: 'DESC', type: 'day' },
    { expr: 'x.number', direction: 'DESC', type: 'number' },
    { expr: 'x.id', direction: 'DESC', type: 'uuid' },
  ],
}

/** What a filter leaves of the decisions `x` of groups `g`. */
function conditionsOf(filter: DecisionFilter, p: Params): string {
  const conditions = ['true']
  if (filter.group != null) conditions.push(`g.slug = ${p.add(filter.group.replaceAll('\0', ''))}`)
  if (filter.meeting != null) conditions.push(`xm.number = ${p.add(filter.meeting)}`)
  if (filter.kind?.length) conditions.push(`x.kind = any(${p.add(filter.kind)}::text[])`)
  if (filter.subject?.length) {
    conditions.push(`(${filter.subject.map((kind) => `x.${subjectColumnInSql[kind]} is not null`).join(' or ')})`)
  }
  if (filter.isReversed != null) {
    conditions.push(`${filter.isReversed ? '' : 'not '}exists (select from decision r where r.reverses_id = x.id)`)
  }
  if (filter.hasReservations != null) {
    conditions.push(
      `${filter.hasReservations ? '' : 'not '}exists (select from reservation r where r.decision_id = x.id and r.state <> 'WITHDRAWN')`,
    )
  }
  for (const word of searchWords(filter.search ?? '')) {
    conditions.push(`plain(x.text) like '%' || plain(${p.add(word)}::text) || '%'`)
  }
  return conditions.join(' and ')
}

/** A page of decisions, the latest first, in one statement. Refuses: BAD_CURSOR. */
export async function listDecisions(ctx: Ctx, filter: DecisionFilter, page: Page): Promise<DecisionList> {
  const p = new Params()
  const { from, where } = visibleDecisions(ctx.viewer, p)
  const conditions = conditionsOf(filter, p)
  const sql = pageInto(latestFirst, page, p)
  const rows = await selectRows<Decision>(
    ctx.db,
    `select ${columnsOf(ctx.db, Decision, 'x')} from ${from} where ${where} and ${conditions} and ${sql.where}
     order by ${sql.orderBy} limit ${sql.limit}`,
    p,
    null,
  )
  return { ...toConnection(rows, page, latestFirst, ({ decidedOn, number, id }) => [decidedOn, number, id]), filter }
}

/** How many decisions of each kind a filter leaves. */
async function countsOf(ctx: Ctx, filter: DecisionFilter): Promise<Map<DecisionKind, number>> {
  const p = new Params()
  const { from, where } = visibleDecisions(ctx.viewer, p)
  const rows = await queryRows<{ kind: DecisionKind; count: number }>(
    ctx.db,
    `select x.kind, count(*)::int as count from ${from} where ${where} and ${conditionsOf(filter, p)} group by x.kind`,
    p.values,
  )
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

/** How many a filter leaves in all. */
export async function countDecisions(ctx: Ctx, filter: DecisionFilter): Promise<number> {
  return [...(await countsOf(ctx, filter)).values()].reduce((sum, count) => sum + count, 0)
}

/** How many of each kind, whatever kinds the filter names: what choosing another kind would give. */
export async function countKinds(ctx: Ctx, filter: DecisionFilter): Promise<{ kind: DecisionKind; count: number }[]> {
  const counts = await countsOf(ctx, { ...filter, kind: null })
  return decisionKinds.map((kind) => ({ kind, count: counts.get(kind) ?? 0 }))
}

/** One decision of a group by its number; null when there is none that the viewer may see. */
export async function decisionByNumber(ctx: Ctx, group: string, number: number): Promise<Decision | null> {
  const p = new Params()
  const { from, where } = visibleDecisions(ctx.viewer, p)
  const [row] = await selectRows<Decision>(
    ctx.db,
    `select ${columnsOf(ctx.db, Decision, 'x')} from ${from}
     where ${where} and g.slug = ${p.add(group.replaceAll('\0', ''))} and x.number = ${p.add(number)}`,
    p,
    null,
  )
  return row ?? null
}
