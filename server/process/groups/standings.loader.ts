import type { EntityManager } from 'typeorm'
import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import type { Standing } from '#server/platform/context/index.js'
import { WRITER } from '#server/drafting/documents/index.js'
import { countsInGroupAs } from './role-days.js'

/**
 * What the roles of people count for at `now`, each judged by the calendar of its group. A role in a working group counts there as it is, and in the
 * group as `countsInGroupAs` says. Roles of a concluded group still open its rooms to those who worked there. Who writes in a text by name holds that
 * in the text. [GR-1, GR-2, CN-5]
 */
export async function loadStandings(
  db: EntityManager,
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly Standing[]>> {
  const held = (await db.query(
    `select r.person_id as "personId", r.group_id as "groupId", r.subgroup_id as "subgroupId", r.role
     from group_role r join standards_group g on g.id = r.group_id
     where r.person_id = any($1::uuid[])
       and (r.from_on is null or r.from_on <= ($2::timestamptz at time zone g.deadline_zone)::date)
       and (r.to_on is null or r.to_on > ($2::timestamptz at time zone g.deadline_zone)::date)
     union all
     select w.person_id, w.document_id, null, '${WRITER}' from document_writer w where w.person_id = any($1::uuid[])`,
    [personIds, now],
  )) as { personId: string; groupId: string; subgroupId: string | null; role: GroupRoleKind | typeof WRITER }[]
  const standings = new Map<string, Standing[]>()
  for (const { personId, groupId, subgroupId, role } of held) {
    const own = standings.get(personId) ?? []
    own.push({ scopeId: groupId, role: role === WRITER ? role : countsInGroupAs(role, subgroupId) })
    if (subgroupId !== null) own.push({ scopeId: subgroupId, role })
    standings.set(personId, own)
  }
  return standings
}
