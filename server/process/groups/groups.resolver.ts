import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { explainGroupDefault } from '#schema/words/explain-group.js'
import { wordsFor } from '#schema/words/index.js'
import type { GroupDefaultKey } from '#schema/vocabulary/groups.js'
import type { RulesetId } from '#schema/vocabulary/process.js'
import { Access } from '#server/common/access/index.js'
import { Activity, type ActivityEvent } from '#server/common/activity/index.js'
import { affiliationsOf, peopleById } from '#server/community/people/index.js'
import { documentsByGroup, type SharedDocument } from '#server/drafting/documents/index.js'
import { UnitOfWork, type Ctx, type Viewer } from '#server/platform/context/index.js'
import type { AsOf } from '#server/platform/database/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { bodiesById } from '#server/roadmap/bodies/index.js'
import { provenanceOf } from '#server/roadmap/provenance/index.js'
import { optionalDayOf } from './checked-input.js'
import { Founding, type ExtendGroup, type FoundGroup } from './found-group.service.js'
import { groupDefaults, type ValueSeen } from './group-defaults.js'
import { GroupRole } from './group-role.entity.js'
import { isOpen, stepTable, type GroupStep } from './group-states.js'
import { GroupSettings, type GroupChanges } from './group-settings.service.js'
import { StandardsGroup } from './group.entity.js'
import { scopeOf, visibilityAtStart } from './groups.access.js'
import {
  groupsByBody,
  groupsById,
  groupsBySlug,
  rolesByGroup,
  rolesByPerson,
  subgroupsByGroup,
  subgroupsById,
  termsByGroup,
  termsVersionsByGroup,
} from './groups.loader.js'
import { Groups } from './groups.service.js'
import { participantsOn, type Participant } from './participants.js'
import { groupPage, type Counted } from './groups.reads.js'
import type { LifetimeExtension } from './lifetime-extension.entity.js'
import { isCurrentOn } from './role-days.js'
import { Roles, type AssignRole } from './roles.service.js'
import { Subgroup } from './subgroup.entity.js'

interface AsOfArg {
  readonly asOf?: Date | null
}

const bases = { V: 'READ', C: 'CATALOGUE', M: 'MEMORY', P: 'PRODUCT' } as const

const instantOf = ({ asOf }: AsOfArg): string | null => asOf?.toISOString() ?? null

