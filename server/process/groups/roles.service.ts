import { Injectable } from '@nestjs/common'
import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { Accounts } from '#server/common/identity/index.js'
import { People } from '#server/community/people/index.js'
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
  /** Somebody who is known here; or `account`, or `newPerson`. */
  readonly personId?: string | null
  /** E-mail address of their account; never shown again. */
  readonly account?: string | null
  /** Somebody who is not known here yet. */
  readonly newPerson?: {
    readonly name: string
    readonly affiliation?: string | null
    readonly country?: string | null
  } | null
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
    private readonly people: People,
    private readonly accounts: Accounts,
  ) {}

  /**
   * Gives a person a role from a day on, which may lie in the past. Chair, secretariat, administrators. Refuses: NOT_FOUND, FORBIDDEN, NO_SUCH_DAY,
   * DAY_OUT_OF_RANGE, ENDS_BEFORE_START, ROLE_OVERLAPS, NO_ACCOUNT_THERE, BAD_INPUT for nobody, or more than one. [FG-7, FG-8, GS-6]
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
    const personId = await this.personOf(ctx, input)
    const role = Object.assign(new GroupRole(), {
      id: newId(),
      groupId: group.id,
      subgroupId,
      personId,
      role: input.role,
      isActing: input.isActing ?? false,
      affiliationId: await this.affiliation(ctx, personId, input, fromOn),
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

  /** The person meant: known here, found by the address of their account, or recorded now. */
  private async personOf(ctx: WriteCtx, { personId, account, newPerson }: AssignRole): Promise<string> {
    if ([personId, account, newPerson].filter((one) => one !== null && one !== undefined).length !== 1) {
      throw refuse('BAD_INPUT', { detail: 'a role is given to one person' }, { field: 'input.personId' })
    }
    if (newPerson) {
      const { name, affiliation, country } = newPerson
      const belongs = affiliation?.trim() ? { label: affiliation, country: country?.trim() || null } : null
      return (await this.people.introduce(ctx, { name, affiliation: belongs })).id
    }
    if (account) {
      const found = account.includes('\0') ? null : await this.accounts.byEmail(ctx.db, account.trim())
      if (!found || found.closedAt !== null || found.emailConfirmedAt === null) {
        throw refuse('NO_ACCOUNT_THERE', {}, { field: 'input.account' })
      }
      return found.personId
    }
    return personId!
  }

  private async affiliation(
    ctx: WriteCtx,
    personId: string,
    input: AssignRole,
    fromOn: string | null,
  ): Promise<string | null> {
    if (input.affiliationId === null) return null
    const known = (await ctx.db.query(
      `select id, id = $2 as wanted from affiliation
       where person_id = $1 and ($2::uuid is not null or
         (coalesce(from_on, '-infinity') <= coalesce($3::date, ($4::timestamptz at time zone 'UTC')::date)
           and coalesce(to_on, 'infinity') > coalesce($3::date, ($4::timestamptz at time zone 'UTC')::date)))
       order by wanted desc nulls last, from_on desc nulls last, id desc limit 1`,
      [personId, input.affiliationId ?? null, fromOn, ctx.now],
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
