import { groupBy, listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, tableAt, type AsOf } from '#server/platform/database/index.js'
import type { Sourced } from '#server/roadmap/provenance/index.js'
import { GroupRole } from './group-role.entity.js'
import type { StandardsGroup } from './group.entity.js'
import { groupsWhere } from './groups.reads.js'
import { LifetimeExtension } from './lifetime-extension.entity.js'
import { Subgroup } from './subgroup.entity.js'
import { TermsOfReference } from './terms.entity.js'

/** Groups by id; null for those that the viewer may not see. */
export const groupsById = loader<string, AsOf<StandardsGroup>>((ctx, ids, asOf) => groupsWhere(ctx, 'id', ids, asOf))

/** Groups by slug; null for those that the viewer may not see. */
export const groupsBySlug = loader<string, AsOf<StandardsGroup>>((ctx, slugs, asOf) =>
  groupsWhere(ctx, 'slug', slugs, asOf),
)

/** The group at work as which the register knows a body; null when there is none that the viewer may see. */
export const groupsByBody = loader<string, AsOf<StandardsGroup>>((ctx, ids, asOf) =>
  groupsWhere(ctx, 'bodyId', ids, asOf),
)

/** What belongs to groups. Reached through a group that the viewer sees, so it asks nothing more. */
async function parts<T extends Sourced & { groupId: string }>(
  ctx: Ctx,
  entity: new () => T,
  table: string,
  condition: { column: string; ids: readonly string[]; order: string },
  asOf: string | null,
): Promise<AsOf<T>[]> {
  const p = new Params()
  const from = tableAt(table, 't', asOf, p)
  return selectRows<T>(
    ctx.db,
    `select ${columnsOf(ctx.db, entity, 't')} from ${from}
     where t.${condition.column} = any(${p.add(condition.ids)}::uuid[]) order by ${condition.order}`,
    p,
    asOf,
  )
}

/** Working groups of a group, by number. */
export const subgroupsByGroup = listLoader<string, AsOf<Subgroup>>(async (ctx, ids, asOf) =>
  groupBy(
    await parts(ctx, Subgroup, 'subgroup', { column: 'group_id', ids, order: 't.number' }, asOf),
    ({ groupId }) => groupId,
  ),
)

export const subgroupsById = loader<string, AsOf<Subgroup>>(async (ctx, ids, asOf) => {
  const rows = await parts(ctx, Subgroup, 'subgroup', { column: 'id', ids, order: 't.number' }, asOf)
  return new Map(rows.map((row) => [row.id, row]))
})

/** The terms of reference that hold: their latest version. */
export const termsByGroup = loader<string, AsOf<TermsOfReference>>(async (ctx, ids, asOf) => {
  const condition = { column: 'group_id', ids, order: 't.version' }
  const rows = await parts(ctx, TermsOfReference, 'terms_of_reference', condition, asOf)
  return new Map(rows.map((row) => [row.groupId, row]))
})

/** All versions of the terms of reference, the latest first. */
export const termsVersionsByGroup = listLoader<string, AsOf<TermsOfReference>>(async (ctx, ids, asOf) => {
  const condition = { column: 'group_id', ids, order: 't.version desc' }
  return groupBy(await parts(ctx, TermsOfReference, 'terms_of_reference', condition, asOf), ({ groupId }) => groupId)
})

/** Decisions of the parent to go on, oldest first. */
export const extensionsByGroup = listLoader<string, AsOf<LifetimeExtension>>(async (ctx, ids, asOf) => {
  const condition = { column: 'group_id', ids, order: 't.decided_on, t.id' }
  const rows = await parts(ctx, LifetimeExtension, 'lifetime_extension', condition, asOf)
  return groupBy(rows, ({ groupId }) => groupId)
})

async function roles(ctx: Ctx, column: 'id' | 'group_id' | 'person_id', ids: readonly string[], asOf: string | null) {
  const p = new Params()
  return selectRows<GroupRole>(
    ctx.db,
    `select ${columnsOf(ctx.db, GroupRole, 'r')} from group_role r where r.${column} = any(${p.add(ids)}::uuid[])
     order by r.from_on desc nulls last, r.id`,
    p,
    asOf,
  )
}

/** All roles of a group, newest first. They carry their own days, so `asOf` only says which day is today. */
export const rolesByGroup = listLoader<string, AsOf<GroupRole>>(async (ctx, ids, asOf) =>
  groupBy(await roles(ctx, 'group_id', ids, asOf), ({ groupId }) => groupId),
)

/** All roles of a person in any group, newest first. */
export const rolesByPerson = listLoader<string, AsOf<GroupRole>>(async (ctx, ids, asOf) =>
  groupBy(await roles(ctx, 'person_id', ids, asOf), ({ personId }) => personId),
)

/** Roles by id. Whoever shows one asks whether its group may be seen. */
export const rolesById = loader<string, AsOf<GroupRole>>(
  async (ctx, ids, asOf) => new Map((await roles(ctx, 'id', ids, asOf)).map((role) => [role.id, role])),
)
