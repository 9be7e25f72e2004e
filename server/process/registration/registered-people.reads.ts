import type { Ctx } from '#server/platform/context/index.js'

/** Ids of the people who have registered for a meeting and not withdrawn, those who wait for a place included. For rooms that tell them, not for pages. */
export async function registeredPeople(ctx: Ctx, meetingId: string): Promise<string[]> {
  const rows = (await ctx.db.query(
    `select r.person_id as "personId" from registration r join person p on p.id = r.person_id
     where r.meeting_id = $1 and r.state <> 'WITHDRAWN' and p.erased_at is null order by r.arrival`,
    [meetingId],
  )) as { personId: string }[]
  return rows.map(({ personId }) => personId)
}
