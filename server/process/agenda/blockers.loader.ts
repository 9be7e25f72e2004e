import { dayIn } from '#server/platform/time/index.js'
import type { BlockerSource } from '#server/process/groups/index.js'
import { nextMeetingByGroup } from '#server/process/meetings/index.js'
import { agendaBlockers } from './agenda-blockers.js'
import { agendaByMeeting, offersByMeeting, versionsByMeeting } from './agenda.loader.js'

/** What the agenda of the next meeting stands in need of. [GS-9] */
export const agendaBlockerSource: BlockerSource = {
  async blockers(ctx, group) {
    const next = group.state === 'CONCLUDED' ? null : await nextMeetingByGroup(ctx).load(group.id)
    if (!next) return []
    const [rows, versions, offers] = await Promise.all([
      agendaByMeeting(ctx).load(next.id),
      versionsByMeeting(ctx).load(next.id),
      offersByMeeting(ctx).load(next.id),
    ])
    const { number, title, startsOn } = next
    const seen = { number, title, startsOn, rows: rows.length, isPublished: versions.length > 0, left: offers.length }
    return agendaBlockers(group.slug, seen, dayIn(ctx.now, group.deadlineZone))
  },
}
