import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Objects } from '#server/common/activity/index.js'
import { Blockers, groupsById, GroupsModule } from '#server/process/groups/index.js'
import { MeetingsModule } from '#server/process/meetings/index.js'
import './contributions.access.js'
import { contributionBlockerSource } from './blockers.loader.js'
import { Contribution } from './contribution.entity.js'
import { ContributionContact } from './contribution-contact.entity.js'
import { ContributionRevision } from './contribution-revision.entity.js'
import { ContributionSource } from './contribution-source.entity.js'
import { contributionsById } from './contributions.loader.js'
import {
  ContributionConnectionResolver,
  ContributionContactResolver,
  ContributionFacetsResolver,
  ContributionResolver,
  ContributionRevisionResolver,
  ContributionSourceResolver,
  CosignerResolver,
  MeetingContributionsResolver,
  ViewerInvitationsResolver,
} from './contributions.resolver.js'
import { Cosigner } from './cosigner.entity.js'

/**
 * Contributions: numbered inputs of a group, most of them to a meeting; who hands them in, how they stand against the deadline, what became of
 * them. A number is given once and never again. Here is what is read; what is done with them needs texts, files and jobs, and stands in
 * contribution-verbs.module.ts. What is possible when: schema/vocabulary/contributions.ts. Rules: docs/rules/process.md (CO, CN, D-L).
 */
@Module({
  imports: [
    GroupsModule,
    MeetingsModule,
    TypeOrmModule.forFeature([Contribution, ContributionSource, ContributionContact, Cosigner, ContributionRevision]),
  ],
  providers: [
    ContributionResolver,
    ContributionConnectionResolver,
    ContributionFacetsResolver,
    ContributionSourceResolver,
    ContributionContactResolver,
    ContributionRevisionResolver,
    CosignerResolver,
    MeetingContributionsResolver,
    ViewerInvitationsResolver,
  ],
})
export class ContributionsModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly blockers: Blockers,
  ) {}

  onModuleInit(): void {
    this.blockers.register(contributionBlockerSource)
    this.objects.describe('contribution', async (ctx, ids) => {
      const found = (await Promise.all(ids.map((id) => contributionsById(ctx).load(id)))).filter((one) => one !== null)
      const faces = found.map(async ({ id, groupId, number, title }) => {
        const group = await groupsById(ctx).load(groupId)
        const href = group && `/groups/${group.slug}/contributions/${encodeURIComponent(number)}`
        return [id, { label: `${number} ${title}`, href }] as const
      })
      return new Map(await Promise.all(faces))
    })
  }
}
