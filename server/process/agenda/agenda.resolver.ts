import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { Ctx } from '#server/platform/context/index.js'
import { meetingsById } from '#server/process/meetings/index.js'
import type { AgendaItem } from './agenda-item.entity.js'
import { agendaByMeeting, agendaItemsById } from './agenda.loader.js'

@Resolver('AgendaItem')
export class AgendaItemResolver {
  @ResolveField('meeting')
  meeting(@Parent() item: AgendaItem, @Context() ctx: Ctx) {
    return meetingsById(ctx).load(item.meetingId)
  }

  @ResolveField('parent')
  parent(@Parent() item: AgendaItem, @Context() ctx: Ctx) {
    return item.parentId && agendaItemsById(ctx).load(item.parentId)
  }
}

@Resolver('Meeting')
export class MeetingAgendaResolver {
  @ResolveField('agenda')
  agenda(@Parent() meeting: { readonly id: string }, @Context() ctx: Ctx) {
    return agendaByMeeting(ctx).load(meeting.id)
  }
}
