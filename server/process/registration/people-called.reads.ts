import type { Ctx } from '#server/platform/context/index.js'

/** Ids of those who bear one of these names, whatever its case and accents, and belong to a meeting: registered, there, or with a role in its group. */
export async function peopleCalled(
  ctx: Ctx,
  { meetingId, groupId }: { readonly meetingId: string; readonly groupId: string },
  names: readonly string[],
): Promise<string[]> {
  const rows = (await ctx.db.query(
    `select f.person_id as "personId" from person_profile f
     where exists (select from unnest($3::text[]) name where plain(name) in (plain(f.name), plain(f.sort_name)))
       and (exists (select from registration r where r.meeting_id = $1 and r.person_id = f.person_id and r.state <> 'WITHDRAWN')
         or exists (select from presence p where p.meeting_id = $1 and p.person_id = f.person_id)
         or exists (select from group_role g where g.group_id = $2 and g.person_id = f.person_id))
     order by 1`,
    [meetingId, groupId, names],
  )) as { personId: string }[]
  return rows.map(({ personId }) => personId)
}
