import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { documentsById } from '#server/drafting/documents/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { groupsById } from '#server/process/groups/index.js'
import { meetingsById } from '#server/process/meetings/index.js'
import type { Contribution } from './contribution.entity.js'
import { contributionsByMeeting } from './contributions.loader.js'

@Resolver('Contribution')
export class ContributionResolver {
  @ResolveField('group')
  group(@Parent() contribution: Contribution, @Context() ctx: Ctx) {
    return groupsById(ctx).load(contribution.groupId)
  }

  @ResolveField('meeting')
  meeting(@Parent() contribution: Contribution, @Context() ctx: Ctx) {
    return contribution.meetingId && meetingsById(ctx).load(contribution.meetingId)
  }

  @ResolveField('document')
  document(@Parent() contribution: Contribution, @Context() ctx: Ctx) {
    return contribution.documentId && documentsById(ctx).load(contribution.documentId)
  }
}

@Resolver('Meeting')
export class MeetingContributionsResolver {
  @ResolveField('contributions')
  contributions(@Parent() meeting: { readonly id: string }, @Context() ctx: Ctx) {
    return contributionsByMeeting(ctx).load(meeting.id)
  }
}
