import { groupBy, listLoader, loader } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import { Meeting } from './meeting.entity.js'
import { visibleMeetings } from './meetings.reads.js'
import { PublishedDate } from './published-date.entity.js'

/** Meetings by id; null for those that the viewer may not see. */
export const meetingsById = loader<string, AsOf<Meeting>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const { from, where } = visibleMeetings(ctx.viewer, asOf, p)
  const sql = `select ${columnsOf(ctx.db, Meeting, 'm')} from ${from} where ${where} and m.id = any(${p.add(ids)}::uuid[])`
  const rows = await selectRows<Meeting>(ctx.db, sql, p, asOf)
  return new Map(rows.map((row) => [row.id, row]))
})

/** Dates published for a meeting. Reached through a meeting that the viewer sees. */
export const publishedByMeeting = listLoader<string, AsOf<PublishedDate>>(async (ctx, ids, asOf) => {
  const p = new Params()
  const from = tableAt('published_date', 'd', asOf, p)
  const sql = `select ${columnsOf(ctx.db, PublishedDate, 'd')} from ${from} where d.meeting_id = any(${p.add(ids)}::uuid[])`
  return groupBy(await selectRows<PublishedDate>(ctx.db, sql, p, asOf), ({ meetingId }) => meetingId)
})

/** Opening day of the first meeting of a group that is neither preparatory nor cancelled, as far as the viewer may see it. [FG-5, ME-9] */
export const firstMeetingByGroup = loader<string, string>(async (ctx, ids, asOf) => {
  const p = new Params()
  const { from, where } = visibleMeetings(ctx.viewer, asOf, p)
  const rows = (await ctx.db.query(
    `select m.group_id as "groupId", min(m.starts_on) as "startsOn" from ${from}
     where ${where} and m.group_id = any(${p.add(ids)}::uuid[]) and not m.is_preparatory and m.state <> 'CANCELLED'
     group by m.group_id`,
    p.values,
  )) as { groupId: string; startsOn: string }[]
  return new Map(rows.map(({ groupId, startsOn }) => [groupId, startsOn]))
})

/** `parent body id` + ` ` + day → opening day of the parent's next meeting from that day on. Only public ones: the answer is shown to everybody. */
export const parentMeetingFrom = loader<string, string>(async (ctx, keys, asOf) => {
  const p = new Params()
  const groups = tableAt('standards_group', 'g', asOf, p)
  const meetings = tableAt('meeting', 'm', asOf, p)
  const rows = (await ctx.db.query(
    `select k.key, min(m.starts_on) as "startsOn"
     from unnest(${p.add(keys)}::text[]) k(key)
     join ${groups} on g.body_id = split_part(k.key, ' ', 1)::uuid and g.visibility = 'PUBLIC'
     join ${meetings} on m.group_id = g.id and m.visibility = 'PUBLIC' and m.state <> 'CANCELLED'
       and m.starts_on >= split_part(k.key, ' ', 2)::date
     group by k.key`,
    p.values,
  )) as { key: string; startsOn: string }[]
  return new Map(rows.map(({ key, startsOn }) => [key, startsOn]))
})

/** When a meeting changed, and how often what its key dates are computed from did. */
export interface MeetingStamp {
  readonly changedAt: Date
  /** Only ever rises: nothing that is counted here is deleted. */
  readonly datesRevision: number
  readonly datesChangedAt: Date
}

/** Reached through a meeting that the viewer sees. Of hidden meetings of the parent it tells only that something changed. [IC-3] */
export const stampsOfMeetings = loader<string, MeetingStamp>(async (ctx, ids, asOf) => {
  const p = new Params()
  const [meeting, group, terms, parent, parents] = [
    tableAt('meeting', 'm', asOf, p),
    tableAt('standards_group', 'g', asOf, p),
    tableAt('terms_of_reference', 't', asOf, p),
    tableAt('standards_group', 'pg', asOf, p),
    tableAt('meeting', 'pm', asOf, p),
  ]
  const rows = (await ctx.db.query(
    `select m.id, m.recorded_at as "changedAt",
       (m.revision + g.revision + coalesce(terms.n, 0) + coalesce(parents.n, 0))::int as "datesRevision",
       greatest(m.recorded_at, g.recorded_at, terms.at, parents.at) as "datesChangedAt"
     from ${meeting} join ${group} on g.id = m.group_id
     left join lateral (select sum(t.revision) as n, max(t.recorded_at) as at from ${terms} where t.group_id = g.id) terms on true
     left join lateral (select sum(pm.revision) as n, max(pm.recorded_at) as at from ${parents}
       join ${parent} on pg.id = pm.group_id where pg.body_id = g.parent_body_id) parents on true
     where m.id = any(${p.add(ids)}::uuid[])`,
    p.values,
  )) as (MeetingStamp & { id: string })[]
  return new Map(rows.map((row) => [row.id, row]))
})