@Resolver('Group')
export class GroupResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly record: Activity,
    private readonly founding: Founding,
    private readonly settings: GroupSettings,
    private readonly verbs: Groups,
  ) {}

  @Mutation('createGroup')
  create(@Args('input') input: FoundGroup & { idempotencyKey: string }, @Context() ctx: Ctx): Promise<StandardsGroup> {
    const once = { key: input.idempotencyKey, verb: 'group.established', input }
    return this.unit.writeOnce(
      ctx,
      once,
      (tx) => this.founding.found(tx, input),
      (tx, id) => tx.db.findOneByOrFail(StandardsGroup, { id }),
    )
  }

  @Mutation('updateGroup')
  update(
    @Args('input') input: { id: string; expectedRevision: number; changes: GroupChanges },
    @Context() ctx: Ctx,
  ): Promise<StandardsGroup> {
    return this.unit.write(ctx, (tx) => this.settings.update(tx, input))
  }

  @Mutation('extendGroup')
  extend(@Args('input') input: ExtendGroup, @Context() ctx: Ctx): Promise<StandardsGroup> {
    return this.unit.write(ctx, (tx) => this.founding.extend(tx, input))
  }

  @Mutation('changeGroupState')
  changeState(
    @Args('input') input: { id: string; expectedRevision: number; step: GroupStep; on?: string | null },
    @Context() ctx: Ctx,
  ): Promise<StandardsGroup> {
    const { step, ...given } = input
    return this.unit.write(ctx, (tx) => this.verbs.changeState(tx, { ...given, state: stepTable[step].to, step }))
  }

  @Query('groups')
  groups(@Args() args: PageInput & AsOfArg, @Context() ctx: Ctx) {
    return groupPage(ctx, pageArgs(args), instantOf(args))
  }

  @Query('group')
  group(@Args() args: { slug: string } & AsOfArg, @Context() ctx: Ctx) {
    return groupsBySlug(ctx, instantOf(args)).load(args.slug)
  }

  @ResolveField('body')
  body(@Parent() group: AsOf<StandardsGroup>, @Context() ctx: Ctx) {
    return bodiesById(ctx, group.asOf).load(group.bodyId)
  }

  @ResolveField('parent')
  parent(@Parent() group: AsOf<StandardsGroup>, @Context() ctx: Ctx) {
    return bodiesById(ctx, group.asOf).load(group.parentBodyId)
  }

  @ResolveField('ruleset')
  ruleset(@Parent() group: StandardsGroup): { id: RulesetId } {
    return { id: group.ruleset }
  }

  @ResolveField('workingLanguages')
  workingLanguages(@Parent() group: StandardsGroup): string[] {
    return [group.workingLanguage, ...group.moreLanguages]
  }

  @ResolveField('defaults')
  async defaults(@Parent() group: AsOf<StandardsGroup>, @Context() ctx: Ctx) {
    const terms = await termsByGroup(ctx, group.asOf).load(group.id)
    const words = wordsFor(ctx.language)
    const seen = (key: GroupDefaultKey, { value, provenance, citation }: ValueSeen) => ({
      text: explainGroupDefault(words, key, value),
      provenance,
      citation: citation && { ...citation, basis: bases[citation.confidence] },
    })
    return groupDefaults(group, terms).map(({ key, otherwise, ...holds }) => ({
      key,
      ...seen(key, holds),
      otherwise: otherwise && seen(key, otherwise),
    }))
  }

  /** The columns that a group fills itself; they are called alike. */
  @ResolveField('chosen')
  chosen(@Parent() group: StandardsGroup) {
    return { ...group, cutOff: group.cutOff.slice(0, 5) }
  }

  @ResolveField('visibilityAtStart')
  visibilityAtStart(@Parent() group: StandardsGroup) {
    return visibilityAtStart(group)
  }

  @ResolveField('termsOfReference')
  termsOfReference(@Parent() group: AsOf<StandardsGroup>, @Context() ctx: Ctx) {
    return termsByGroup(ctx, group.asOf).load(group.id)
  }

  @ResolveField('termsVersions')
  termsVersions(@Parent() group: AsOf<StandardsGroup>, @Context() ctx: Ctx) {
    return termsVersionsByGroup(ctx, group.asOf).load(group.id)
  }

  @ResolveField('subgroups')
  subgroups(@Parent() group: AsOf<StandardsGroup>, @Context() ctx: Ctx) {
    return subgroupsByGroup(ctx, group.asOf).load(group.id)
  }

  @ResolveField('roles')
  roles(@Parent() group: AsOf<StandardsGroup>, @Context() ctx: Ctx) {
    return rolesByGroup(ctx, group.asOf).load(group.id)
  }

  /** By name; somebody erased comes last. */
  @ResolveField('participants')
  async participants(@Parent() group: AsOf<StandardsGroup>, @Args('on') on: string | null, @Context() ctx: Ctx) {
    const today = dayIn(todayOf(ctx, group), group.deadlineZone)
    const day = optionalDayOf(on, 'on') ?? today
    const found = participantsOn(await rolesByGroup(ctx, group.asOf).load(group.id), day, today, group)
    const named = await Promise.all(
      found.map(async (one) => ({ ...one, sortName: (await peopleById(ctx).load(one.personId))?.sortName ?? null })),
    )
    const byName = new Intl.Collator('en', { sensitivity: 'base' })
    return named.sort((one, other) =>
      one.sortName === null || other.sortName === null
        ? Number(one.sortName === null) - Number(other.sortName === null)
        : byName.compare(one.sortName, other.sortName),
    )
  }

  @ResolveField('documents')
  documents(@Parent() group: AsOf<StandardsGroup>, @Context() ctx: Ctx) {
    return documentsByGroup(ctx, group.asOf).load(group.id)
  }

  @ResolveField('activity')
  activity(@Parent() group: StandardsGroup, @Args() args: PageInput, @Context() ctx: Ctx) {
    return this.record.page(ctx, { groupId: group.id }, pageArgs(args))
  }

  @ResolveField('provenance')
  provenance(@Parent() group: StandardsGroup) {
    return provenanceOf(group)
  }

  @ResolveField('viewerMay')
  viewerMay(@Parent() group: StandardsGroup, @Context() ctx: Ctx) {
    return this.access.allowed(ctx, 'group', scopeOf(group)).filter((permission) => isOpen(permission, group.state))
  }
}

