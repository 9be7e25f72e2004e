import type { ActionState } from '#schema/vocabulary/decisions.js'
import { groupBy, listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, queryRows, selectRows } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { ActionItem } from './action-item.entity.js'
import { ActionStep } from './action-step.entity.js'
import { visibleActions } from './decisions.reads.js'

/** As in the SDL. */
export interface ActionFilter {
  readonly group?: string | null
  readonly state?: readonly ActionState[] | null
  readonly isMine?: boolean | null
}

export interface ActionList extends Connection<ActionItem> {
  readonly filter: ActionFilter
}

/** Still to be done. */
const open = `x.state in ('NEEDS_ACTION', 'IN_PROCESS')`

async function actionsWhere(ctx: Ctx, column: string, ids: readonly string[]): Promise<ActionItem[]> {
  const p = new Params()
  const { from, where } = visibleActions(ctx.viewer, p)
  return selectRows<ActionItem>(
    ctx.db,
    `select ${columnsOf(ctx.db, ActionItem, 'x')} from ${from} where ${where} and x.${column} = any(${p.add(ids)}::uuid[])
     order by x.number, x.id`,
    p,
    null,
  )
}

/** Actions by id; null for those that the viewer may not see. */
export const actionsById = loader<string, ActionItem>(
  async (ctx, ids) => new Map((await actionsWhere(ctx, 'id', ids)).map((row) => [row.id, row])),
)

/** Handed out at a meeting, by number. */
export const actionsByMeeting = listLoader<string, ActionItem>(async (ctx, ids) =>
  groupBy(await actionsWhere(ctx, 'meeting_id', ids), ({ meetingId }) => meetingId!),
)

/** Following from a decision, by number. */
export const actionsByDecision = listLoader<string, ActionItem>(async (ctx, ids) =>
  groupBy(await actionsWhere(ctx, 'decision_id', ids), ({ decisionId }) => decisionId!),
)

/** What somebody has to do and has not done yet, what is due first. */
export const openActionsOf = listLoader<string, ActionItem>(async (ctx, ids) => {
  const p = new Params()
  const { from, where } = visibleActions(ctx.viewer, p)
  const rows = await selectRows<ActionItem>(
    ctx.db,
    `select ${columnsOf(ctx.db, ActionItem, 'x')} from ${from} left join meeting due on due.id = x.due_meeting_id
     where ${where} and ${open} and x.owner_id = any(${p.add(ids)}::uuid[])
     order by coalesce(x.due_on, due.starts_on) nulls last, x.entered_at, x.id`,
    p,
    null,
  )
  return groupBy(rows, ({ ownerId }) => ownerId!)
})

/**
 * Open actions that are reported on at each of these meetings, by number: those due there; and on the next meeting of a group, the one that runs or
 * comes first, all that are due at no later one. What a meeting has handed out itself is not among them. [AC-4]
 */
export const actionsToReport = listLoader<string, ActionItem>(async (ctx, ids) => {
  const p = new Params()
  const { from, where } = visibleActions(ctx.viewer, p)
  const now = p.add(ctx.now)
  const rows = await selectRows<ActionItem & { reportedAt: string }>(
    ctx.db,
    `select ${columnsOf(ctx.db, ActionItem, 'x')}, at.id as "reportedAt"
     from ${from} join meeting at on at.group_id = x.group_id left join meeting due on due.id = x.due_meeting_id
     where ${where} and at.id = any(${p.add(ids)}::uuid[]) and ${open} and x.meeting_id is distinct from at.id
       and (due.id = at.id or (
         (due.id is null or due.starts_on < at.starts_on)
         and at.id = (select n.id from meeting n where n.group_id = x.group_id and n.state <> 'CANCELLED'
           and n.ends_on >= (${now}::timestamptz at time zone n.zone)::date order by n.starts_on, n.number limit 1)))
     order by x.number, x.id`,
    p,
    null,
  )
  return groupBy(rows, ({ reportedAt }) => reportedAt)
})

/** Where actions stood, the latest first. Reached through an action that the viewer sees. */
export const stepsOfAction = listLoader<string, ActionStep>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, ActionStep, 's')} from action_step s where s.action_id = any($1::uuid[])
     order by s.told_at desc, s.id desc`,
    [ids],
  )) as ActionStep[]
  return groupBy(rows, ({ actionId }) => actionId)
})

const latestFirst: Keyset = {
  name: 'actions',
  terms: [
    { expr: 'x.entered_at', direction: 'DESC', type: 'instant' },
    { expr: 'x.id', direction: 'DESC', type: 'uuid' },
  ],
}

function conditionsOf(ctx: Ctx, { group, state, isMine }: ActionFilter, p: Params): string {
  const conditions = ['true']
  if (group != null) conditions.push(`g.slug = ${p.add(group.replaceAll('\0', ''))}`)
  if (state?.length) conditions.push(`x.state = any(${p.add(state)}::text[])`)
  if (isMine) conditions.push(ctx.viewer.personId ? `x.owner_id = ${p.add(ctx.viewer.personId)}::uuid` : 'false')
  return conditions.join(' and ')
}

/** A page of actions, the latest first. Refuses: BAD_CURSOR. */
export async function listActions(ctx: Ctx, filter: ActionFilter, page: Page): Promise<ActionList> {
  const p = new Params()
  const { from, where } = visibleActions(ctx.viewer, p)
  const conditions = conditionsOf(ctx, filter, p)
  const sql = pageInto(latestFirst, page, p)
  const rows = await selectRows<ActionItem>(
    ctx.db,
    `select ${columnsOf(ctx.db, ActionItem, 'x')} from ${from} where ${where} and ${conditions} and ${sql.where}
     order by ${sql.orderBy} limit ${sql.limit}`,
    p,
    null,
  )
  return { ...toConnection(rows, page, latestFirst, ({ enteredAt, id }) => [enteredAt.toISOString(), id]), filter }
}

/** How many actions a filter leaves. */
export async function countActions(ctx: Ctx, filter: ActionFilter): Promise<number> {
  const p = new Params()
  const { from, where } = visibleActions(ctx.viewer, p)
  const [row] = await queryRows<{ count: number }>(
    ctx.db,
    `select count(*)::int as count from ${from} where ${where} and ${conditionsOf(ctx, filter, p)}`,
    p.values,
  )
  return row!.count
}

/** One action of a group by its number; null when there is none that the viewer may see. */
export async function actionByNumber(ctx: Ctx, group: string, number: number): Promise<ActionItem | null> {
  const p = new Params()
  const { from, where } = visibleActions(ctx.viewer, p)
  const [row] = await selectRows<ActionItem>(
    ctx.db,
    `select ${columnsOf(ctx.db, ActionItem, 'x')} from ${from}
     where ${where} and g.slug = ${p.add(group.replaceAll('\0', ''))} and x.number = ${p.add(number)}`,
    p,
    null,
  )
  return row ?? null
}
