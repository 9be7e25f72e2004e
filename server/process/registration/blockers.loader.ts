import { queryRows } from '#server/platform/database/index.js'
import { dayIn } from '#server/platform/time/index.js'
import type { BlockerSource } from '#server/process/groups/index.js'
import { nextMeetingByGroup } from '#server/process/meetings/index.js'
import { offersByMeeting } from './registration.loader.js'
import { registrationBlockers } from './registration-blockers.js'

/** What the registration for the next meeting waits for. [GS-9] */
export const registrationBlockerSource: BlockerSource = {
  async blockers(ctx, group) {
    const next = group.state === 'CONCLUDED' ? null : await nextMeetingByGroup(ctx).load(group.id)
    const offer = next && (await offersByMeeting(ctx).load(next.id))
    if (!next || !offer) return []
    const [counted] = await queryRows<{ waiting: number; visaWishes: number; needsMissing: boolean }>(
      ctx.db,
      `select count(*) filter (where r.state = 'WAITING')::int as waiting,
         count(*) filter (where r.wants_visa_support)::int as "visaWishes",
         coalesce(bool_or(r.person_id = $2 and r.wants_visa_support and r.visa_needs is null), false) as "needsMissing"
       from registration r where r.meeting_id = $1 and r.state <> 'WITHDRAWN'`,
      [next.id, ctx.viewer.personId],
    )
    const { number, title, startsOn, keyDates } = next
    const visa = keyDates.find(({ obligation }) => obligation === 'VISA')
    const visaClosesOn = offer.offersVisaSupport ? (visa?.effectiveOn ?? startsOn) : null
    const seen = { number, title, startsOn, ...counted!, visaClosesOn }
    return registrationBlockers(group.slug, seen, dayIn(ctx.now, group.deadlineZone))
  },
}
