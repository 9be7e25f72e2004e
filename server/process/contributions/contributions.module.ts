import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { GroupsModule } from '#server/process/groups/index.js'
import { MeetingsModule } from '#server/process/meetings/index.js'
import { Contribution } from './contribution.entity.js'
import { ContributionResolver, MeetingContributionsResolver } from './contributions.resolver.js'

/**
 * Contributions: numbered inputs of a group, most of them to a meeting; who hands them in, how they stand against the deadline, what became of
 * them. A number is given once and never again. Rules: docs/rules/process.md (CO, D-L).
 */
@Module({
  imports: [GroupsModule, MeetingsModule, TypeOrmModule.forFeature([Contribution])],
  providers: [ContributionResolver, MeetingContributionsResolver],
})
export class ContributionsModule {}
