import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Objects } from '#server/common/activity/index.js'
import { Searches } from '#server/common/search/index.js'
import { Identity } from '#server/common/identity/index.js'
import { peopleById, PeopleModule } from '#server/community/people/index.js'
import { BodiesModule } from '#server/roadmap/bodies/index.js'
import { documentsById } from '#server/drafting/documents/index.js'
import { groupBlockerSource } from './blockers.loader.js'
import { Blockers } from './blockers.service.js'
import { DashboardResolver } from './dashboard.resolver.js'
import './groups.access.js'
import { Founding } from './found-group.service.js'
import { GroupSettings } from './group-settings.service.js'
import { StandardsGroup } from './group.entity.js'
import { GroupRole } from './group-role.entity.js'
import { groupsById, groupsBySlug, rolesById } from './groups.loader.js'
import {
  BodyGroupResolver,
  DocumentGroupResolver,
  EventGroupResolver,
  GroupConnectionResolver,
  GroupResolver,
  GroupRoleResolver,
  LifetimeExtensionResolver,
  ParticipantResolver,
  RulesetResolver,
  SubgroupResolver,
  ViewerRolesResolver,
} from './groups.resolver.js'
import { groupSearch } from './groups.search.js'
import { Groups } from './groups.service.js'
import { LifetimeExtension } from './lifetime-extension.entity.js'
import { Roles } from './roles.service.js'
import { loadStandings } from './standings.loader.js'
import { Subgroup } from './subgroup.entity.js'
import { TermsOfReference } from './terms.entity.js'
import { TermsResolver } from './terms.resolver.js'
import { TermsWriting } from './terms-writing.service.js'
import { textSearch } from './texts.search.js'

/**
 * Groups at work: who they are, under whom and under which ruleset, their terms of reference, working groups, extensions, and who holds which
 * role when. Roles of today are what the whole house asks when it asks for access (`loadStandings`), and the visibility of a group bounds that
 * of everything in it. States: group-states.ts. Days of roles: role-days.ts. Rules: docs/rules/process.md (FG, GR).
 */
@Module({
  imports: [
    BodiesModule,
    PeopleModule,
    TypeOrmModule.forFeature([StandardsGroup, Subgroup, TermsOfReference, GroupRole, LifetimeExtension]),
  ],
  providers: [
    Groups,
    Blockers,
    DashboardResolver,
    Founding,
    GroupSettings,
    TermsWriting,
    Roles,
    GroupResolver,
    GroupConnectionResolver,
    GroupRoleResolver,
    RulesetResolver,
    TermsResolver,
    SubgroupResolver,
    ParticipantResolver,
    LifetimeExtensionResolver,
    BodyGroupResolver,
    DocumentGroupResolver,
    EventGroupResolver,
    ViewerRolesResolver,
  ],
  exports: [Blockers, Groups, GroupSettings, Roles],
})
export class GroupsModule implements OnModuleInit {
  constructor(
    private readonly identity: Identity,
    private readonly objects: Objects,
    private readonly searches: Searches,
    private readonly blockers: Blockers,
  ) {}

  onModuleInit(): void {
    this.blockers.register(groupBlockerSource)
    this.searches.register(groupSearch)
    this.searches.register(textSearch)
    this.identity.loadStandingsWith(loadStandings)
    this.objects.findGroupsWith(async (ctx, slug) => (await groupsBySlug(ctx).load(slug))?.id ?? null)
    this.objects.describe('group', async (ctx, ids) => {
      const groups = await Promise.all(ids.map((id) => groupsById(ctx).load(id)))
      return new Map(
        groups.flatMap((group) => (group ? [[group.id, { label: group.name, href: `/groups/${group.slug}` }]] : [])),
      )
    })
    // A text is found below its group.
    this.objects.describe('document', async (ctx, ids) => {
      const documents = (await Promise.all(ids.map((id) => documentsById(ctx).load(id)))).filter((one) => one !== null)
      const faces = documents.map(async ({ id, groupId, title }) => {
        const group = await groupsById(ctx).load(groupId)
        return [id, { label: title, href: group && `/groups/${group.slug}/documents/${id}/read` }] as const
      })
      return new Map(await Promise.all(faces))
    })
    // An office goes by whoever holds it; which office and in which group, the sentence says.
    this.objects.describe('role', async (ctx, ids) => {
      const roles = (await Promise.all(ids.map((id) => rolesById(ctx).load(id)))).filter((one) => one !== null)
      const faces = roles.map(async ({ id, groupId, personId }) => {
        const group = await groupsById(ctx).load(groupId)
        const person = group && (await peopleById(ctx).load(personId))
        return group ? [[id, { label: person?.name ?? null, href: `/groups/${group.slug}#roles` }] as const] : []
      })
      return new Map((await Promise.all(faces)).flat())
    })
  }
}
