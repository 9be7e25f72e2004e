import { affiliationsOf } from '#server/community/people/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { queryRows } from '#server/platform/database/index.js'
import { dayIn } from '#server/platform/time/index.js'
import type { StandardsGroup } from '#server/process/groups/index.js'

const heldToday = `(r.from_on is null or r.from_on <= $2::date) and (r.to_on is null or r.to_on > $2::date)`

/** Chair and secretariat of a group today, the chair first: whom one asks for a role. People who were erased are left out. */
export async function helpersOf(ctx: Ctx, group: StandardsGroup): Promise<{ id: string; name: string }[]> {
  return queryRows(
    ctx.db,
    `select p.id, p.name from (
       select r.person_id as id, f.name, min(r.role) as role from group_role r join person_profile f on f.person_id = r.person_id
       where r.group_id = $1 and r.subgroup_id is null and r.role in ('CHAIR', 'SECRETARIAT') and ${heldToday} group by 1, 2
     ) p order by p.role, p.name limit 5`,
    [group.id, dayIn(ctx.now, group.deadlineZone)],
  )
}

/** Those of some people who hold a role in a group today. */
export async function membersAmong(
  ctx: Ctx,
  group: StandardsGroup,
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows = await queryRows<{ id: string }>(
    ctx.db,
    `select distinct r.person_id as id from group_role r
     where r.group_id = $1 and ${heldToday} and r.person_id = any($3::uuid[])`,
    [group.id, dayIn(ctx.now, group.deadlineZone), personIds],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Where a person belongs today by the calendar of a group, as printed; null when nobody said. */
export async function affiliationToday(
  ctx: Ctx,
  group: StandardsGroup,
  personId: string,
): Promise<{ label: string; organisationId: string | null } | null> {
  const today = dayIn(ctx.now, group.deadlineZone)
  const all = await affiliationsOf(ctx).load(personId)
  return all.find(({ fromOn, toOn }) => (!fromOn || fromOn <= today) && (!toOn || toOn > today)) ?? null
}
