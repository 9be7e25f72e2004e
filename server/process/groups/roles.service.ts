import { Injectable } from '@nestjs/common'
import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise, sqlState } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayOf, inOrder, optionalDayOf } from './checked-input.js'
import { GroupRole } from './group-role.entity.js'
import { StandardsGroup } from './group.entity.js'
import { scopeOf } from './groups.access.js'
import { Groups } from './groups.service.js'
import { Subgroup } from './subgroup.entity.js'

export interface AssignRole {
  /** Slug of the group. */
  readonly group: string
  readonly personId: string
  readonly role: GroupRoleKind
  readonly subgroupId?: string | null
  readonly isActing?: boolean | null
  /** First day; null when unknown. */
  readonly from: string | null
  /** Day after the last. */
  readonly to?: string | null
  /** Absent: the affiliation that the person has on the first day. */
  readonly affiliationId?: string | null
}

/** Who holds which office or capacity, and since when. */
@Injectable()
export class Roles {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly groups: Groups,
  ) {}

  /**
   * Gives a person a role from a day on, which may lie in the past. Chair, secretariat, administrators.
   * Refuses: NOT_FOUND, FORBIDDEN, NO_SUCH_DAY, DAY_OUT_OF_RANGE, ENDS_BEFORE_START, ROLE_OVERLAPS. [FG-7, FG-8]
   */
  async assign(ctx: WriteCtx, input: AssignRole): Promise<GroupRole> {
    const group = await this.groups.lockBySlug(ctx, input.group)
    this.access.require(ctx, 'group.manageRoles', scopeOf(group))
    const fromOn = optionalDayOf(input.from, 'input.from')
    const toOn = optionalDayOf(input.to, 'input.to')
    if (fromOn && toOn) inOrder(fromOn, toOn, 'input.to')
    const subgroupId = input.subgroupId ?? null
    if (subgroupId && !(await ctx.db.existsBy(Subgroup, { id: subgroupId, groupId: group.id }))) {
      throw refuse('NOT_FOUND', {}, { field: 'input.subgroupId' })
    }
    const role = Object.assign(new GroupRole(), {
      id: newId(),
      groupId: group.id,
      subgroupId,
      personId: input.personId,
      role: input.role,
      isActing: input.isActing ?? false,
      affiliationId: await this.affiliation(ctx, input, fromOn),
      fromOn,
      toOn,
      revision: 1,
    })
    await this.withoutOverlap(() => ctx.db.insert(GroupRole, role), role)
    await this.record(ctx, group, 'role.assigned', role)
    return role
  }

  /** Ends a role on a day, or changes the day. Chair, secretariat, administrators. Refuses: NOT_FOUND, FORBIDDEN, STALE, NO_SUCH_DAY, DAY_OUT_OF_RANGE, ENDS_BEFORE_START, ROLE_OVERLAPS. */
  async end(ctx: WriteCtx, input: { id: string; expectedRevision: number; to: string }): Promise<GroupRole> {
    const role = await ctx.db.findOneBy(GroupRole, { id: input.id })
    if (!role) throw refuse('NOT_FOUND')
    const group = await ctx.db.findOneByOrFail(StandardsGroup, { id: role.groupId })
    this.access.require(ctx, 'group.manageRoles', scopeOf(group))
    const toOn = dayOf(input.to, 'input.to')
    if (role.fromOn) inOrder(role.fromOn, toOn, 'input.to')
    const ended = await this.withoutOverlap(
      () => revise(ctx.db, GroupRole, role.id, input.expectedRevision, { toOn }),
      role,
    )
    await this.record(ctx, group, 'role.ended', ended)
    return ended
  }

  private async affiliation(ctx: WriteCtx, input: AssignRole, fromOn: string | null): Promise<string | null> {
    if (input.affiliationId === null) return null
    const known = (await ctx.db.query(
      `select id, id = $2 as wanted from affiliation
       where person_id = $1 and ($2::uuid is not null or
         (coalesce(from_on, '-infinity') <= coalesce($3::date, ($4::timestamptz at time zone 'UTC')::date)
           and coalesce(to_on, 'infinity') > coalesce($3::date, ($4::timestamptz at time zone 'UTC')::date)))
       order by wanted desc nulls last, from_on desc nulls last, id desc limit 1`,
      [input.personId, input.affiliationId ?? null, fromOn, ctx.now],
    )) as { id: string; wanted: boolean | null }[]
    if (input.affiliationId && !known[0]?.wanted) throw refuse('NOT_FOUND', {}, { field: 'input.affiliationId' })
    return known[0]?.id ?? null
  }

  private async withoutOverlap<T>(write: () => Promise<T>, { role }: GroupRole): Promise<T> {
    try {
      return await write()
    } catch (error) {
      const state = sqlState(error)
      if (state === '23P01') throw refuse('ROLE_OVERLAPS', { role }, { field: 'input.from' })
      if (state === '23503') throw refuse('NOT_FOUND', {}, { field: 'input.personId' })
      throw error
    }
  }

  private record(ctx: WriteCtx, group: StandardsGroup, verb: `role.${string}`, role: GroupRole): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'role', id: role.id },
      groupId: group.id,
      visibility: group.visibility,
      args: {
        personId: role.personId,
        role: role.role,
        subgroupId: role.subgroupId,
        isActing: role.isActing,
        from: role.fromOn,
        to: role.toOn,
      },
    })
  }
}
