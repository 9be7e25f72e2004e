import type { Ctx } from '#server/platform/context/index.js'
import { queryRows } from '#server/platform/database/index.js'
import { dayIn } from '#server/platform/time/index.js'
import type { BlockerSource } from '#server/process/groups/index.js'
import { nextMeetingByGroup } from '#server/process/meetings/index.js'
import { documentBlockers, type DocumentsSeen } from './document-blockers.js'

/** Documents that the next meeting has and that stand under no row of its agenda. */
async function unplacedOf(ctx: Ctx, meetingId: string): Promise<number> {
  const [row] = await queryRows<{ n: number }>(
    ctx.db,
    `select count(*)::int as n from listed_document d join contribution c on c.id = d.contribution_id
     where d.meeting_id = $1 and d.is_listed and d.result is null and c.state = 'SUBMITTED'
       and not exists (select from allocation a where a.meeting_id = d.meeting_id and a.contribution_id = d.contribution_id)
       and not exists (select from agenda_item i where i.meeting_id = d.meeting_id and i.contribution_id = d.contribution_id and i.removed_at is null)`,
    [meetingId],
  )
  return row!.n
}

/** Meetings that are over and not closed, with the documents that they have not treated. */
const untreatedOf = (ctx: Ctx, groupId: string): Promise<DocumentsSeen[]> =>
  queryRows<DocumentsSeen>(
    ctx.db,
    `select m.number, m.title, m.starts_on as "startsOn", count(*)::int as count
     from meeting m join listed_document d on d.meeting_id = m.id and d.is_listed and d.result is null
     join contribution c on c.id = d.contribution_id and c.state = 'SUBMITTED'
     where m.group_id = $1 and m.state not in ('CLOSED', 'CANCELLED') and m.ends_on < ($2::timestamptz at time zone m.zone)::date
     group by m.id order by m.number`,
    [groupId, ctx.now],
  )

/** What the documents of meetings stand in need of. [GS-9] */
export const documentBlockerSource: BlockerSource = {
  async blockers(ctx, group) {
    if (group.state === 'CONCLUDED') return []
    const next = await nextMeetingByGroup(ctx).load(group.id)
    const unplaced = next && {
      number: next.number,
      title: next.title,
      startsOn: next.startsOn,
      count: await unplacedOf(ctx, next.id),
    }
    const untreated = await untreatedOf(ctx, group.id)
    return documentBlockers(group.slug, { unplaced, untreated }, dayIn(ctx.now, group.deadlineZone))
  },
}
