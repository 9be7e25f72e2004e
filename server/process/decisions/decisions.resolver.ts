import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { Ctx } from '#server/platform/context/index.js'
import { agendaItemsById } from '#server/process/agenda/index.js'
import { groupsById } from '#server/process/groups/index.js'
import { meetingsById } from '#server/process/meetings/index.js'
import type { Decision } from './decision.entity.js'
import { decisionsByMeeting } from './decisions.loader.js'

@Resolver('Decision')
export class DecisionResolver {
  @ResolveField('group')
  group(@Parent() decision: Decision, @Context() ctx: Ctx) {
    return groupsById(ctx).load(decision.groupId)
  }

  @ResolveField('meeting')
  meeting(@Parent() decision: Decision, @Context() ctx: Ctx) {
    return decision.meetingId && meetingsById(ctx).load(decision.meetingId)
  }

  @ResolveField('agendaItem')
  agendaItem(@Parent() decision: Decision, @Context() ctx: Ctx) {
    return decision.agendaItemId && agendaItemsById(ctx).load(decision.agendaItemId)
  }
}

@Resolver('Meeting')
export class MeetingDecisionsResolver {
  @ResolveField('decisions')
  decisions(@Parent() meeting: { readonly id: string }, @Context() ctx: Ctx) {
    return decisionsByMeeting(ctx).load(meeting.id)
  }
}
