import { visibleSql } from '#server/common/access/index.js'
import type { Ctx, Viewer } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { visibleGroups, type Counted } from '#server/process/groups/index.js'
import { Meeting } from './meeting.entity.js'

export type MeetingWhen = 'ANY' | 'UPCOMING' | 'PAST'

/** The meetings that a viewer may see, with their groups, as parts of a statement: `m` and `g`. [GR-3] */
export function visibleMeetings(viewer: Viewer, asOf: string | null, p: Params): { from: string; where: string } {
  const group = visibleGroups(viewer, asOf, p)
  const then = tableAt('meeting', 'm', asOf, p)
  const where = `${visibleSql(viewer, 'm.visibility', 'm.group_id', p)} and ${group.where}`
  if (asOf === null) return { from: `${then} join ${group.from} on g.id = m.group_id`, where }
  return {
    from: `${then} join ${group.from} on g.id = m.group_id join meeting m_now on m_now.id = m.id`,
    where: `${where} and ${visibleSql(viewer, 'm_now.visibility', 'm_now.group_id', p)}`,
  }
}

/** The day that it is at the place of each meeting. */
const today = (ctx: Ctx, asOf: string | null, p: Params) =>
  `(${p.add(asOf ?? ctx.now.toISOString())}::timestamptz at time zone m.zone)::date`

function during(ctx: Ctx, when: MeetingWhen, asOf: string | null, p: Params): string {
  if (when === 'UPCOMING') return `m.state not in ('CANCELLED', 'CLOSED') and m.ends_on >= ${today(ctx, asOf, p)}`
  return when === 'PAST' ? `(m.ends_on < ${today(ctx, asOf, p)} or m.state = 'CLOSED')` : 'true'
}

const order = (direction: 'ASC' | 'DESC'): Keyset => ({
  name: `meetings.${direction}`,
  terms: [
    { expr: 'm.starts_on', direction, type: 'day' },
    { expr: 'm.number', direction, type: 'number' },
    { expr: 'm.id', direction, type: 'uuid' },
  ],
})
const soonestFirst = order('ASC')
const latestFirst = order('DESC')

/** Meetings of groups: those to come soonest first, otherwise the latest first; those that prepare the first one, the others, or (null) both. Refuses: BAD_CURSOR. */
export async function meetingPage(
  ctx: Ctx,
  groupIds: readonly string[],
  when: MeetingWhen,
  page: Page,
  asOf: string | null,
  isPreparatory: boolean | null = null,
): Promise<Counted<AsOf<Meeting>>> {
  const p = new Params()
  const { from, where } = visibleMeetings(ctx.viewer, asOf, p)
  const keyset = when === 'UPCOMING' ? soonestFirst : latestFirst
  const kind = isPreparatory === null ? '' : ` and m.is_preparatory = ${p.add(isPreparatory)}`
  const filter = `${where} and m.group_id = any(${p.add(groupIds)}::uuid[]) and ${during(ctx, when, asOf, p)}${kind}`
  const counted = [...p.values]
  const sql = pageInto(keyset, page, p)
  const rows = await selectRows<Meeting>(
    ctx.db,
    `select ${columnsOf(ctx.db, Meeting, 'm')} from ${from} where ${filter} and ${sql.where}
     order by ${sql.orderBy} limit ${sql.limit}`,
    p,
    asOf,
  )
  return {
    ...toConnection(rows, page, keyset, (meeting) => [meeting.startsOn, meeting.number, meeting.id]),
    count: async () => {
      const [row] = (await ctx.db.query(`select count(*)::int as n from ${from} where ${filter}`, counted)) as [
        { n: number },
      ]
      return row.n
    },
  }
}

/** One meeting by the slug of its group and its number; null when there is none that the viewer may see. */
export async function meetingByNumber(
  ctx: Ctx,
  group: string,
  number: number,
  asOf: string | null,
): Promise<AsOf<Meeting> | null> {
  const p = new Params()
  const { from, where } = visibleMeetings(ctx.viewer, asOf, p)
  const [row] = await selectRows<Meeting>(
    ctx.db,
    `select ${columnsOf(ctx.db, Meeting, 'm')} from ${from}
     where ${where} and g.slug = ${p.add(group)} and m.number = ${p.add(number)}`,
    p,
    asOf,
  )
  return row ?? null
}

/** Meetings to come, or running, of all groups. */
export async function upcomingMeetings(ctx: Ctx, limit: number): Promise<AsOf<Meeting>[]> {
  const p = new Params()
  const { from, where } = visibleMeetings(ctx.viewer, null, p)
  return selectRows<Meeting>(
    ctx.db,
    `select ${columnsOf(ctx.db, Meeting, 'm')} from ${from}
     where ${where} and ${during(ctx, 'UPCOMING', null, p)}
     order by m.starts_on, m.id limit ${p.add(limit)}`,
    p,
  )
}