@Resolver('GroupConnection')
export class GroupConnectionResolver {
  @ResolveField('totalCount')
  totalCount(@Parent() page: Counted<unknown>): Promise<number> {
    return page.count()
  }
}

@Resolver('Ruleset')
export class RulesetResolver {
  @ResolveField('title')
  title(@Parent() { id }: { id: RulesetId }, @Context() ctx: Ctx): string {
    return wordsFor(ctx.language)(`deadline.ruleset.${id}`)
  }
}

@Resolver('GroupParticipant')
export class ParticipantResolver {
  @ResolveField('person')
  person(@Parent() participant: Participant<GroupRole>): { id: string } {
    return { id: participant.personId }
  }
}

@Resolver('Subgroup')
export class SubgroupResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly groups: Groups,
  ) {}

  @Mutation('addSubgroup')
  add(
    @Args('input') input: { group: string; number: number; title: string; idempotencyKey: string },
    @Context() ctx: Ctx,
  ): Promise<Subgroup> {
    const once = { key: input.idempotencyKey, verb: 'group.subgroupAdded', input }
    return this.unit.writeOnce(
      ctx,
      once,
      async (tx) => {
        const { id: groupId } = await this.groups.lockBySlug(tx, input.group)
        return this.groups.addSubgroup(tx, { groupId, number: input.number, title: input.title })
      },
      (tx, id) => tx.db.findOneByOrFail(Subgroup, { id }),
    )
  }

  @Mutation('renameSubgroup')
  rename(
    @Args('input') input: { id: string; expectedRevision: number; title: string },
    @Context() ctx: Ctx,
  ): Promise<Subgroup> {
    return this.unit.write(ctx, (tx) => this.groups.renameSubgroup(tx, input))
  }

  @ResolveField('chairs')
  async chairs(@Parent() subgroup: Read<Subgroup>, @Context() ctx: Ctx): Promise<AsOf<GroupRole>[]> {
    const group = await groupsById(ctx, subgroup.asOf).load(subgroup.groupId)
    if (!group) return []
    const today = dayIn(todayOf(ctx, subgroup), group.deadlineZone)
    const roles = await rolesByGroup(ctx, subgroup.asOf).load(subgroup.groupId)
    return roles.filter(
      (role) => role.subgroupId === subgroup.id && role.role === 'CHAIR' && isCurrentOn(role, today, group.state),
    )
  }

  @ResolveField('provenance')
  provenance(@Parent() subgroup: Subgroup) {
    return provenanceOf(subgroup)
  }
}

@Resolver('LifetimeExtension')
export class LifetimeExtensionResolver {
  @ResolveField('decidedBy')
  decidedBy(@Parent() extension: AsOf<LifetimeExtension>, @Context() ctx: Ctx) {
    return bodiesById(ctx, extension.asOf).load(extension.decidedByBodyId)
  }
}

