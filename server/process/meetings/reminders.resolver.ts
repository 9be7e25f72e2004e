import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { Access } from '#server/common/access/index.js'
import { peopleById } from '#server/community/people/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { groupsById } from '#server/process/groups/index.js'
import type { Concerned } from './audience.js'
import { Audiences } from './audiences.service.js'
import type { Meeting } from './meeting.entity.js'
import { meetingScope } from './meetings.access.js'
import { Reminders, type SetReminder, type ShownReminder } from './reminders.service.js'

/** People of one answer: more are only counted. */
const MOST_NAMES = 500

@Resolver('Meeting')
export class RemindersResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly reminders: Reminders,
    private readonly audiences: Audiences,
  ) {}

  @ResolveField('reminders')
  async list(@Parent() meeting: Meeting, @Context() ctx: Ctx): Promise<readonly ShownReminder[] | null> {
    const group = await groupsById(ctx).load(meeting.groupId)
    if (!group || !this.access.may(ctx, 'meeting.remind', meetingScope(meeting, group))) return null
    return this.reminders.preview(ctx, { meeting, group })
  }

  @ResolveField('audience')
  async audience(@Parent() meeting: Meeting, @Context() ctx: Ctx) {
    const group = await groupsById(ctx).load(meeting.groupId)
    if (!group || !this.access.may(ctx, 'meeting.move', meetingScope(meeting, group))) return null
    return this.audiences.ofOthers(ctx, { meeting, group })
  }

  @Mutation('setReminder')
  set(@Args('input') input: SetReminder, @Context() ctx: Ctx): Promise<Meeting> {
    return this.unit.write(ctx, (tx) => this.reminders.set(tx, input))
  }
}

@Resolver('MeetingAudience')
export class AudienceResolver {
  @ResolveField('names')
  async names(@Parent() { concerned }: { concerned: readonly Concerned[] }, @Context() ctx: Ctx) {
    const found = await peopleById(ctx).loadMany(concerned.slice(0, MOST_NAMES).map(({ personId }) => personId))
    return found.filter((person) => person !== null && !(person instanceof Error))
  }
}