@Resolver('GroupRole')
export class GroupRoleResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly roles: Roles,
  ) {}

  @Mutation('assignRole')
  assignRole(@Args('input') input: AssignRole & { idempotencyKey: string }, @Context() ctx: Ctx): Promise<GroupRole> {
    const once = { key: input.idempotencyKey, verb: 'role.assigned', input }
    return this.unit.writeOnce(
      ctx,
      once,
      (tx) => this.roles.assign(tx, input),
      (tx, id) => tx.db.findOneByOrFail(GroupRole, { id }),
    )
  }

  @Mutation('endRole')
  endRole(
    @Args('input') input: { id: string; expectedRevision: number; to: string },
    @Context() ctx: Ctx,
  ): Promise<GroupRole> {
    return this.unit.write(ctx, (tx) => this.roles.end(tx, input))
  }

  @ResolveField('group')
  group(@Parent() role: Read<GroupRole>, @Context() ctx: Ctx) {
    return groupsById(ctx, role.asOf).load(role.groupId)
  }

  @ResolveField('person')
  person(@Parent() role: GroupRole): { id: string } {
    return { id: role.personId }
  }

  @ResolveField('subgroup')
  subgroup(@Parent() role: Read<GroupRole>, @Context() ctx: Ctx) {
    return role.subgroupId && subgroupsById(ctx, role.asOf).load(role.subgroupId)
  }

  @ResolveField('affiliation')
  async affiliation(@Parent() role: GroupRole, @Context() ctx: Ctx) {
    if (role.affiliationId === null) return null
    const known = await affiliationsOf(ctx).load(role.personId)
    return known.find(({ id }) => id === role.affiliationId) ?? null
  }

  @ResolveField('from')
  from(@Parent() role: GroupRole): string | null {
    return role.fromOn
  }

  @ResolveField('to')
  to(@Parent() role: GroupRole): string | null {
    return role.toOn
  }

  @ResolveField('isCurrent')
  async isCurrent(@Parent() role: Read<GroupRole>, @Context() ctx: Ctx): Promise<boolean> {
    const group = await groupsById(ctx, role.asOf).load(role.groupId)
    return group !== null && isCurrentOn(role, dayIn(todayOf(ctx, role), group.deadlineZone), group.state)
  }
}

/** A row just written is as of now. */
type Read<T> = T & { readonly asOf?: string | null }

/** The past is seen with its own today. */
const todayOf = (ctx: Ctx, { asOf }: { readonly asOf?: string | null }): Date => (asOf ? new Date(asOf) : ctx.now)

@Resolver('Body')
export class BodyGroupResolver {
  @ResolveField('group')
  group(@Parent() body: { id: string; asOf?: string | null }, @Context() ctx: Ctx) {
    return groupsByBody(ctx, body.asOf).load(body.id)
  }
}

@Resolver('Document')
export class DocumentGroupResolver {
  @ResolveField('group')
  group(@Parent() document: SharedDocument, @Context() ctx: Ctx) {
    return groupsById(ctx).load(document.groupId)
  }
}

@Resolver('Viewer')
export class ViewerRolesResolver {
  @ResolveField('roles')
  async roles(@Parent() viewer: Viewer, @Context() ctx: Ctx): Promise<GroupRole[]> {
    if (viewer.personId === null) return []
    const all = await rolesByPerson(ctx).load(viewer.personId)
    const groups = await Promise.all(all.map(({ groupId }) => groupsById(ctx).load(groupId)))
    return all.filter((role, index) => {
      const group = groups[index]
      return group && isCurrentOn(role, dayIn(ctx.now, group.deadlineZone), group.state)
    })
  }
}

@Resolver('ActivityEvent')
export class EventGroupResolver {
  @ResolveField('group')
  async group(@Parent() event: ActivityEvent, @Context() ctx: Ctx): Promise<AsOf<StandardsGroup> | null> {
    return event.groupId === null ? null : groupsById(ctx).load(event.groupId)
  }
}
